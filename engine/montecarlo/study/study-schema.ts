import { z } from 'zod';
import { LIMITS } from '../../files/limits.js';
import { line } from '../../files/line-schema.js';
import { scenarioFileSchema } from '../../scenario/scenario-schema.js';
import { SAMPLING_METHODS } from '../sampling/sampler.js';

const { outcomes, goals } = scenarioFileSchema.shape;

const patterns = z.array(z.string().min(1));

/** Schema of a study file. */
export const studySchema = z
  .strictObject({
    title: line.describe('one line; default the file’s name').optional(),
    futures: z
      .array(z.string().min(1))
      .min(1)
      .max(LIMITS.futures)
      .describe('scenario files of one case, from this file’s folder; all are compared with the first'),
    draws: z.int().min(1).max(4294967296).describe('default 1000').optional(),
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe('default 1').optional(),
    sampler: z
      .enum(SAMPLING_METHODS as ['random', 'latin', 'sobol'])
      .describe('how draws are spread: independently, as a latin hypercube (default), or as a scrambled Sobol sequence')
      .optional(),
    workers: z.int().min(1).max(1024).describe('default: all cores; changes no result').optional(),
    equalCost: z
      .boolean()
      .describe('scale intensities until all futures cost the same at central values; default true')
      .optional(),
    uncertainties: z
      .strictObject({
        freeze: patterns
          .describe(
            'paths, names of parameters, or globs of them that stay at their central values: [rivalry, "policies.*.failure"]',
          )
          .optional(),
        include: patterns.describe('what is drawn: everything else stays at its central value').optional(),
      })
      .describe('which of the uncertain numbers are drawn; default all')
      .optional(),
    beliefs: z
      .array(z.string().min(1))
      .describe('belief files, from this file’s folder: the same question is asked again under each')
      .optional(),
    outcomes: outcomes.describe('in place of those of the futures'),
    goals: goals.describe('in place of those of the futures'),
  })
  .describe('A Monte Carlo experiment over one or more scenarios');

export type StudyInput = z.infer<typeof studySchema>;

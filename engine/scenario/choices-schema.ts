import { z } from 'zod';
import { LIMITS, limitedRecord } from '../files/limits.js';
import { industriesInput } from '../policies/schema.js';

const partInput = z.union([z.number(), z.string().min(1)]);

const policyChoices = z.strictObject({
  intensity: z
    .union([partInput, z.array(partInput).min(1).max(1000)])
    .describe('a range such as 0:1, a grid such as 0:1:0.25, or a list; percents allowed')
    .optional(),
  start: z.array(z.int()).min(1).max(1000).describe('years in which it may begin').optional(),
  regions: z
    .array(z.array(z.string().min(1)).min(1))
    .min(1)
    .max(1000)
    .describe('lists of names or globs, one of which is taken: [[Changchun], [Changchun, Jilin]]')
    .optional(),
  industries: z
    .array(industriesInput)
    .min(1)
    .max(1000)
    .describe('names, lists or selections, one of which is taken: [{ top: 4 }, { top: 8 }]')
    .optional(),
});

export type PolicyChoicesInput = z.infer<typeof policyChoices>;

/** Choices as written, by the name of a policy. */
export const choicesInput = limitedRecord(policyChoices, LIMITS.policies, 'choices').describe(
  'what tandem optimise may vary, by the name of a policy; without it the intensity of every policy',
);

import { z } from 'zod';
import type { NumberDefinition } from './definition.js';
import { NOISE, PARAMETERS, TREND } from './parameters.js';

/** A number as people write it; what stands in the text is checked when it is parsed. */
export const numberInput = z
  .union([z.number(), z.string().min(1)])
  .describe('a number, 25%, an expression in year, or a distribution such as triangular(0.1, 0.2, 0.4)');

/** The input of a defined number: its description carries meaning, default, range, source and status, so editors show them. */
export function definedNumber(definition: NumberDefinition): z.ZodOptional<z.ZodType<number | string>> {
  return z
    .union([z.number(), z.string().min(1)])
    .describe(describeNumber(definition))
    .optional();
}

/** One line that says all about a default. */
function describeNumber(definition: NumberDefinition): string {
  const { meaning, unit, value, absent, range, source, status } = definition;
  const standing = value === null ? (absent ?? 'none') : String(value);
  return `${meaning} [${unit}]; default ${standing}; range ${range[0]} to ${range[1]}; ${status}: ${source}`;
}

const responseShape = {
  formative: definedNumber(PARAMETERS['response.formative']),
  growing: definedNumber(PARAMETERS['response.growing']),
  mature: definedNumber(PARAMETERS['response.mature']),
  recession: definedNumber(PARAMETERS['response.recession']),
};

const parameterShape = {
  ...Object.fromEntries(
    Object.entries(PARAMETERS)
      .filter(([key]) => !key.startsWith('response.'))
      .map(([key, definition]) => [key, definedNumber(definition)]),
  ),
  response: z
    .strictObject(responseShape)
    .describe('responsiveness of an industry to its channels, by its stage')
    .optional(),
};

/** Keys that case and scenario files share. */
export const sharedShape = {
  table: z.string().min(1).describe('which of the case’s output tables').optional(),
  window: z.int().min(1).max(100).describe('years the agglomeration index looks back').optional(),
  years: z
    .strictObject({
      from: z.int().describe('first projected year, an observed one; default the last observed').optional(),
      to: z.int().describe('last projected year').optional(),
    })
    .describe('years projected')
    .optional(),
  parameters: z
    .strictObject(parameterShape)
    .describe('parameters of the growth equation and of coordination')
    .optional(),
  trend: z
    .union([
      z.number(),
      z.string().min(1),
      z.strictObject({
        longRun: definedNumber(TREND.longRun),
        halfLife: definedNumber(TREND.halfLife),
        shrinkage: definedNumber(TREND.shrinkage),
        mixHalfLife: definedNumber(TREND.mixHalfLife),
        floor: definedNumber(TREND.floor),
        window: z
          .union([z.int().min(1).max(1000), z.literal('all')])
          .describe(
            'years of past growth that the trend is read off, up to the first projected one: a number, or all (the default)',
          )
          .optional(),
        industries: z
          .record(z.string(), numberInput)
          .describe('log growth a year of single industries, in place of observed growth')
          .optional(),
      }),
    ])
    .describe(
      'growth of the higher-level region: one rate or expression in year for all industries, or how observed growth fades',
    )
    .optional(),
  noise: z
    .strictObject({
      common: definedNumber(NOISE.common),
      industry: definedNumber(NOISE.industry),
      region: definedNumber(NOISE.region),
      cell: definedNumber(NOISE.cell),
      drift: definedNumber(NOISE.drift),
      persistence: definedNumber(NOISE.persistence),
    })
    .describe('noise of Monte Carlo draws')
    .optional(),
};

import { COORDINATION_DEFINITIONS } from './coordination.js';
import type { NumberDefinition } from './definition.js';
import { EQUATION_DEFINITIONS } from './equation.js';

export { COORDINATION_KEYS, INGREDIENT_WEIGHTS, type IngredientWeight } from './coordination.js';
export { NOISE, type NoiseKey } from './noise.js';
export { TREND, type TrendKey } from './trend.js';

/** A key of `parameters:`; those of `response` are written with a dot. */
export type ParameterKey = keyof typeof EQUATION_DEFINITIONS | keyof typeof COORDINATION_DEFINITIONS;

/**
 * The parameters of the growth equation and of coordination: every default with its value, range, source and status.
 * Keys are those of `parameters:` in case and scenario files.
 */
export const PARAMETERS: Readonly<Record<ParameterKey, NumberDefinition>> = {
  ...EQUATION_DEFINITIONS,
  ...COORDINATION_DEFINITIONS,
};

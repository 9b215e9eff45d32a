import type { EquationParameters } from '../kernel/inputs.js';
import type { ParameterKey } from '../parameters/parameters.js';
import type { Scalar } from '../values/scalar.js';

/** The parameters of the growth equation in an object that every draw writes anew. */
export function drawnParameters(parameter: (key: ParameterKey) => Scalar): {
  readonly values: EquationParameters;
  read(): void;
} {
  const simple = SIMPLE.map((key) => [key, parameter(key)] as const);
  const response = STAGES.map((stage) => [stage, parameter(`response.${stage}`)] as const);
  const values = {
    ...(Object.fromEntries(SIMPLE.map((key) => [key, Number.NaN])) as Record<Simple, number>),
    response: { formative: Number.NaN, growing: Number.NaN, mature: Number.NaN, recession: Number.NaN },
  };
  return {
    values,
    read() {
      for (const [key, read] of simple) values[key] = read();
      for (const [stage, read] of response) values.response[stage] = read();
    },
  };
}

const SIMPLE = [
  'localisation',
  'marketAccess',
  'distanceDecay',
  'rivalry',
  'displacement',
  'persistence',
  'shrinkage',
  'adjustment',
  'outputPassThrough',
  'land',
  'supplierAccess',
  'customerAccess',
] as const satisfies readonly (keyof EquationParameters)[];

type Simple = (typeof SIMPLE)[number];

const STAGES = ['formative', 'growing', 'mature', 'recession'] as const;

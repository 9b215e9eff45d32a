import type { Economy } from '../economy/economy.js';
import { PARAMETERS, type ParameterKey } from '../parameters/parameters.js';
import { support } from '../values/distribution.js';
import type { Quantity } from '../values/quantity.js';
import type { BuildContext } from './build-context.js';
import type { Scenario } from './scenario.js';

/** Parameters of the channel between industries. */
const CHAIN_KEYS = ['supplierAccess', 'customerAccess'] as const;
const STAGES = ['response.formative', 'response.growing', 'response.mature', 'response.recession'] as const;

/** From here on more output could attract more than itself, and the path run away. */
const RUNAWAY = 2;

/**
 * The parameters of a scenario as they hold for its case: without an input–output table those of the channel between industries are 0 unless
 * written, so that no study draws what has no effect.
 */
export function parametersOfCase(
  parameters: Scenario['parameters'],
  written: Readonly<Record<string, unknown>>,
  { inputOutput }: Economy,
): Scenario['parameters'] {
  if (inputOutput !== null) return parameters;
  const off: Quantity = { kind: 'constant', value: 0 };
  return {
    ...parameters,
    ...Object.fromEntries(CHAIN_KEYS.filter((key) => !Object.hasOwn(written, key)).map((key) => [key, off])),
  };
}

/** Reports parameters with which output may attract more output than itself: s·(β + γ_S + γ_D) above 2, at the most that a draw may take. */
export function checkRunaway(
  parameters: Scenario['parameters'],
  written: Readonly<Record<string, unknown>>,
  context: BuildContext,
): void {
  if (context.economy.inputOutput === null) return;
  const most = (key: ParameterKey) => mostOf(parameters[key], PARAMETERS[key].domain[1]);
  const strongest = Math.max(...STAGES.map(most));
  const access = most('marketAccess') + most('supplierAccess') + most('customerAccess');
  if (!(strongest * access > RUNAWAY)) return;
  const key = [...CHAIN_KEYS, 'marketAccess', 'response'].find((each) => Object.hasOwn(written, each));
  context.report({
    path: key === undefined ? ['parameters'] : ['parameters', key],
    message: `response × (marketAccess + supplierAccess + customerAccess) may reach ${Number((strongest * access).toPrecision(3))}: above ${RUNAWAY} output would attract more than itself`,
    hint: 'lower one of them, or the end of its distribution',
  });
}

/** The largest value that a draw may take, of a number whose domain ends at `limit`. */
function mostOf(quantity: Quantity, limit: number): number {
  if (quantity.kind === 'constant') return quantity.value;
  return quantity.kind === 'distribution' ? Math.min(limit, support(quantity)[1]) : limit;
}

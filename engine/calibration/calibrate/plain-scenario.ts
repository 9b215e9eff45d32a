import type { CaseFile } from '../../economy/case-schema.js';
import type { Economy } from '../../economy/economy.js';
import { throwMistakes } from '../../mistakes.js';
import { buildScenario } from '../../scenario/build-scenario.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { ExpressionParser } from '../../values/expressions.js';
import type { Settings } from './settings.js';

/** The numbers of the model that a case sets for all its scenarios. */
export type CaseNumbers = Pick<CaseFile, 'trend' | 'parameters'>;

/** A scenario without policies from the last observed year of an economy, with settings over the model's defaults. */
export function plainScenario(
  economy: Economy,
  to: number,
  settings: Settings | CaseNumbers | null,
  expressions: ExpressionParser | null = null,
): Scenario {
  const from = economy.years.at(-1)!;
  const { scenario, mistakes } = buildScenario(
    { years: { from, to }, ...settings },
    {
      file: 'backtest',
      economy,
      expressions,
      at: (path) => ({ file: `calibrated ${path.join('.')}`, line: 1, column: 1 }),
    },
  );
  throwMistakes(mistakes);
  return scenario;
}

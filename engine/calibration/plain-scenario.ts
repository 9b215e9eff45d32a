import type { Economy } from '../economy/economy.js';
import { throwMistakes } from '../mistakes.js';
import { buildScenario } from '../scenario/build-scenario.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Settings } from './calibrate/settings.js';

/** A scenario without policies from the last observed year of an economy, with settings over the model's defaults. */
export function plainScenario(economy: Economy, to: number, settings: Settings | null): Scenario {
  const from = economy.years.at(-1)!;
  const { scenario, mistakes } = buildScenario(
    { years: { from, to }, ...settings },
    {
      file: 'backtest',
      economy,
      expressions: null,
      at: (path) => ({ file: `calibrated ${path.join('.')}`, line: 1, column: 1 }),
    },
  );
  throwMistakes(mistakes);
  return scenario;
}

import { relative, resolve, sep } from 'node:path';
import type { Optimisation } from '../../engine/optimise/optimisation.js';
import { planOf } from '../../engine/optimise/optimisation.js';
import { planSettings } from '../../engine/optimise/plan-settings.js';
import { formatNumber } from '../../engine/report/text/number-format.js';
import { scenarioIds, settingsOf } from '../../engine/scenario/scenario-ids.js';
import { scenarioText } from '../../engine/scenario/scenario-text.js';
import type { Context } from '../command.js';
import type { Menu } from './read-request.js';

/** Every pick as a scenario file that extends the menu, to be run from the folder of `--out`. */
export function pickFiles(optimisation: Optimisation, menu: Menu, context: Context): [string, string][] {
  const { out } = context;
  if (out === null) return [];
  const way = relative(resolve(out), resolve(menu.file)).split(sep).join('/');
  const settings = settingsOf(context.settings, scenarioIds([menu.file]), 0).map((setting) =>
    typeof setting === 'string' ? setting : setting.text,
  );
  const { scenario, economy } = menu.source;
  return optimisation.picks.map(({ name, meaning, id }) => {
    const plan = planOf(optimisation, id);
    const { mean, p10, p90 } = plan.fresh!;
    const text = scenarioText(
      {
        title: `${scenario.title}: ${name}`,
        extends: way.startsWith('.') ? way : `./${way}`,
        settings: [...settings, ...planSettings(plan.assignments!)],
        comments: [
          `Found by tandem optimise: ${meaning}.`,
          `Costs ${formatNumber(plan.cost)}, brings ${formatNumber(mean)} on fresh draws, from ${formatNumber(p10)} to ${formatNumber(p90)} in 80 % of them (${economy.currency}, discounted).`,
        ],
      },
      menu.parsed.layers.value,
    );
    return [`${name}.yaml`, text];
  });
}

import { knownNames } from '../mistakes.js';
import type { BuildContext } from './build-context.js';
import { numericPaths, resolvePath } from './numeric-paths.js';
import type { Scenario } from './scenario.js';

/** Checks that correlations name numbers of the scenario; whether they can hold together is for Monte Carlo to say. */
export function checkCorrelations(scenario: Scenario, context: BuildContext): void {
  if (scenario.correlations.length === 0) return;
  const paths = numericPaths(scenario);
  const short = [...paths.keys()].map((path) => path.replace(/^parameters\./, ''));
  scenario.correlations.forEach(([a, b], index) => {
    for (const [k, name] of [a, b].entries()) {
      if (resolvePath(paths, name) !== null) continue;
      const message = `no number called "${name}" to correlate`;
      context.report({ path: ['correlations', index, k], message, hint: knownNames(name, short), part: 'text' });
    }
  });
}

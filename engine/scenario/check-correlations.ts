import { knownNames } from '../mistakes.js';
import type { BuildContext } from './build-context.js';
import { pairProblems } from './correlation-pairs.js';
import { numericPaths, resolvePath } from './numeric-paths.js';
import type { Scenario } from './scenario.js';

/** Checks that correlations name numbers of the scenario, two different ones and each pair once; whether they can hold together is for Monte Carlo to say. */
export function checkCorrelations(scenario: Scenario, context: BuildContext): void {
  if (scenario.correlations.length === 0) return;
  const paths = numericPaths(scenario);
  const short = [...paths.keys()].map((path) => path.replace(/^parameters\./, ''));
  const resolved = scenario.correlations.map(
    ([a, b, rank]) => [resolvePath(paths, a) ?? a, resolvePath(paths, b) ?? b, rank] as const,
  );
  for (const { index, message, hint } of pairProblems(resolved)) {
    const short = (text: string): string => text.replaceAll('"parameters.', '"');
    context.report({ path: ['correlations', index], message: short(message), hint: short(hint), part: 'value' });
  }
  scenario.correlations.forEach(([a, b], index) => {
    for (const [k, name] of [a, b].entries()) {
      if (resolvePath(paths, name) !== null) continue;
      const message = `no number called "${name}" to correlate`;
      context.report({ path: ['correlations', index, k], message, hint: knownNames(name, short), part: 'text' });
    }
  });
}

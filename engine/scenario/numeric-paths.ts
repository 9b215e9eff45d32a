import type { Quantity } from '../values/quantity.js';
import type { Scenario } from './scenario.js';

/** Every number of a scenario by its path, such as `parameters.rivalry` or `policies.market.opening`: what may be set, swept or sampled. */
export function numericPaths(scenario: Scenario): Map<string, Quantity> {
  const paths = new Map<string, Quantity>();
  for (const [key, quantity] of Object.entries(scenario.parameters)) paths.set(`parameters.${key}`, quantity);
  for (const [key, quantity] of Object.entries(scenario.trend.numbers)) paths.set(`trend.${key}`, quantity);
  if (scenario.trend.all !== null) paths.set('trend', scenario.trend.all);
  for (const [key, quantity] of Object.entries(scenario.trend.industries))
    paths.set(`trend.industries.${key}`, quantity);
  for (const [key, quantity] of Object.entries(scenario.noise)) paths.set(`noise.${key}`, quantity);
  paths.set('coordination', scenario.coordination.all);
  for (const [key, quantity] of Object.entries(scenario.coordination.regions))
    paths.set(`coordination.${key}`, quantity);
  for (const policy of scenario.policies) {
    const base = `policies.${policy.name}`;
    for (const [key, quantity] of Object.entries(policy.numbers)) paths.set(`${base}.${key}`, quantity);
    if (policy.coordination === null) continue;
    paths.set(`${base}.coordination`, policy.coordination.all);
    for (const [key, quantity] of Object.entries(policy.coordination.regions)) {
      paths.set(`${base}.coordination.${key}`, quantity);
    }
  }
  return paths;
}

/**
 * The full path that a person means: a path as it is, else the parameter of that name; null where neither exists.
 */
export function resolvePath(paths: ReadonlyMap<string, Quantity>, text: string): string | null {
  if (paths.has(text)) return text;
  return paths.has(`parameters.${text}`) ? `parameters.${text}` : null;
}

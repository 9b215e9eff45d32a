import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';

/**
 * A key of the files as words.
 *
 * @example
 * words('duplicationWaste'); // → 'duplication waste'
 */
export function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const GROUPS: Readonly<Record<string, Readonly<Record<string, NumberDefinition>>>> = {
  parameters: PARAMETERS,
  trend: TREND,
  noise: NOISE,
};

/**
 * The plain name of a number of the model, by its key; the key as words where it has none.
 *
 * @example
 * plainName('spurs'); // → 'building links together'
 * plainName('longRun', 'trend'); // → 'long-run growth'
 */
export function plainName(key: string, group = 'parameters'): string {
  const definitions = GROUPS[group] ?? {};
  return (Object.hasOwn(definitions, key) ? definitions[key]?.title : undefined) ?? words(key);
}

/**
 * The path of an uncertain number in plain words; the names of policies stay as they are.
 *
 * @example
 * inputWords('parameters.marketAccess'); // → 'pull of near markets'
 * inputWords('policies.Open the border.failure'); // → 'failure of Open the border'
 * inputWords('trend.longRun'); // → 'long-run growth'
 */
export function inputWords(path: string): string {
  const [, group = '', rest = path] = /^(parameters|trend|noise|policies)\.(.*)$/.exec(path) ?? [];
  if (group !== 'policies') return plainName(rest, group);
  const dot = rest.lastIndexOf('.');
  return dot < 0 ? rest : `${words(rest.slice(dot + 1))} of ${rest.slice(0, dot)}`;
}

/**
 * The same for tables, with the key of a number beside its plain name, so that it can be found in files.
 *
 * @example
 * inputName('parameters.spurs'); // → 'building links together (spurs)'
 * inputName('trend.longRun'); // → 'long-run growth (trend.longRun)'
 * inputName('policies.Open the border.failure'); // → 'failure of Open the border'
 */
export function inputName(path: string): string {
  const plain = inputWords(path);
  const key = path.replace(/^parameters\./, '');
  return plain === key || path.startsWith('policies.') ? plain : `${plain} (${key})`;
}

import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { numberFields } from '../../policies/fields.js';
import { POLICY_KINDS } from '../../policies/index.js';

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
 * inputWords('policies.Open the border.opening'); // → 'Open the border: border opened'
 * inputWords('trend.longRun'); // → 'long-run growth'
 */
export function inputWords(path: string): string {
  const [, group = '', rest = path] = /^(parameters|trend|noise|policies)\.(.*)$/.exec(path) ?? [];
  if (group !== 'policies') return plainName(rest, group);
  const dot = rest.lastIndexOf('.');
  if (dot < 0) return rest;
  const [policy, field] = [rest.slice(0, dot), rest.slice(dot + 1)];
  const title = field === 'failure' ? undefined : fieldTitle(field);
  return title === undefined ? `${words(field)} of ${policy}` : `${policy}: ${title}`;
}

/** The plain name of a field of policies, the same in every kind that has it; undefined where it has none. */
function fieldTitle(field: string): string | undefined {
  return POLICY_KINDS.map((kind) => {
    const fields = numberFields(kind);
    return Object.hasOwn(fields, field) ? fields[field]!.title : undefined;
  }).find((title) => title !== undefined);
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

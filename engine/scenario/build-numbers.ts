import type { NumberDefinition } from '../parameters/definition.js';
import { needsExpressions, parseQuantity, type Quantity } from '../values/quantity.js';
import { domainMistake } from '../values/resolve.js';
import type { BuildContext } from './build-context.js';
import type { DefaultOf } from './observed-defaults.js';
import type { Path } from './plain-data.js';

/** Stands for a number that could not be read. */
const UNREAD: Quantity = { kind: 'constant', value: Number.NaN };

/** Builds a number from its text, checking that it lies in its domain. */
export function buildQuantity(
  path: Path,
  value: number | string,
  definition: NumberDefinition,
  context: BuildContext,
): Quantity {
  if (context.expressions === null && needsExpressions(value)) {
    context.leaveUnread();
    return UNREAD;
  }
  const parsed = parseQuantity(value, { parser: context.expressions, yearly: definition.yearly ?? false });
  if ('mistakes' in parsed) {
    for (const mistake of parsed.mistakes) context.report({ path, ...mistake, part: 'text' });
    return UNREAD;
  }
  checkDomain(path, value, parsed.quantity, definition, context);
  return parsed.quantity;
}

function checkDomain(
  path: Path,
  value: number | string,
  quantity: Quantity,
  { domain, meaning }: NumberDefinition,
  context: BuildContext,
): void {
  const outside = domainMistake(quantity, domain, context.horizon);
  if (outside === null) return;
  // A person who wrote 170% did not mean 1.7%.
  const meant = String(value).includes('%') ? undefined : outside.hint;
  const hint = meant ?? `${meaning}: from ${domain[0]} to ${domain[1]}`;
  context.report({ path, message: `${String(path.at(-1))}: ${outside.message}`, hint });
}

/** Builds numbers by their keys, as written at `path`, else from their defaults; a key with dots leads into mappings. */
export function buildNumbers<Key extends string>(
  path: Path,
  definitions: Readonly<Record<Key, NumberDefinition>>,
  written: Readonly<Record<string, unknown>>,
  context: BuildContext,
  defaultOf: DefaultOf = (_, { value }) => value,
): Record<Key, Quantity> {
  const numbers = {} as Record<Key, Quantity>;
  for (const [key, definition] of Object.entries(definitions) as [Key, NumberDefinition][]) {
    const keys = key.split('.');
    const value = valueAt(written, keys) as number | string | undefined;
    if (value !== undefined) {
      numbers[key] = buildQuantity([...path, ...keys], value, definition, context);
      continue;
    }
    const standing = defaultOf([...path, key].join('.'), definition);
    if (standing !== null) numbers[key] = defaultQuantity(standing);
  }
  return numbers;
}

/** Defaults are plain numbers and distributions. */
function defaultQuantity(value: number | string): Quantity {
  const parsed = parseQuantity(value);
  if ('mistakes' in parsed) throw new Error(`the default ${value} is no number`);
  return parsed.quantity;
}

function valueAt(data: unknown, keys: readonly string[]): unknown {
  let value = data;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

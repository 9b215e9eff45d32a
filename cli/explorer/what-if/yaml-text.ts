import { isScalar, parseDocument, stringify } from 'yaml';

/**
 * A value on one line, as it may stand in a file or behind `--set path=`.
 *
 * @example
 * yamlText(['Changchun', 'N.A.: goods']); // → '[ Changchun, "N.A.: goods" ]'
 */
export function yamlText(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/** Lists, maps and what is quoted already are taken as they are written, with their mistakes. */
const AS_WRITTEN = /^[[{"']/;

/**
 * A text that a person typed as one value of a file: in quotes where it would be read as something else.
 *
 * @example
 * withQuotes('year < 2020 ? 1 : 0.5'); // → '"year < 2020 ? 1 : 0.5"'
 * withQuotes('normal(0.03, 0.01)'); // → 'normal(0.03, 0.01)'
 */
export function withQuotes(typed: string): string {
  if (AS_WRITTEN.test(typed)) return typed;
  const { contents, errors } = parseDocument(`value: ${typed}`);
  const value = (contents as unknown as { get(key: string, keep: true): unknown } | null)?.get('value', true);
  return errors.length === 0 && isScalar(value) && value.type === 'PLAIN' ? typed : JSON.stringify(typed);
}

/** The text that was typed, from the value that `withQuotes` made of it. */
export function withoutQuotes(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    const typed: unknown = JSON.parse(written);
    return typeof typed === 'string' && withQuotes(typed) === written ? typed : written;
  } catch {
    return written;
  }
}

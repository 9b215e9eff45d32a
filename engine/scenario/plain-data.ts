/** A place in plain data: keys and list indices from the root. */
export type Path = readonly (string | number)[];

/** A mapping of keys to values. */
export type Plain = Record<string, unknown>;

/** True for a mapping. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Entries of a list or mapping, by index or key; none for any other value. */
export function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  return isPlain(value) ? Object.entries(value) : [];
}

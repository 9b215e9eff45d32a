/**
 * A value as JSON text in pieces, indented, with every array of plain values on one line, so that a matrix reads as rows. Typed arrays are
 * written as arrays, what is not finite as null, and undefined fields are left out, as `JSON.stringify` does.
 *
 * @example
 * [...jsonText({ years: [2011, 2012], tie: [[null, 43.4]] })].join(''); // → '{\n  "years": [2011, 2012],\n  "tie": [\n    [null, 43.4]\n  ]\n}\n'
 */
export function jsonText(value: unknown): JsonText {
  return { value, [Symbol.iterator]: () => textOf(value) };
}

/** JSON text in pieces, which still knows its value, so that it can be written in another form, too. */
export interface JsonText extends Iterable<string> {
  readonly value: unknown;
}

function* textOf(value: unknown): Generator<string> {
  yield* pieces(value, '');
  yield '\n';
}

function* pieces(value: unknown, indent: string): Generator<string> {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const items = Array.isArray(value) ? value : Array.from(value as unknown as ArrayLike<number>);
    if (!items.some(isComposite)) yield `[${items.map(scalar).join(', ')}]`;
    else yield* block('[', ']', items, indent, (item) => ['', item]);
  } else if (isComposite(value)) {
    const entries = Object.entries(value as object).filter(([, each]) => each !== undefined);
    if (entries.length === 0) yield '{}';
    else yield* block('{', '}', entries, indent, ([key, each]) => [`${JSON.stringify(key)}: `, each]);
  } else yield scalar(value);
}

function* block<Item>(
  open: string,
  close: string,
  items: readonly Item[],
  indent: string,
  part: (item: Item) => readonly [string, unknown],
): Generator<string> {
  const inner = `${indent}  `;
  yield `${open}\n`;
  for (const [index, item] of items.entries()) {
    const [prefix, value] = part(item);
    yield inner + prefix;
    yield* pieces(value, inner);
    yield index < items.length - 1 ? ',\n' : '\n';
  }
  yield indent + close;
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function scalar(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

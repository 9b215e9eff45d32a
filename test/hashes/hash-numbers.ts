/** What a result was made from, in the place of what it says. */
const INPUT = new Set(['compiled', 'economy', 'plan', 'scenario', 'study']);

/** The numbers of plain data in the order in which they stand there; its inputs and its words are left out. */
function* numbersOf(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (ArrayBuffer.isView(value)) yield* value as unknown as Iterable<number>;
  else if (value instanceof Map || value instanceof Set) yield* numbersOf([...value]);
  else if (Array.isArray(value)) for (const each of value) yield* numbersOf(each);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) if (!INPUT.has(key)) yield* numbersOf(each);
  }
}

/** SHA-256 of the bits of all numbers of a result; bits of NaN, which engines choose, are made one. */
export async function hashNumbers(result: unknown): Promise<string> {
  const numbers = [...numbersOf(result)];
  if (numbers.length === 0) throw new Error('no numbers to hash');
  const bytes = new DataView(new ArrayBuffer(8 * numbers.length));
  for (const [k, x] of numbers.entries()) {
    if (Number.isNaN(x)) bytes.setBigUint64(8 * k, 0x7ff8000000000000n);
    else bytes.setFloat64(8 * k, x);
  }
  const hash = await crypto.subtle.digest('SHA-256', bytes.buffer);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

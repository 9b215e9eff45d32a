import { isScalar } from 'yaml';

/** A call with more arguments is not looked for, since each entry of a flow collection might start one. */
const MAX_ARGUMENTS = 32;

/** A call such as `normal(0, 1)` that a flow collection has split at its commas. */
export interface SplitCall {
  readonly text: string;
  readonly start: number;
  /** Index of the last entry that belongs to it. */
  readonly last: number;
}

/** The call that starts in entry `first` of a flow collection; undefined where none does. */
export function splitCall<Item>(
  items: readonly Item[],
  first: number,
  part: (item: Item, first: boolean) => unknown,
  text: string,
): SplitCall | undefined {
  let open = 0;
  let start: number | undefined;
  const end = Math.min(items.length, first + MAX_ARGUMENTS);
  for (let i = first; i < end; i++) {
    const node = part(items[i]!, i === first);
    if (!isScalar(node) || node.type !== 'PLAIN' || node.range == null) return undefined;
    start ??= node.range[0];
    const piece = text.slice(node.range[0], node.range[1]);
    if (i === first && !piece.includes('(')) return undefined;
    for (const character of piece) open += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (open > 0) continue;
    return i === first ? undefined : { text: text.slice(start, node.range[1]).replace(/\s+/g, ' '), start, last: i };
  }
  return undefined;
}

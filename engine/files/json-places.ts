/** Tokens of JSON (RFC 8259) that are no bracket, comma or colon. */
const BLANKS = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a string.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Places in a JSON text. */
export interface JsonPlaces {
  /** Offset at which the text stops being JSON; null where all of it is. */
  readonly wrong: number | null;
  /** Offsets of the elements of the array that was asked for. */
  readonly elements: readonly number[];
}

/** An object or array that is open where the walk stands. */
interface Open {
  readonly array: boolean;
  /** Number of keys of the path that lead here; -1 where it leads elsewhere. */
  readonly matched: number;
  key: string | null;
}

/**
 * Walks a JSON text without recursion, however deep it is nested: finds where it is wrong, and where the elements of one array stand.
 * The parser of the language tells neither in a form that can be relied upon.
 *
 * @param path keys that lead to the array
 *
 * @example
 * jsonPlaces('{"features": [{}, {"a": 1}]}', ['features']); // → { wrong: null, elements: [14, 18] }
 * jsonPlaces('{"a": [1, 2}').wrong; // → 11
 */
export function jsonPlaces(text: string, path: readonly string[] = []): JsonPlaces {
  const open: Open[] = [];
  const elements: number[] = [];
  let at = 0;
  const take = (token: RegExp): string | null => {
    token.lastIndex = at;
    const found = token.exec(text)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  /** Takes what stands before a value, or the end of the innermost container; false where it is wrong. */
  let first = true;
  for (;;) {
    take(BLANKS);
    const inside = open.at(-1);
    if (inside === undefined && !first) return { wrong: at === text.length ? null : at, elements };
    if (inside !== undefined) {
      if (text[at] === (inside.array ? ']' : '}')) {
        at += 1;
        open.pop();
        first = false;
        continue;
      }
      if (!first) {
        if (text[at] !== ',') return { wrong: at, elements };
        at += 1;
        take(BLANKS);
      }
      if (!inside.array) {
        const key = take(STRING);
        if (key === null) return { wrong: at, elements };
        inside.key = key;
        take(BLANKS);
        if (text[at] !== ':') return { wrong: at, elements };
        at += 1;
        take(BLANKS);
      } else if (inside.matched === path.length) elements.push(at);
    }
    const start = text[at];
    if (start === '{' || start === '[') {
      open.push({ array: start === '[', matched: matchedBelow(inside, path), key: null });
      at += 1;
      first = true;
      continue;
    }
    if (take(start === '"' ? STRING : SCALAR) === null) return { wrong: at, elements };
    first = false;
  }
}

function matchedBelow(parent: Open | undefined, path: readonly string[]): number {
  if (parent === undefined) return 0;
  const wanted = path[parent.matched];
  const leads = !parent.array && wanted !== undefined && parent.key !== null && JSON.parse(parent.key) === wanted;
  return leads ? parent.matched + 1 : -1;
}

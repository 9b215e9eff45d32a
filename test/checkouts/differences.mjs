const NUMBER = /[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?/gi;

/** A text cut into its numbers and what stands between them. */
function cut(text) {
  return { words: text.split(NUMBER), numbers: text.match(NUMBER) ?? [] };
}

function numberOf(written) {
  return Number(written.replaceAll(',', '').replace('−', '-'));
}

/**
 * True where two lines hold the same words, and numbers that differ by at most the tolerance: relative to the larger one, or absolute below 1.
 *
 * @param {string} first
 * @param {string} second
 * @param {number} tolerance
 */
export function sameWithin(first, second, tolerance) {
  if (first === second) return true;
  if (tolerance === 0) return false;
  const [a, b] = [cut(first), cut(second)];
  if (a.words.length !== b.words.length || a.words.some((word, i) => word !== b.words[i])) return false;
  return a.numbers.every((written, i) => {
    const [x, y] = [numberOf(written), numberOf(b.numbers[i])];
    return Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(x), Math.abs(y));
  });
}

/** The part of a long line around the place where it begins to differ from another. */
function around(line, other) {
  const width = 110;
  let at = 0;
  while (at < line.length && line[at] === other[at]) at++;
  const from = Math.max(0, at - width / 3);
  const part = line.slice(from, from + width);
  return `${from > 0 ? '…' : ''}${part}${from + width < line.length ? '…' : ''}`;
}

/**
 * What differs between two outputs, for a reader: how many lines, and the first of them from both sides.
 *
 * @param {Buffer | undefined} first undefined where the file is missing
 * @param {Buffer | undefined} second
 * @param {number} tolerance
 * @returns {string | null} null where nothing differs
 */
export function difference(first, second, tolerance) {
  if (first === undefined) return 'only in the second';
  if (second === undefined) return 'only in the first';
  if (first.equals(second)) return null;
  if (first.includes(0) || second.includes(0)) return `${first.length} and ${second.length} bytes, not the same`;
  const [a, b] = [first.toString('utf8').split('\n'), second.toString('utf8').split('\n')];
  const length = Math.max(a.length, b.length);
  const differing = Array.from({ length }, (_, i) => i).filter((i) => !sameWithin(a[i] ?? '', b[i] ?? '', tolerance));
  if (differing.length === 0) return null;
  const at = differing[0];
  const [before, after] = [a[at] ?? '(end)', b[at] ?? '(end)'];
  const lines = `${differing.length} of ${length} lines, the first is line ${at + 1}`;
  return `${lines}\n    - ${around(before, after)}\n    + ${around(after, before)}`;
}

/**
 * Indices of the names that a list of names and globs (`*` any text, `?` one character) picks, ascending.
 *
 * @example
 * matchNames(['Chang*'], ['Changchun', 'Jilin', 'Changzhou']); // → [0, 2]
 */
export function matchNames(patterns: readonly string[], names: readonly string[]): number[] {
  const tests = patterns.map(globTest);
  return names.flatMap((name, index) => (tests.some((test) => test(name)) ? [index] : []));
}

/** True for a pattern with a wildcard. */
export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Matches by walking, not by a regular expression made from input: a hostile pattern can then take no more than length × length steps. */
function globTest(pattern: string): (name: string) => boolean {
  if (!isGlob(pattern)) return (name) => name === pattern;
  return (name) => {
    let p = 0;
    let n = 0;
    let star = -1;
    let resume = 0;
    while (n < name.length) {
      if (p < pattern.length && pattern[p] === '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else return false;
    }
    while (pattern[p] === '*') p++;
    return p === pattern.length;
  };
}

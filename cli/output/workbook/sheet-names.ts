/** Letters of the longest name that Excel gives a sheet. */
const MOST_LETTERS = 31;
/** Name that Excel keeps for itself. */
const RESERVED = 'history';

/**
 * Names of sheets for names of tables: without what Excel forbids in them, at most 31 letters long, and none twice, whatever its case.
 *
 * @example
 * sheetNames(['outputs', 'Outputs', 'a/b [1]', '']); // → ['outputs', 'Outputs 2', 'a-b -1-', 'table']
 */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set([RESERVED]);
  return names.map((name) => {
    const legal = legalName(name);
    let found = cut(legal, MOST_LETTERS);
    for (let k = 2; taken.has(found.toLowerCase()); k++) found = `${cut(legal, MOST_LETTERS - ` ${k}`.length)} ${k}`;
    taken.add(found.toLowerCase());
    return found;
  });
}

function legalName(name: string): string {
  const legal = name.replace(/['[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]/gu, '-').trim();
  return legal === '' ? 'table' : legal;
}

/** The first letters of a text, no letter cut in two; Excel counts units of UTF-16. */
function cut(text: string, length: number): string {
  let end = '';
  for (const letter of text) {
    if (end.length + letter.length > length) break;
    end += letter;
  }
  return end.trimEnd();
}

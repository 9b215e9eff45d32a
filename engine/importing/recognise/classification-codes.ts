/** A stretch of a classification: sections `B` to `E`, or numbered classes of one length, perhaps within a section. */
interface CodeRange {
  readonly section: readonly [number, number] | null;
  readonly classes: { readonly low: string; readonly high: string } | null;
}

/**
 * True where the first code of a classification contains the second: `B-E` and `C`, `C` and `C10`, `10-12` and `11`, `C10` and `C10.1`.
 * Brackets behind a code are ignored.
 *
 * @example
 * codeContains('B-E', 'C'); // → true
 * codeContains('C', 'CA (10-12)'); // → true
 * codeContains('C10-C12', 'C11'); // → true
 * codeContains('A', 'B'); // → false
 * codeContains('C', 'C'); // → false
 */
export function codeContains(whole: string, part: string): boolean {
  const outer = readCode(whole);
  const inner = readCode(part);
  if (outer === null || inner === null || whole === part) return false;
  if (outer.section !== null && outer.classes === null) {
    if (inner.section === null) return false;
    const within = inner.section[0] >= outer.section[0] && inner.section[1] <= outer.section[1];
    const same = inner.section[0] === outer.section[0] && inner.section[1] === outer.section[1];
    return within && (!same || inner.classes !== null);
  }
  if (outer.classes === null || inner.classes === null) return false;
  if (outer.section?.[0] !== inner.section?.[0]) return false;
  const { low, high } = outer.classes;
  if (low.length < 2 || inner.classes.low.length < low.length) return false;
  if (inner.classes.low === low && inner.classes.high === high) return false;
  return inner.classes.low.slice(0, low.length) >= low && inner.classes.high.slice(0, high.length) <= high;
}

function readCode(text: string): CodeRange | null {
  const [head = ''] = text.split(/[([]/, 1);
  const code = head.replaceAll('–', '-').trim();
  const sections = /^([A-Z])(?:\s*-\s*([A-Z]))?$/.exec(code);
  if (sections) return { section: [letter(sections[1]!), letter(sections[2] ?? sections[1]!)], classes: null };
  const sub = /^([A-Z])([A-Z])$/.exec(code);
  if (sub) return { section: [letter(sub[1]!), letter(sub[1]!)], classes: { low: sub[2]!, high: sub[2]! } };
  const classes = /^([A-Z])?(\d[\d.]*)(?:\s*[-_]\s*[A-Z]?(\d[\d.]*))?$/.exec(code);
  if (!classes) return null;
  const [, section, low = '', high = low] = classes;
  const bare = (digits: string) => digits.replaceAll('.', '');
  return {
    section: section === undefined ? null : [letter(section), letter(section)],
    classes: { low: bare(low), high: bare(high) },
  };
}

function letter(text: string): number {
  return text.charCodeAt(0);
}

/**
 * The code at the head of a name, or the empty text.
 *
 * @example
 * leadingCode('C10-C12 Food, drink and tobacco'); // → 'C10-C12'
 * leadingCode('B-E: Industry'); // → 'B-E'
 * leadingCode('A good name'); // → ''
 */
export function leadingCode(name: string): string {
  const [, code = ''] =
    /^([A-Z](?:\s?-\s?[A-Z])?|[A-Z]?\d[\d.]*(?:\s?-\s?[A-Z]?\d[\d.]*)?)(?:\s*[:–—(]|\s+-\s|\s+(?=\p{Lu}|\p{Lo})|$)/u.exec(
      name,
    ) ?? [];
  return code.replaceAll(' ', '');
}

import stringWidth from 'string-width';

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Columns a text takes in a terminal: two for a Chinese character, none for a combining accent.
 *
 * @example
 * displayWidth('Jilin'); // → 5
 * displayWidth('吉林'); // → 4
 */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/**
 * A text filled with spaces up to a display width; longer ones are returned as they are.
 *
 * @example
 * pad('吉林', 6, 'right'); // → '  吉林'
 * pad('Jilin', 6, 'left'); // → 'Jilin '
 */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/**
 * A text cut to a display width, its end replaced by `…`; never cut inside a character.
 *
 * @example
 * truncate('Communications equipment', 10); // → 'Communica…'
 * truncate('通信设备制造业', 7); // → '通信设…'
 * truncate('Jilin', 10); // → 'Jilin'
 */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    const next = displayWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Prose broken at spaces into lines of at most a display width; a single longer word keeps its own line. Further lines are indented.
 *
 * @example
 * wrapWords('output by region and year', 12); // → ['output by', 'region and', 'year']
 * wrapWords('note: ties are off', 12, '  '); // → ['note: ties', '  are off']
 */
export function wrapWords(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const joined = line.trim() === '' ? line + word : `${line} ${word}`;
    if (line.trim() !== '' && displayWidth(joined) > width) {
      lines.push(line);
      line = indent + word;
    } else line = joined;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

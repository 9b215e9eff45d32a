import { countWords, MOST_WORDS } from '../../engine/report/text/sentence.js';

/** Tags inside a sentence. */
const INLINE = /<\/?(?:sup|sub|b|a|em|i|strong|span)\b[^>]*>/g;

/**
 * The texts of a page that people read as sentences: headings, answers, cards, findings, captions and notes. Not those of tables, whose cells quote
 * sources and hold numbers, and not commands and paths.
 */
function textsOf(html: string): { readonly text: string; readonly hidden: boolean }[] {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<(script|style|svg|tbody|thead|dl)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<code>[\s\S]*?<\/code>/g, 'code')
    .replace(INLINE, '');
  return [...body.matchAll(/<([a-z0-9]+)([^>]*)>([^<]+)/g)].map(([, , attributes = '', text = '']) => ({
    text: text
      .replace(/&[a-z#0-9]+;/g, '"')
      .replace(/\s+/g, ' ')
      .trim(),
    hidden: /class="hidden"/.test(attributes),
  }));
}

/** The sentences of a page that are too long. Descriptions of pictures for those who cannot see them are lists, each of whose items counts. */
export function longSentences(html: string): string[] {
  return textsOf(html).flatMap(({ text, hidden }) =>
    text
      .split(hidden ? /(?<=[.!?;])\s+/ : /(?<=[.!?])\s+(?=[\p{Lu}"“+−\d£$€])/u)
      .filter((sentence) => countWords(sentence) > MOST_WORDS),
  );
}

/** Words of a page that a reader would stumble over: sentences too long, names of files for futures, powers of ten and signs of a method. */
export function roughWords(html: string): string[] {
  const signs = /.{0,30}(?:× 10<sup>|mu\*).{0,30}/.exec(html)?.[0] ?? [];
  return [...longSentences(html), ...fileNames(html)].concat(signs);
}

/** Names of futures on a page that are those of their files, where a label would be read more easily. */
export function fileNames(html: string): string[] {
  return textsOf(html).flatMap(({ text }) => /.{0,30}\b(?:un)?coordinated\b.{0,30}/.exec(text)?.[0] ?? []);
}

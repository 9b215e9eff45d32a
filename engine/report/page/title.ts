import type { Economy } from '../../economy/economy.js';

/** A future as a page names it. */
interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Titles that one title bears. */
const TITLES = 3;

/**
 * Title of a page about some futures. A file that extends another inherits its title, so that two futures may share one: then their ids tell
 * them apart.
 *
 * @example
 * pageTitle([{ id: 'apart', title: 'Acting apart' }, { id: 'together', title: 'Acting together' }]); // → 'Acting together, or Acting apart?'
 * pageTitle([{ id: 'a', title: 'Rail' }, { id: 'b', title: 'Rail' }]); // → 'Rail: b, or a?'
 * pageTitle([{ id: 'a', title: 'None' }, { id: 'b', title: 'Rail' }, { id: 'c', title: 'Road' }]); // → 'Rail, Road, or None?'
 */
export function pageTitle(futures: readonly Titled[]): string {
  const [first, ...later] = futures;
  if (later.length === 0) return first!.title;
  const titles = new Set(futures.map(({ title }) => title));
  const asked = (name: (future: Titled) => string): string => `${later.map(name).join(', ')}, or ${name(first!)}?`;
  if (titles.size === 1) return `${first!.title}: ${asked(({ id }) => id)}`;
  // A title that two share, and more titles than a line bears, say less than the ids.
  if (titles.size < futures.length || futures.length > TITLES) return `Which is better: ${asked(({ id }) => id)}`;
  return asked(({ title }) => title);
}

/**
 * The titles behind the ids by which a page names its futures, as their files give them, in a sentence.
 *
 * @example
 * namesSentence([{ id: 'rail', title: 'Faster trains' }]); // → 'rail is “Faster trains”, no policy the same years without it.'
 */
export function namesSentence(futures: readonly Titled[]): string {
  const shared = futures.some(({ title, id }) => futures.some((other) => other.id !== id && other.title === title));
  const warning = shared ? ' A file that extends another and has no title of its own bears the title of that.' : '';
  const named = futures.map(({ id, title }, k) => `${id}${k === 0 ? ' is' : ''} “${title}”`).join(', ');
  return `${named}, no policy the same years without ${futures.length === 1 ? 'it' : 'any of them'}.${warning}`;
}

/** The subject of a page, after its question: the case and which of its tables. */
export function placeSentence(economy: Economy): string {
  return `${economy.title}${economy.table === null ? '' : `, table ${economy.table}`}.`;
}

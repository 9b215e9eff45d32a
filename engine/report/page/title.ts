import type { Economy } from '../../economy/economy.js';

/** A future as a page names it. */
interface Titled {
  readonly id: string;
  readonly title: string;
}

/**
 * Title of a page about some futures. A file that extends another inherits its title, so that two futures may share one: then their ids tell
 * them apart.
 *
 * @example
 * pageTitle([{ id: 'apart', title: 'Acting apart' }, { id: 'together', title: 'Acting together' }]); // → 'Acting together, or Acting apart?'
 * pageTitle([{ id: 'a', title: 'Rail' }, { id: 'b', title: 'Rail' }]); // → 'Rail: b, or a?'
 */
export function pageTitle(futures: readonly Titled[]): string {
  const first = futures[0]!;
  const later = futures.at(-1)!;
  if (futures.length === 1) return later.title;
  return later.title === first.title
    ? `${later.title}: ${later.id}, or ${first.id}?`
    : `${later.title}, or ${first.title}?`;
}

/** What a page is about, after its question: the case and which of its tables. */
export function placeSentence(economy: Economy): string {
  return `${economy.title}${economy.table === null ? '' : `, table ${economy.table}`}.`;
}

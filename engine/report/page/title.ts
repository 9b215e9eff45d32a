import type { Economy } from '../../economy/economy.js';
import { capital } from '../text/sentence.js';

/** A future as a page names it. */
interface Titled {
  readonly label: string;
  readonly title: string;
}

/**
 * Title of a page about some futures: that of a single one, else the case's subject and the labels.
 *
 * @example
 * const futures = [{ label: 'apart', title: 'Each for itself' }, { label: 'together', title: 'Both together' }];
 * pageTitle(futures, { title: 'Two cities, 2005–2011' }); // → 'Two cities: together or apart?'
 * pageTitle(futures.slice(1), { title: 'Two cities, 2005–2011' }); // → 'Both together'
 */
export function pageTitle(futures: readonly Titled[], economy: Pick<Economy, 'title'>): string {
  const [first, ...later] = futures;
  if (later.length === 0) return first!.title;
  return `${caseSubject(economy)}: ${later.map(({ label }) => label).join(', ')} or ${first!.label}?`;
}

/**
 * Title of a case without the years that it covers.
 *
 * @example
 * caseSubject({ title: 'The North of England, 1998–2021' }); // → 'The North of England'
 */
export function caseSubject({ title }: Pick<Economy, 'title'>): string {
  return title.replace(/,? \(?\d{4}[–-]\d{4}\)?$/, '');
}

/**
 * The titles behind the labels by which a page names its futures, a sentence each.
 *
 * @example
 * namesSentence([{ label: 'rail', title: 'Faster trains' }]); // → 'Rail: Faster trains. No policy: the same years without it.'
 */
export function namesSentence(futures: readonly Titled[]): string {
  const named = futures
    .filter(({ label, title }) => label !== title && label !== NO_POLICY)
    .map(({ label, title }) => `${capital(label)}: ${title}.`);
  const without = futures.length === 1 ? 'it' : 'any of them';
  return [...named, `${capital(NO_POLICY)}: the same years without ${without}.`].join(' ');
}

/** The label of what is left where nobody does anything new. */
const NO_POLICY = 'no policy';

/** The subject of a page, after its question: the case and which of its tables. */
export function placeSentence(economy: Economy): string {
  return `${economy.title}${economy.table === null ? '' : `, table ${economy.table}`}.`;
}

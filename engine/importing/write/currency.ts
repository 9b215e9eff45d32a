import type { GuessList } from '../read/guess.js';
import { moneyIn, soundsLikeHeads } from '../recognise/measure-words.js';
import type { Panel } from '../recognise/panel.js';

/** The unit of the figures, null where nothing says, and true where they count heads rather than money. */
export function guessCurrency(
  { unit, measure, titles, about }: Panel,
  given: string | undefined,
  guesses: GuessList,
): { readonly currency: string | null; readonly heads: boolean } {
  const titled = titles.map(moneyIn).find((each) => each !== null) ?? null;
  const currency = given ?? unit ?? titled;
  const heads = soundsLikeHeads(
    given ?? [unit, measure, ...titles, ...about].filter((each) => each !== null).join(' '),
  );
  const option = '--currency';
  if (heads) guesses.reading('unit', 'heads rather than money, so no prices', { option });
  else if (currency !== null && currency !== given && currency !== unit)
    guesses.reading('unit', `"${currency}", as a title says`, { option });
  else if (currency !== null && currency !== given && guesses.list().every(({ about }) => about !== 'unit'))
    guesses.reading('unit', `"${currency}", as the table says`, { option });
  return { currency, heads };
}

import { money } from '../text/money.js';
import { capital, naming, verb } from '../text/sentence.js';

/** Gains of the regions compared with something, in the case's currency. */
export interface Sides {
  readonly regions: readonly string[];
  /** R. */
  readonly output: ArrayLike<number>;
  readonly currency: string;
  /** Label of what they are compared with. */
  readonly than: string;
}

/** More regions than this are not all named in a sentence: the tables name all. */
const NAMED = 3;

/** A part of what all winners gain below which a winner gains next to nothing. */
const NEXT_TO_NOTHING = 0.01;

/**
 * Regions that gain, those that gain next to nothing, and those that lose, a sentence each.
 *
 * @example
 * const sides = { regions: ['A', 'B', 'C'], output: [9, 0.01, -2], currency: 'million EUR', than: 'apart' };
 * sideSentences(sides); // → 'Compared with apart, A gains 9.00 million EUR. B gains next to nothing. C loses 2.00 million EUR.'
 */
export function sideSentences(sides: Sides): string {
  const { output, than } = sides;
  const gaining = byGain(sides, (gain) => gain > 0);
  const losing = byGain(sides, (gain) => gain < 0);
  if (gaining.length === 0 && losing.length === 0) return `Compared with ${than}, no region gains or loses.`;
  const all = gaining.reduce((total, r) => total + output[r]!, 0);
  const slight = gaining.filter((r) => output[r]! < NEXT_TO_NOTHING * all);
  const winners = gaining.filter((r) => !slight.includes(r));
  const compared = `Compared with ${than}, `;
  if (gaining.length === 0) return `${compared}every region loses. ${changed(sides, losing, 'lose')}`;
  return [
    changed(sides, winners, 'gain', { before: compared }),
    ...(slight.length === 0 ? [] : [changed(sides, slight, 'gain', { size: 'next to nothing' })]),
    losing.length === 0 ? 'No region loses.' : changed(sides, losing, 'lose'),
  ].join(' ');
}

/**
 * Regions that lose compared with no policy, and how many of them gain compared with another future.
 *
 * @param sides gains over no policy
 * @param label of the future
 * @param other the same regions compared with the other future
 */
export function stillLosing(sides: Sides, label: string, other: Pick<Sides, 'than' | 'output'>): string {
  const losing = byGain(sides, (gain) => gain < 0);
  const compared = `Compared with ${sides.than}, `;
  if (losing.length === 0) return `${compared}no region loses under ${label}.`;
  const helped = losing.filter((r) => other.output[r]! > 0).length;
  const though =
    helped === 0 || helped === losing.length
      ? ''
      : ` Of these, ${helped} ${helped === 1 ? 'gains' : 'gain'} compared with ${other.than}.`;
  return `${changed(sides, losing, 'lose', { before: compared, after: ` under ${label}` })}${though}`;
}

/** Regions by index, those that change most first. */
function byGain({ regions, output }: Sides, keep: (gain: number) => boolean): number[] {
  return regions
    .map((_, r) => r)
    .filter((r) => keep(output[r]!))
    .sort((a, b) => Math.abs(output[b]!) - Math.abs(output[a]!) || a - b);
}

/** The wording of a sentence on regions that gain or lose. */
interface Wording {
  /** Default the sum. */
  readonly size?: string;
  readonly before?: string;
  readonly after?: string;
}

/** A sentence on what some regions gain or lose together. */
function changed(
  { regions, output, currency }: Sides,
  some: readonly number[],
  word: 'gain' | 'lose',
  { size, before = '', after = '' }: Wording = {},
): string {
  const sum = money(Math.abs(some.reduce((total, r) => total + output[r]!, 0)), currency);
  return naming(
    some.map((r) => regions[r]!),
    NAMED,
    (who, most) =>
      `${before}${before === '' ? capital(who) : who} ${verb(some, word)} ${size ?? sum}${after}${most === null ? '' : `, most of all ${most}`}.`,
  );
}

import type { Fact } from '../../validation/facts-file.js';
import type { ValidatedFact } from '../../validation/validate-facts.js';
import { formatFixed, formatNumber, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { shortest, verb } from '../text/sentence.js';
import type { ValidationReport } from './validation-report.js';

/** Part of the figures that bands hold where they hold what they say. */
const EXPECTED = 0.8;

/** One paragraph that sums up how the projections did, failures first. */
export function validationSentence(report: ValidationReport): string {
  const usable = usableFacts(report);
  if (usable.length === 0) return NOTHING;
  return [heldSentence(report), expectedSentence(usable.length), ...furthestSentences(usable)].join(' ');
}

/** The same for a page, with what it means for whoever reads the projections. */
export function validationAnswer(report: ValidationReport): string[] {
  const usable = usableFacts(report);
  if (usable.length === 0) return [NOTHING];
  return [
    heldSentence(report),
    expectedSentence(usable.length),
    ...trustSentences(usable),
    ...furthestSentences(usable).slice(0, 1),
    ...bearInMind(report),
  ];
}

const NOTHING = 'No draw has a number for any of these facts.';

/** Facts for which the draws have a number. */
export function usableFacts({ validated }: ValidationReport): ValidatedFact[] {
  return validated.filter(({ median }) => median !== null);
}

function heldSentence(report: ValidationReport): string {
  const usable = usableFacts(report);
  const inside = usable.filter(({ inside80 }) => inside80).length;
  const whole = usable.length;
  const figures = whole === 1 ? 'published figure lies' : `published figures ${inside < 2 ? 'lies' : 'lie'}`;
  return `${inside === 0 ? 'None' : inside} of ${whole} ${figures} inside the 80% band of ${formatFixed(report.draws, 0)} draws.`;
}

function expectedSentence(whole: number): string {
  return `Of bands that hold what they say, about ${expected(whole)} would.`;
}

/**
 * About how many figures bands hold that hold what they say.
 *
 * @example
 * expected(5); // → '4'
 * expected(7); // → '5.6'
 */
export function expected(whole: number): string {
  return formatFixed(EXPECTED * whole, (EXPECTED * whole) % 1 < 1e-9 ? 0 : 1);
}

function furthestSentences(usable: readonly ValidatedFact[]): string[] {
  const worst = furthestFirst(usable)[0]!;
  const { fact, median, inside80, reach } = worst;
  if (inside80 || reach === null) return [];
  const values = `published ${factNumber(fact, fact.value)}, projected ${factNumber(fact, median)}`;
  return [
    shortest(`Furthest off is ${fact.name}: ${values}.`, `One figure is furthest off: ${values}.`),
    `That is ${times(reach)} times as far from the middle as the band reaches.`,
  ];
}

/** What the result means for whoever reads projections of this scenario. */
function trustSentences(usable: readonly ValidatedFact[]): string[] {
  const inside = usable.filter(({ inside80 }) => inside80).length;
  const needed = neededReach(usable);
  if (inside >= Math.floor(EXPECTED * usable.length)) {
    return ['The bands held about as often as they say, so they may be read as they stand.'];
  }
  const wider =
    needed === null || needed <= 1
      ? []
      : [
          `The bands would have to reach ${times(needed)} times as far to hold ${heldAtLeast(usable.length)} of ${usable.length}.`,
        ];
  return ['So do not read these projections as forecasts. Use them to compare futures with each other.', ...wider];
}

function bearInMind({ validated }: ValidationReport): string[] {
  const noted = validated.filter(({ fact }) => fact.note !== null);
  if (noted.length === 0) return [];
  return [
    noted.length === 1
      ? 'One figure does not measure quite the same as the case, as its note says.'
      : `${noted.length} of the figures ${verb(noted, 'come')} with a note on what they measure and what they do not.`,
  ];
}

/** Figures that are to be held: four fifths of them, a part counting as one. */
export function heldAtLeast(whole: number): number {
  return Math.ceil(EXPECTED * whole - 1e-9);
}

/** How many times as far the bands would have to reach to hold four fifths of the figures; null where one of these has a band without width. */
export function neededReach(usable: readonly ValidatedFact[]): number | null {
  const reaches = usable.map(({ reach, inside80 }) => reach ?? (inside80 ? 0 : Number.POSITIVE_INFINITY));
  const needed = reaches.toSorted((a, b) => a - b)[heldAtLeast(usable.length) - 1] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(needed) ? needed : null;
}

/** Facts by how far they are off, the furthest first; those without a number last. */
export function furthestFirst(validated: readonly ValidatedFact[]): ValidatedFact[] {
  const distance = ({ median, reach, inside80 }: ValidatedFact): number =>
    median === null ? -1 : (reach ?? (inside80 ? 0 : Number.POSITIVE_INFINITY));
  return validated.toSorted((a, b) => {
    const [first, second] = [distance(a), distance(b)];
    return first === second ? 0 : second - first;
  });
}

/** A number of a fact: a percentage where the fact was written as one. */
export function factNumber({ percentage }: Fact, value: number | null): string {
  if (!percentage || value === null) return formatNumber(value, 4);
  const decimals = Math.abs(value) >= 1 ? 0 : 1;
  return formatPercent(value, decimals);
}

/** The band of a fact. */
export function factBand(fact: Fact, low: number | null, high: number | null, between: string): string {
  return low === null || high === null
    ? NO_NUMBER
    : `${factNumber(fact, low).replace(between === '–' ? '%' : '', '')}${between}${factNumber(fact, high)}`;
}

/** How many times, with no more digits than tell something. */
export function times(value: number): string {
  return formatNumber(value, value < 1.1 ? 3 : value >= 10 ? 1 : 2);
}

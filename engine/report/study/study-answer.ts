import type { GainSummary, StudyResult } from '../../montecarlo/answers/answers.js';
import type { CentralRun } from '../../montecarlo/answers/central-run.js';
import type { StudyDrivers } from '../../montecarlo/answers/study-drivers.js';
import type { Proportion } from '../../statistics/proportion.js';
import { type AnswerBasis, carriedThrough, NO_BASIS } from '../comparison/answer-basis.js';
import { type Headline, howMuch, howOften, rangeSentence } from '../comparison/headline.js';
import { equalCostSentence, returnSentences } from '../comparison/returns.js';
import { inputWords } from '../text/key-words.js';
import { signedMoney } from '../text/money.js';
import { formatFixed, formatNumber, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { capital, listed, naming, shortest, verb } from '../text/sentence.js';

/** A region gains or loses probably where it does in so many of the draws. */
const PROBABLY = 0.9;

/** Names in a row that a sentence can bear. */
const NAMED = 3;

/** Inputs that a sentence names. */
const DRIVERS_NAMED = 4;

/** Part of the variance of ranks below which naming what explains it would be naming chance. */
const HARDLY = 0.1;

/**
 * The answer of a study in sentences made from its numbers: what is better, how surely, and for whom; as plain about losses as about gains.
 *
 * @param basis which kind of policy carries the answer, and how it fares under other beliefs, where that is known
 * @param whose winners are told where there are several futures: those of every one, or, where there is room for one screen, of the last
 */
export function studyAnswer(
  result: StudyResult,
  whose: 'every' | 'last' = 'last',
  basis: AnswerBasis = NO_BASIS,
): string[] {
  const { study, gains } = result;
  const usable = study.draws - result.failures.length;
  if (usable === 0) return [`All ${count(study.draws)} draws failed, so there is no answer.`];
  const first = gains[0]!;
  const later = gains.slice(1);
  if (later.length === 0) {
    const gain = first.overNoPolicy;
    const names = { later: first.future.scenario.label, first: NO_POLICY };
    return [
      ...headline({ ...names, gain, result, basis, k: 0 }),
      ...(same(gain) || result.regions.length === 1 ? [] : [sides(result, gain, names)]),
    ];
  }
  return later.flatMap(({ future, overFirst, overNoPolicy }, k) => {
    const names = { later: future.scenario.label, first: first.future.scenario.label };
    const told = headline({ ...names, gain: overFirst!, result, basis, k: k + 1 });
    if (whose === 'last' && k < later.length - 1) return told.slice(0, 1);
    return [
      ...told,
      ...(same(overFirst!) || result.regions.length === 1
        ? []
        : [sides(result, overFirst!, names), ...stillLosing(result, names.later, overNoPolicy)]),
    ];
  });
}

/** What is left where nobody does anything new, as sentences call it. */
const NO_POLICY = 'no policy';

/** Labels of two futures. */
interface Names {
  readonly later: string;
  readonly first: string;
}

interface StudyHeadline extends Names {
  readonly gain: GainSummary;
  readonly result: StudyResult;
  readonly basis: AnswerBasis;
  /** Place of the future among all. */
  readonly k: number;
}

/** By how much a future is better, in what share of the draws, and what that rests on. */
function headline({ later, first, gain: { total }, result, basis, k }: StudyHeadline): string[] {
  const { study, gains } = result;
  const { from, to } = study.futures[0]!.scenario.years;
  const { currency } = study.futures[0]!.economy;
  const main: Headline = { later, first, total, currency };
  if (total.probabilitySame.share === 1) return [howMuch(main)];
  const through = k === gains.length - 1 ? carriedThrough(basis.kinds, currency) : '';
  return [
    howMuch(main),
    `${howOften(main, basis.beliefs, Math.max(0, k - 1))} ${rangeSentence(total.count)}`,
    ...returnSentences(result, null, k, currency),
    `${k === 0 ? '' : costWords(study, k)}Output is summed over ${from}–${to} and discounted.` +
      ` The worst tenth of the draws gives ${signedMoney(total.lowestTenth, currency)} on average.`,
    ...(through === '' ? [] : [through]),
  ];
}

/** A sentence on the cost of a future beside that of the first; none where costs are as they come or one costs nothing. */
function costWords({ equalCost, futures }: StudyResult['study'], k: number): string {
  if (equalCost === null) return '';
  const both = [0, k].map((f) => ({ ...equalCost[f]!, label: futures[f]!.scenario.label }));
  return both.every(({ before }) => before > 0) ? `${equalCostSentence(both)} ` : '';
}

/** Regions that gain, that lose and that may do either, a sentence each. */
function sides({ study, regions }: StudyResult, { regions: summaries }: GainSummary, { later, first }: Names): string {
  const places = regions.map((name, r) => {
    const { probabilityBetter, probabilitySame } = summaries[r]!;
    const gains = probabilityBetter!.share ?? Number.NaN;
    return { name, gains, loses: 1 - gains - (probabilitySame.share ?? Number.NaN) };
  });
  const winners = places.filter(({ gains }) => gains >= PROBABLY);
  const losers = places.filter(({ loses }) => loses >= PROBABLY);
  const open = places.filter((place) => !winners.includes(place) && !losers.includes(place));
  const surely = (some: typeof places, word: 'gain' | 'lose'): string[] =>
    some.length === 0
      ? []
      : [
          naming(
            some.map(({ name }) => name),
            NAMED,
            (who) => `${who} ${verb(some, word)} in at least 9 of 10 draws.`,
          ),
        ];
  const parts = [...surely(winners, 'gain'), ...surely(losers, 'lose'), ...openSides(open, places.length)];
  const several = study.futures.length > 2 ? `Under ${later}, compared` : 'Compared';
  return [`${several} with ${first}, ${parts[0]}`, ...parts.slice(1).map(capital)].join(' ');
}

/** A sentence on the regions that probably lose beside no policy; none where no region does. */
function stillLosing({ regions }: StudyResult, later: string, { regions: summaries }: GainSummary): string[] {
  const losers = regions.filter((_, r) => {
    const { probabilityBetter, probabilitySame } = summaries[r]!;
    return 1 - probabilityBetter!.share! - probabilitySame.share! >= PROBABLY;
  });
  if (losers.length === 0) return [];
  return [
    naming(
      losers,
      NAMED,
      (who) => `Compared with ${NO_POLICY}, ${who} ${verb(losers, 'lose')} under ${later} in at least 9 of 10 draws.`,
    ),
  ];
}

/** Sentences on regions that may gain or lose, given how many there are in all. */
function openSides(open: readonly { readonly name: string; readonly gains: number }[], all: number): string[] {
  if (open.length === 0) return [];
  const share = (gains: number): string => formatPercent(gains, 0);
  if (open.length <= NAMED) {
    const each = open.map(({ name, gains }) => `${name} (gains in ${share(gains)} of the draws)`);
    const short = open.map(({ name, gains }) => `${name} (${share(gains)})`);
    return [shortest(`it is open for ${listed(each)}.`, `it is open for ${listed(short)}.`)];
  }
  const ordered = [...open].sort((a, b) => a.gains - b.gains);
  const [least, most] = [ordered[0]!, ordered.at(-1)!];
  const who = open.length === all ? `all ${all} regions` : `the other ${open.length} regions`;
  return [
    `for ${who} it is open.`,
    `They gain in ${share(least.gains)} (${least.name}) to ${share(most.gains)} (${most.name}) of the draws.`,
  ];
}

/**
 * The inputs that the answer hinges on, in a sentence; null where the draws cannot tell.
 */
export function driversAnswer({ inputs, regression }: StudyDrivers): string | null {
  if (regression.status === 'too-few') {
    return `${count(regression.draws)} draws are too few to say which of the ${inputs.length} numbers drawn it hinges on.`;
  }
  if (regression.status !== 'ok') return null;
  const explained = `R² ${formatPercent(regression.adjustedRSquared, 0)}`;
  if (regression.adjustedRSquared < HARDLY) {
    return `It hinges on no single number that was drawn. Rank regression on all of them explains next to nothing (${explained}).`;
  }
  const telling = rankedDrivers({ inputs, regression }).filter(({ low, high }) => low > 0 || high < 0);
  if (telling.length === 0) return 'It hinges on no single number that was drawn.';
  const named = telling
    .slice(0, DRIVERS_NAMED)
    .map(({ input, coefficient }) => `${inputWords(input)} (${signedFixed(coefficient)})`);
  const weak = regression.adjustedRSquared < 0.7 ? ', too little to lean on' : '';
  const said = (some: number): string => `It hinges most on ${listed(named.slice(0, some))}.`;
  return `${shortest(said(DRIVERS_NAMED), said(3), said(2), said(1))} That is by rank regression (${explained}${weak}).`;
}

/** A sentence on the place of one run at central values among the draws; none where the draws have no gain. */
export function centralAnswer({ gain, above }: CentralRun, currency: string): string[] {
  if (above.share === null) return [];
  return [`One run at central values gives ${signedMoney(gain, currency)}, more than ${chance(above)} of the draws.`];
}

/** A sentence on the share of draws that meet the goals; none where there are no goals. */
export function goalsAnswer({ study, goals }: StudyResult): string[] {
  if (goals.length === 0) return [];
  const last = study.futures.length - 1;
  const others = last > 0 ? [0] : [study.runs.length - 1];
  const met = goals.map(
    ({ name, runs }) =>
      `${name ?? 'all of them'} ${chance(runs[last]!)} (${others.map((run) => chance(runs[run]!)).join(', ')})`,
  );
  return [
    `Goals met under ${study.runs[last]!.scenario.label} (${study.runs[others[0]!]!.scenario.label}): ${met.join(', ')}.`,
  ];
}

/** One input of a study's drivers. */
export interface RankedDriver {
  readonly input: string;
  readonly coefficient: number;
  readonly low: number;
  readonly high: number;
}

/** The inputs that have a coefficient, the largest first. */
export function rankedDrivers({ inputs, regression }: StudyDrivers): RankedDriver[] {
  if (regression.status !== 'ok') return [];
  return inputs
    .flatMap((input, k): RankedDriver[] => {
      const coefficient = regression.coefficients[k] ?? null;
      if (coefficient === null) return [];
      return [{ input, coefficient, low: regression.low[k]!, high: regression.high[k]! }];
    })
    .sort((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient) || (a.input < b.input ? -1 : 1));
}

/** Parameters by the names that files give them. */
export function shortInput(input: string): string {
  return input.replace(/^parameters\./, '');
}

function same({ total }: GainSummary): boolean {
  return total.probabilitySame.share === 1;
}

/** A share of draws, never 0 or 100 % of what is not quite. */
export function chance({ hits, count: draws }: Pick<Proportion, 'hits' | 'count'>): string {
  if (draws === 0) return NO_NUMBER;
  if (hits === draws) return 'all';
  if (hits === 0) return 'none';
  return formatPercent(Math.max(0.001, Math.min(0.999, hits / draws)), 1);
}

/** A difference to three digits, its sign always shown. */
export function signed(value: number | null): string {
  if (value === null) return NO_NUMBER;
  return value > 0 ? `+${formatNumber(value, 3)}` : formatNumber(value, 3);
}

/** A coefficient with its sign. */
export function signedFixed(value: number): string {
  return value > 0 ? `+${formatFixed(value, 2)}` : formatFixed(value, 2);
}

export function count(value: number): string {
  return formatNumber(value, 1);
}

import type { GainSummary, StudyResult } from '../../montecarlo/answers/answers.js';
import type { CentralRun } from '../../montecarlo/answers/central-run.js';
import type { StudyDrivers } from '../../montecarlo/answers/study-drivers.js';
import type { Proportion } from '../../statistics/proportion.js';
import { type AnswerBasis, carriedThrough, NO_BASIS, tenths, underBeliefs } from '../comparison/answer-basis.js';
import { formatFixed, formatNumber, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { capital, listed, verb } from '../text/sentence.js';
import { amount } from '../text/unit-words.js';

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
    return [
      ...headline({ later: first.future.scenario.label, first: 'no policy', gain: first.overNoPolicy, result, basis }),
      ...(same(first.overNoPolicy) || result.regions.length === 1
        ? []
        : [`${capital(sides(result, first.overNoPolicy))}.`]),
    ];
  }
  return later.flatMap(({ future, overFirst, overNoPolicy }, k) => {
    // Of several futures each sentence says which it is about.
    const against =
      later.length === 1
        ? `Against ${first.future.scenario.label}`
        : `Under ${future.scenario.label} against ${first.future.scenario.label}`;
    return [
      ...headline({
        later: future.scenario.label,
        first: first.future.scenario.label,
        gain: overFirst!,
        result,
        basis,
      }),
      ...(same(overFirst!) || (whose === 'last' && k < later.length - 1) || result.regions.length === 1
        ? []
        : [`${against} ${sides(result, overFirst!)}.`, ...stillLosing(result, future.scenario.label, overNoPolicy)]),
    ];
  });
}

interface Headline {
  readonly later: string;
  readonly first: string;
  readonly gain: GainSummary;
  readonly result: StudyResult;
  readonly basis: AnswerBasis;
}

/** The share of draws in which a future is better and what that rests on, then by how much. */
function headline({ later, first, gain: { total }, result: { study, gains }, basis }: Headline): string[] {
  const { from, to } = study.futures[0]!.scenario.years;
  const { currency } = study.futures[0]!.economy;
  if (total.probabilitySame.share === 1) {
    return [
      `${later} and ${first} come to the same in every one of ${count(total.count)} draws: every difference is exactly 0.`,
    ];
  }
  const k = gains.findIndex(({ future }) => future.scenario.label === later);
  const cost = k === 0 ? '' : costWords(study, k);
  // What happens more often is said.
  const { hits } = total.probabilityBetter!;
  const losses = total.count - hits - total.probabilitySame.hits;
  const [word, times] = hits >= losses ? ['more', hits] : ['less', losses];
  const tried = underBeliefs(basis.beliefs, Math.max(0, k - 1));
  const more = tried === '' || word === 'more' ? tried : `${tried} it brings more`;
  const through = k === gains.length - 1 ? carriedThrough(basis.kinds) : '';
  const rests = [more, through === '' ? '' : `at central values ${through}`].filter((part) => part !== '');
  return [
    `In ${tenths({ hits: times, count: total.count })} ${later} brings ${word} output than ${first}${cost}, if one accepts the stated ranges${rests.map((part) => `; ${part}`).join('')}.`,
    `Over ${count(total.count)} draws it is ${amount(signed(total.p50), currency)} in the median, ${signed(total.p10)} to ${signed(total.p90)} in 80% of them ` +
      `(${from}–${to}, discounted), ${signed(total.lowestTenth)} on average in the worst tenth.`,
  ];
}

/** Words on the cost of a future beside that of the first; none where costs are as they come or one costs nothing. */
function costWords({ equalCost }: StudyResult['study'], k: number): string {
  if (equalCost === null) return '';
  const [first, later] = [equalCost[0]!, equalCost[k]!];
  if (!(first.before > 0 && later.before > 0)) return '';
  return first.possible && later.possible ? ' at equal cost' : ' (their costs cannot be made equal)';
}

/** Regions that gain, that lose and that may do either, as part of a sentence. */
function sides({ regions }: StudyResult, { regions: summaries }: GainSummary): string {
  const places = regions.map((name, r) => {
    const { probabilityBetter, probabilitySame } = summaries[r]!;
    const gains = probabilityBetter!.share ?? Number.NaN;
    return { name, gains, loses: 1 - gains - (probabilitySame.share ?? Number.NaN) };
  });
  const names = (list: typeof places) => list.map(({ name }) => name);
  const winners = places.filter(({ gains }) => gains >= PROBABLY);
  const losers = places.filter(({ loses }) => loses >= PROBABLY);
  const open = places.filter((place) => !winners.includes(place) && !losers.includes(place));
  const sure = winners.length + losers.length > 0;
  const parts = [
    winners.length > 0 ? `${someOf(names(winners))} ${verb(names(winners), 'gain')} in at least 90% of the draws` : '',
    losers.length > 0
      ? `${someOf(names(losers))} ${verb(names(losers), 'lose')} in at least 90%${winners.length > 0 ? '' : ' of the draws'}`
      : '',
    open.length > 0 ? openSides(open, sure) : '',
  ].filter((part) => part !== '');
  return parts.join('; ');
}

/** A sentence on the regions that probably lose against no policy; none where no region does. */
function stillLosing({ regions }: StudyResult, later: string, { regions: summaries }: GainSummary): string[] {
  const losers = regions.filter((_, r) => {
    const { probabilityBetter, probabilitySame } = summaries[r]!;
    return 1 - probabilityBetter!.share! - probabilitySame.share! >= PROBABLY;
  });
  if (losers.length === 0) return [];
  return [`Against no policy ${someOf(losers)} ${verb(losers, 'lose')} under ${later} in at least 90% of the draws.`];
}

function openSides(open: readonly { readonly name: string; readonly gains: number }[], others: boolean): string {
  const share = (gains: number): string => formatPercent(gains, 0);
  if (open.length <= NAMED) {
    const each = listed(open.map(({ name, gains }) => `${name} (gains in ${share(gains)})`));
    return others ? `${each} may do either` : `it is open for ${each}`;
  }
  const ordered = [...open].sort((a, b) => a.gains - b.gains);
  const [least, most] = [ordered[0]!, ordered.at(-1)!];
  const range = `${share(least.gains)} (${least.name}) to ${share(most.gains)} (${most.name})`;
  return `for ${others ? 'the other' : 'all'} ${open.length} regions it is open: they gain in ${range} of them`;
}

/**
 * The inputs that the answer hinges on, in a sentence; null where the draws cannot tell.
 *
 * @param name how inputs are named; default as files name them
 */
export function driversAnswer(
  { inputs, regression }: StudyDrivers,
  name: (input: string) => string = shortInput,
): string | null {
  if (regression.status === 'too-few') {
    return `Too few draws to say what it hinges on: ${count(regression.draws)} for ${inputs.length} numbers drawn.`;
  }
  if (regression.status !== 'ok') return null;
  const explained = `R² ${formatPercent(regression.adjustedRSquared, 0)}`;
  if (regression.adjustedRSquared < HARDLY) {
    return `It hinges on no single number that was drawn: rank regression on all of them explains next to nothing (${explained}).`;
  }
  const telling = rankedDrivers({ inputs, regression }).filter(({ low, high }) => low > 0 || high < 0);
  if (telling.length === 0) return 'It hinges on no single number that was drawn.';
  const named = telling
    .slice(0, DRIVERS_NAMED)
    .map(({ input, coefficient }) => `${name(input)} (${signedFixed(coefficient)})`);
  const weak = regression.adjustedRSquared < 0.7 ? ', too little to lean on' : '';
  return `It hinges most on ${listed(named)}, by rank regression (${explained}${weak}).`;
}

/** A sentence on the place of one run at central values among the draws; none where the draws have no gain. */
export function centralAnswer({ gain, above }: CentralRun): string[] {
  if (above.share === null) return [];
  return [`One run at central values gives ${signed(gain)}, more than ${chance(above)} of the draws.`];
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

/** Names in a sentence, or how many there are where they are too many. */
function someOf(names: readonly string[]): string {
  return names.length <= 2 * NAMED ? listed(names) : `${names.length} regions`;
}

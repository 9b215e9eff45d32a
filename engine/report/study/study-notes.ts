import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { Convergence } from '../../montecarlo/answers/convergence.js';
import { money } from '../text/money.js';
import { formatFixed, formatNumber, formatPercent } from '../text/number-format.js';
import { capital } from '../text/sentence.js';
import { count } from './study-answer.js';

/** Failed draws that are listed one by one; the files list all. */
const FAILURES_SHOWN = 5;

/** Notes below the tables: on equal costs, on the number of draws, on failed draws. */
export function studyNotes(result: StudyResult): string[] {
  const { study, failures } = result;
  const scaled = (study.equalCost ?? []).flatMap((equal, f) =>
    equal.factor === 1 ? [] : [`${study.futures[f]!.scenario.label} × ${formatFixed(equal.factor, 4)}`],
  );
  const impossible = (study.equalCost ?? []).flatMap((equal, f) =>
    equal.possible ? [] : [study.futures[f]!.scenario.label],
  );
  return [
    ...(scaled.length > 0
      ? [`For equal cost at central values intensities are multiplied, in all draws: ${scaled.join(', ')}.`]
      : study.equalCost === null && study.futures.length > 1
        ? ['Costs are as they come (--no-equal-cost).']
        : []),
    ...impossible.map((id) => `No factor makes ${id} as cheap as the cheapest at central values.`),
    sufficiency(result),
    ...(result.relativeError > 0
      ? [
          `Quantiles are within ${formatPercent(result.relativeError, 2)} of exact. There are too many numbers to keep them all.`,
        ]
      : []),
    ...failureNotes(result),
    ...undefinedNotes(result),
    ...(failures.length === 0 ? [] : [`tandem montecarlo … --draw N shows a draw's inputs.`]),
  ];
}

/** A sentence on how far the draws suffice for the headline: the last future's gain over the first, or over no policy. */
export function sufficiency({ gains, study }: StudyResult): string {
  const last = gains.at(-1)!;
  const { total, convergence, probability } = last.overFirst ?? last.overNoPolicy;
  const drawn = `${count(study.draws)} draws (${study.uncertain.length} numbers, ${study.sampler}, seed ${study.seed})`;
  if (convergence.status === 'no-variance') return `The gain is the same in all of ${drawn}.`;
  if (convergence.status === 'too-few') return `${drawn} are too few to say how sure this is.`;
  // Draws of latin hypercubes and Sobol sequences are spread more evenly than the formulas of independent draws know.
  const most = study.sampler === 'random' ? '' : 'at most ';
  const { hits, count: counted, standardError, low, high } = total.probabilityBetter!;
  const chances =
    hits === counted
      ? `The probability is at least ${formatPercent(low, 1)} (95%).`
      : hits === 0
        ? `The probability is at most ${formatPercent(high, 1)} (95%).`
        : `That of the probability is ${most}${formatPercent(standardError, 2)}.`;
  const { currency } = study.futures[0]!.economy;
  const errors = `The standard error of the median is ${most}${money(total.errors.p50, currency, 2)}. ${chances}`;
  return `${capital(verdict(convergence, probability.drawsNeeded, most, drawn))}. ${errors}`;
}

function verdict(convergence: Convergence, needed: number | null, most: string, drawn: string): string {
  if (convergence.status === 'suffices') return `${drawn} suffice`;
  const draws = Math.max(convergence.drawsNeeded ?? 0, needed ?? 0);
  if (!Number.isSafeInteger(draws)) return 'no number of draws makes such a spread sure';
  return `${drawn}; for errors within 2% of the range take ${most}${count(draws)}`;
}

/** Outcomes that are no number in some draws, such as the logarithm of a loss: their figures are of the other draws alone. */
function undefinedNotes({ outcomes, study, failures }: StudyResult): string[] {
  return outcomes.flatMap(({ name, runs }) => {
    const missing = runs.flatMap((summaries, f) => {
      const count = summaries.at(-1)!.missing - failures.length;
      return count > 0 ? [`${formatNumber(count, 1)} (${study.runs[f]!.scenario.label})`] : [];
    });
    if (missing.length === 0) return [];
    return [
      `${name} is no number in ${missing.join(', ')} of ${count(study.draws)} draws. These are in none of its figures. Differences are of draws where both are numbers.`,
    ];
  });
}

function failureNotes({ failures, study }: StudyResult): string[] {
  if (failures.length === 0) return [];
  const shown = failures.slice(0, FAILURES_SHOWN).map(({ draw, message }) => `draw ${draw}: ${message}`);
  const rest = failures.length > FAILURES_SHOWN ? `; and ${count(failures.length - FAILURES_SHOWN)} more` : '';
  return [
    `${count(failures.length)} of ${count(study.draws)} draws failed and are in no number above: ${shown.join('; ')}${rest}.`,
  ];
}

import type { FutureSource } from '../compare/future.js';
import type { StudyResult } from '../montecarlo/answers/answers.js';
import { createStudy, type Study, type StudyRequest } from '../montecarlo/study/study.js';
import type { Fact, Facts } from './facts-file.js';

/** A published figure beside what draws project for it. Everything projected is null where no draw has a finite number. */
export interface ValidatedFact {
  readonly fact: Fact;
  readonly median: number | null;
  readonly p05: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  /** True where the figure lies between p25 and p75. */
  readonly inside50: boolean;
  /** True where the figure lies between p10 and p90. */
  readonly inside80: boolean;
  /** True where the figure lies between p05 and p95. */
  readonly inside90: boolean;
  /** The figure less the median, in widths of the 90 % band: beyond about ±.5 it lies outside. Null where the band has no width. */
  readonly widthsOff: number | null;
  /** How far the figure lies from the median, 1 being the end of the 80 % band on its side. Null where the band has no width there. */
  readonly reach: number | null;
}

/**
 * The study whose draws project the facts.
 *
 * @param request draws, seed and what else a study is asked for
 */
export function factsStudy(
  future: FutureSource,
  { facts }: Facts,
  request: Pick<StudyRequest, 'draws' | 'seed' | 'sampler'> = {},
): Study {
  const outcomes = Object.fromEntries(
    facts.map(({ expression, formula }, k) => [factName(k), { expression, formula, better: 'none' as const }]),
  );
  return createStudy([future], { ...request, outcomes, goals: {}, equalCost: false });
}

/** Holds facts against the draws of their study; an expression that varies from year to year is taken in the last one. */
export function validateFacts({ facts }: Facts, result: StudyResult): ValidatedFact[] {
  return facts.map((fact, k): ValidatedFact => {
    const outcome = result.outcomes.find(({ name }) => name === factName(k))!;
    const { p05, p10, p25, p50, p75, p90, p95 } = outcome.runs[0]!.at(-1)!;
    const inside = (low: number | null, high: number | null): boolean =>
      low !== null && high !== null && fact.value >= low && fact.value <= high;
    const width = p05 === null || p95 === null ? 0 : p95 - p05;
    return {
      fact,
      median: p50,
      p05,
      p10,
      p25,
      p75,
      p90,
      p95,
      inside50: inside(p25, p75),
      inside80: inside(p10, p90),
      inside90: inside(p05, p95),
      widthsOff: width > 0 && p50 !== null ? (fact.value - p50) / width : null,
      reach: reachOf(fact.value, p50, p10, p90),
    };
  });
}

function reachOf(value: number, median: number | null, low: number | null, high: number | null): number | null {
  if (median === null || low === null || high === null) return null;
  const side = value < median ? median - low : high - median;
  return side > 0 ? Math.abs(value - median) / side : null;
}

function factName(k: number): string {
  return `fact ${k + 1}`;
}

import { betaCdf } from '../../statistics/beta.js';
import { type Box, drawsIn, type Field, restrictedInputs, sharesOf, withOpen } from './box.js';

/** Condition of a box on one input. */
export interface Restriction {
  readonly name: string;
  /** The input is above this, halfway between the last value inside and the first outside. */
  readonly low: number | null;
  /** The input is below this. */
  readonly high: number | null;
  /** Smallest and largest value of the input in all draws. */
  readonly range: readonly [number, number];
  /**
   * Probability that at least as many of the box's draws would be cases if, within what the other restrictions leave, this
   * one had nothing to do with them (binomial test of B. P. Bryant & R. J. Lempert 2010; "quasi" as the same draws chose the box).
   */
  readonly quasiP: number;
}

/**
 * Takes restrictions off a box, the least telling first, until each that is left tells enough.
 *
 * @param quasiP restrictions with a larger quasi-p value are taken off
 */
export function simplified(field: Field, start: Box, available: Uint32Array, quasiP: number): Box {
  let box = start;
  for (;;) {
    const score = scoreOf(field, box, available);
    const needless = restrictedInputs(field, box)
      .map((input) => {
        const wider = withOpen(field, box, input);
        return { wider, p: quasiPOf(field, box, wider, available), score: scoreOf(field, wider, available) };
      })
      .filter((candidate) => candidate.p > quasiP || candidate.score >= score)
      .reduce<{ wider: Box; score: number } | null>(
        (best, c) => (best === null || c.score > best.score ? c : best),
        null,
      );
    if (needless === null) return box;
    box = needless.wider;
  }
}

/** Describes the restrictions of a box, the most telling first. */
export function describeRestrictions(field: Field, box: Box, available: Uint32Array): readonly Restriction[] {
  return restrictedInputs(field, box)
    .map((input) => {
      const own = field.distinct[input]!;
      const [low, high] = [box.low[input]!, box.high[input]!];
      const wider = withOpen(field, box, input);
      return {
        without: sharesOf(field, drawsIn(field, wider, available)).density,
        restriction: {
          name: field.columns[input]!.name,
          low: low === 0 ? null : between(own[low - 1]!, own[low]!),
          high: high === own.length - 1 ? null : between(own[high]!, own[high + 1]!),
          range: [own[0]!, own.at(-1)!] as const,
          quasiP: quasiPOf(field, box, wider, available),
        },
      };
    })
    .sort((a, b) => a.without - b.without)
    .map(({ restriction }) => restriction);
}

function quasiPOf(field: Field, box: Box, wider: Box, available: Uint32Array): number {
  const { draws, cases } = sharesOf(field, drawsIn(field, box, available));
  const { density } = sharesOf(field, drawsIn(field, wider, available));
  return binomialTail(cases, draws, density);
}

/** Probability of at least `hits` in `count` independent tries. */
function binomialTail(hits: number, count: number, probability: number): number {
  return hits === 0 ? 1 : betaCdf(probability, hits, count - hits + 1);
}

function scoreOf(field: Field, box: Box, available: Uint32Array): number {
  const { density, coverage } = sharesOf(field, drawsIn(field, box, available));
  return harmonicMean(density, coverage);
}

/** Harmonic mean of a density and a coverage; 0 where both are 0. */
export function harmonicMean(a: number, b: number): number {
  return a + b > 0 ? (2 * a * b) / (a + b) : 0;
}

/** A number halfway between two, so that rounding does not put it beyond either. */
function between(a: number, b: number): number {
  return a + 0.5 * (b - a);
}

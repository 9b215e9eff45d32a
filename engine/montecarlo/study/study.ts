import { checkComparable } from '../../compare/check-comparable.js';
import { comparedPair } from '../../compare/compared-pair.js';
import { type EqualCost, equaliseCosts } from '../../compare/equal-cost.js';
import { compileFuture, type FutureSource } from '../../compare/future.js';
import { prepareFutures } from '../../compare/prepared-future.js';
import { type Mistake, throwMistakes } from '../../mistakes.js';
import { withLabels } from '../../scenario/labels.js';
import type { Goal, Outcome } from '../../scenario/scenario.js';
import type { RankCorrelation } from '../sampling/correlation-matrix.js';
import type { SamplingMethod } from '../sampling/sampler.js';
import { defaultOutcomes } from './default-outcomes.js';
import { type CorrelationPosition, readCorrelations } from './study-correlations.js';
import {
  type DrawnNumbers,
  drawsNoise,
  EVERYTHING_DRAWN,
  type UncertainNumber,
  uncertainNumbers,
} from './uncertain.js';

/** Most draws of a study: the places of a Sobol sequence. */
export const MOST_DRAWS = 2 ** 32;

/** Request for a study; everything has a default. */
export interface StudyRequest {
  /** Default 1000. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Default latin. */
  readonly sampler?: SamplingMethod;
  /** Default: everything uncertain is drawn. */
  readonly uncertainties?: Partial<DrawnNumbers>;
  /** Default: those that the scenarios give, else a few that every case has. */
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  /** Default: those that the scenarios give. */
  readonly goals?: Readonly<Record<string, Goal>>;
  /** True where intensities are scaled until all futures cost the same at central values; default true. */
  readonly equalCost?: boolean;
  /** Positions at which correlations were written, for mistakes in them. */
  readonly position?: CorrelationPosition;
}

/** A study ready to run: plain data that can be handed to workers. */
export interface Study {
  readonly futures: readonly FutureSource[];
  /** The futures, then the first of them without policies. */
  readonly runs: readonly FutureSource[];
  /** Indices of the two regions that it is about. */
  readonly pair: readonly [number, number];
  readonly draws: number;
  readonly seed: number;
  readonly sampler: SamplingMethod;
  /** The numbers that are drawn; their sources are by run. */
  readonly uncertain: readonly UncertainNumber[];
  /** Between uncertain numbers, by path. */
  readonly correlations: readonly RankCorrelation[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly goals: Readonly<Record<string, Goal>>;
  /** Factors that made costs equal at central values, one for each future and held in all draws; null where costs are as they are. */
  readonly equalCost: readonly EqualCost[] | null;
}

/**
 * Prepares a study of one or more futures over one case. The no-policy future is always part of it, since noise alone lifts
 * medians: what a policy does shows only against it.
 *
 * @throws MistakesError for futures that cannot stand side by side, impossible correlations, unknown names to freeze, outcomes
 *   that mean two things
 */
export function createStudy(asked: readonly FutureSource[], request: StudyRequest = {}): Study {
  checkComparable(asked);
  const drawn: DrawnNumbers = { ...EVERYTHING_DRAWN, ...request.uncertainties };
  const named = withLabels(asked);
  const futures = drawsNoise(drawn) ? named : named.map(withoutNoise);
  const first = futures[0]!;
  const noPolicy: FutureSource = {
    id: uniqueId('no-policy', futures),
    economy: first.economy,
    scenario: { ...first.scenario, title: 'No policy', label: 'no policy', policies: [] },
  };
  const runs = [...futures, noPolicy];
  const all = uncertainNumbers([...asked.map(({ scenario }) => scenario), noPolicy.scenario]);
  const uncertain = uncertainNumbers(
    runs.map((run) => run.scenario),
    drawn,
  );
  const mistakes: Mistake[] = [];
  const correlations = readCorrelations(futures, all, uncertain, mistakes, request.position);
  const outcomes = request.outcomes ?? together(futures, 'outcomes', mistakes);
  const goals = request.goals ?? together(futures, 'goals', mistakes);
  throwMistakes(mistakes);
  return {
    futures,
    runs,
    pair: comparedPair(futures.map((future) => ({ ...future, compiled: compileFuture(future) }))),
    draws: request.draws ?? 1000,
    seed: request.seed ?? 1,
    sampler: request.sampler ?? 'latin',
    uncertain,
    correlations,
    outcomes: Object.keys(outcomes).length > 0 ? outcomes : defaultOutcomes(futures),
    goals,
    equalCost:
      request.equalCost === false
        ? null
        : equaliseCosts(
            prepareFutures(
              futures,
              futures.map(() => ({})),
            ),
          ),
  };
}

function withoutNoise({ scenario, ...rest }: FutureSource): FutureSource {
  const still = { kind: 'constant', value: 0 } as const;
  return {
    ...rest,
    scenario: {
      ...scenario,
      noise: { ...scenario.noise, common: still, industry: still, region: still, cell: still, drift: still },
    },
  };
}

/** The outcomes or goals that some futures give, one of each name. */
function together<Key extends 'outcomes' | 'goals'>(
  futures: readonly FutureSource[],
  key: Key,
  mistakes: Mistake[],
): FutureSource['scenario'][Key] {
  const found: Record<string, { readonly expression: string }> = {};
  for (const { scenario } of futures) {
    for (const [name, each] of Object.entries(scenario[key])) {
      const other = Object.hasOwn(found, name) ? found[name]! : each;
      if (other.expression !== each.expression) {
        const what = key === 'outcomes' ? 'outcome' : 'goal';
        const message = `the ${what} "${name}" means something else in another future: ${other.expression}`;
        mistakes.push({ file: scenario.file, line: 1, column: 1, message, hint: 'another name' });
      }
      found[name] = other;
    }
  }
  return found as FutureSource['scenario'][Key];
}

function uniqueId(wanted: string, futures: readonly FutureSource[]): string {
  let id = wanted;
  for (let n = 2; futures.some((future) => future.id === id); n++) id = `${wanted}-${n}`;
  return id;
}

import type { ChainAnswer, ChainPart } from '../../compare/chain-part.js';
import type { Comparison } from '../../compare/compare.js';
import { accountByRegion } from '../../projection/account-values.js';
import type { Projection } from '../../projection/plan.js';
import { nest, nestOrNull } from '../data/nested.js';
import { moneyAtPrices } from '../text/unit-words.js';
import { beliefsJson } from './beliefs-table.js';
import { comparisonAnswer } from './comparison-answer.js';
import type { ComparisonReport } from './comparison-report.js';

/** A comparison as one plain object. Sums over years are discounted to the first; money is in the case's currency. */
export function comparisonJson(report: ComparisonReport, portable: (path: string) => string) {
  const { comparison, attribution, game, ingredients } = report;
  const first = comparison.futures[0]!;
  const { regions, industries } = first.economy;
  return {
    answer: comparisonAnswer(comparison, report),
    unit: moneyAtPrices(first.economy, first.scenario.years.from),
    years: first.compiled.plan.years,
    regions,
    industries,
    discountRate: first.compiled.discountRate,
    futures: comparison.futures.map((_, k) => futureJson(comparison, k, portable)),
    differences: comparison.differences.map((_, k) => differenceJson(comparison, k)),
    ...statedJson(comparison),
    kinds: report.kinds,
    chains: report.chains === null ? null : chainsJson(report.chains, regions),
    ...(report.beliefs === null ? {} : { beliefs: beliefsJson(report.beliefs) }),
    attribution,
    cooperation: game === null ? null : { ...game, a: regions[game.a], b: regions[game.b] },
    ingredients,
    breakEven: report.breakEvens === null ? null : breakEvenJson(report.breakEvens, regions),
    sweep: report.sweep === null ? null : sweepJson(report.sweep, regions),
  };
}

/** The difference with the channel between industries and without it. */
function chainsJson({ on, off }: ChainPart, regions: readonly string[]) {
  const answer = ({ total, regions: output, net }: ChainAnswer) => ({ total, regions: byRegion(regions, output), net });
  return { on: answer(on), off: answer(off) };
}

function byRegion<Value>(regions: readonly string[], values: ArrayLike<Value>): Record<string, Value> {
  return Object.fromEntries(regions.map((region, r) => [region, values[r]!]));
}

/** Gains and cost of a future, with its regions, pairs and inequality by year. */
function futureJson(comparison: Comparison, k: number, portable: (path: string) => string) {
  const future = comparison.futures[k]!;
  const measures = comparison.measures[k]!;
  const gain = comparison.gains[k]!;
  const { regions } = future.economy;
  const Y = comparison.futures[0]!.compiled.plan.years.length;
  const R = regions.length;
  return {
    id: future.id,
    title: future.title,
    file: portable(future.scenario.file),
    gain: { total: gain.total, regions: byRegion(regions, gain.output), valueAdded: gain.valueAdded },
    cost: gain.cost,
    benefitCost: gain.benefitCost,
    equalCost: comparison.equalCost?.[k] ?? null,
    output: nest(measures.regionOutput, [Y, R]),
    trendOutput: nest(measures.regionTrendOutput, [Y, R]),
    similarity: nest(measures.similarity, [Y, R, R]),
    overlapQuality: nestOrNull(measures.overlapQuality, [Y, R, R]),
    tie: nestOrNull(measures.tie, [Y, R, R]),
    complementarity: nestOrNull(measures.complementarity, [Y, R, R]),
    completeness: nestOrNull(measures.completeness, [Y, R]),
    theil: nest(measures.theil, [Y]),
    ...accountsJson(future.projection),
  };
}

/** Accounts of each region by year; nothing where the case has none. */
function accountsJson({ plan, output }: Projection) {
  if (plan.accounts.length === 0) return {};
  const dimensions = [plan.years.length, plan.regions.length];
  const values = plan.accounts.map((account) => {
    const byRegion = accountByRegion(account, output, plan.industries.length);
    return [account.name, nest(byRegion, dimensions)] as const;
  });
  return { accounts: Object.fromEntries(values) };
}

/** The difference of a future to the first. */
function differenceJson({ futures, differences }: Comparison, k: number) {
  const { total, output, valueAdded, cost, net, sidePayment, winnersGain } = differences[k]!;
  return {
    future: futures[k]!.id,
    against: futures[0]!.id,
    total,
    regions: byRegion(futures[0]!.economy.regions, output),
    valueAdded,
    cost,
    net,
    sidePayment,
    winnersGain,
  };
}

/** Outcomes and goals that the scenarios name. */
function statedJson({ futures, outcomes, goals }: Comparison) {
  const byFuture = <Value>(value: (k: number) => Value): Record<string, Value> =>
    Object.fromEntries(futures.map((future, k) => [future.id, value(k)]));
  return {
    outcomes: Object.fromEntries(
      outcomes.map(({ name, expression, better, series }) => [
        name,
        { expression, better, byYear: byFuture((k) => nest(series[k]!, [futures[0]!.compiled.plan.years.length])) },
      ]),
    ),
    goals: Object.fromEntries(
      goals.map(({ name, expression, met }) => [name, { expression, met: byFuture((k) => met[k]) }]),
    ),
  };
}

function breakEvenJson(breakEvens: NonNullable<ComparisonReport['breakEvens']>, regions: readonly string[]) {
  return breakEvens.map((each) => ({
    parameter: each.parameter,
    range: each.range,
    total: each.total,
    regions: byRegion(regions, each.regions),
  }));
}

function sweepJson({ axes, points }: NonNullable<ComparisonReport['sweep']>, regions: readonly string[]) {
  return {
    fields: axes.map((axis) => axis.path),
    points: points.map((point) => ({
      at: point.at,
      total: point.total,
      regions: point.regions.map((values) => byRegion(regions, values)),
      cost: point.cost,
    })),
  };
}

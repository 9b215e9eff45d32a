import { nest } from '../data/nested.js';
import { beliefsJson } from './beliefs-table.js';
import { comparisonAnswer } from './comparison-answer.js';
import { moneyUnit } from './comparison-cells.js';
import type { ComparisonReport } from './comparison-report.js';

/** A comparison as one plain object. Sums over years are discounted to the first; money is in the case's currency. */
export function comparisonJson(report: ComparisonReport, portable: (path: string) => string) {
  const { comparison, attribution, game, ingredients, breakEvens, sweep } = report;
  const { futures, measures, gains, equalCost, differences } = comparison;
  const first = futures[0]!;
  const { regions, industries } = first.economy;
  const byRegion = (values: ArrayLike<number>): Record<string, number> =>
    Object.fromEntries(regions.map((region, r) => [region, values[r]!]));
  const Y = first.compiled.plan.years.length;
  const R = regions.length;
  return {
    answer: comparisonAnswer(comparison),
    unit: moneyUnit(comparison),
    years: first.compiled.plan.years,
    regions,
    industries,
    discountRate: first.compiled.discountRate,
    futures: futures.map((future, k) => ({
      id: future.id,
      title: future.title,
      file: portable(future.scenario.file),
      gain: { total: gains[k]!.total, regions: byRegion(gains[k]!.output), valueAdded: gains[k]!.valueAdded },
      cost: gains[k]!.cost,
      benefitCost: gains[k]!.benefitCost,
      equalCost: equalCost?.[k] ?? null,
      output: nest(measures[k]!.regionOutput, [Y, R]),
      trendOutput: nest(measures[k]!.regionTrendOutput, [Y, R]),
      similarity: nest(measures[k]!.similarity, [Y, R, R]),
      overlapQuality: measures[k]!.overlapQuality === null ? null : nest(measures[k]!.overlapQuality!, [Y, R, R]),
      tie: measures[k]!.tie === null ? null : nest(measures[k]!.tie!, [Y, R, R]),
      theil: nest(measures[k]!.theil, [Y]),
    })),
    differences: differences.map((difference, k) => ({
      future: futures[k]!.id,
      against: first.id,
      total: difference.total,
      regions: byRegion(difference.output),
      valueAdded: difference.valueAdded,
      cost: difference.cost,
      net: difference.net,
      sidePayment: difference.sidePayment,
      winnersGain: difference.winnersGain,
    })),
    outcomes: Object.fromEntries(
      comparison.outcomes.map(({ name, expression, better, series }) => [
        name,
        {
          expression,
          better,
          byYear: Object.fromEntries(futures.map((future, k) => [future.id, nest(series[k]!, [Y])])),
        },
      ]),
    ),
    goals: Object.fromEntries(
      comparison.goals.map(({ name, expression, met }) => [
        name,
        { expression, met: Object.fromEntries(futures.map((future, k) => [future.id, met[k]])) },
      ]),
    ),
    kinds: report.kinds,
    ...(report.beliefs === null ? {} : { beliefs: beliefsJson(report.beliefs) }),
    attribution,
    cooperation: game === null ? null : { ...game, a: regions[game.a], b: regions[game.b] },
    ingredients,
    breakEven:
      breakEvens?.map((each) => ({
        parameter: each.parameter,
        range: each.range,
        total: each.total,
        regions: Object.fromEntries(regions.map((region, r) => [region, each.regions[r]])),
      })) ?? null,
    sweep:
      sweep === null
        ? null
        : {
            fields: sweep.axes.map((axis) => axis.path),
            points: sweep.points.map((point) => ({
              at: point.at,
              total: point.total,
              regions: point.regions.map(byRegion),
              cost: point.cost,
            })),
          },
  };
}

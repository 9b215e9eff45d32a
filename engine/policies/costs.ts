import type { CostRule, CostTiming, PolicyContext, PolicyKind } from './kind.js';
import { sumSeries } from './series.js';

/** Undiscounted cost of a policy by year, in the case’s currency. */
export function policyCost({ cost: rule }: PolicyKind, context: PolicyContext): Float64Array {
  if (context.given('cost')) {
    const given = (rule.outturn?.(context) ?? context.number('cost')) * meanCarriedOut(rule, context);
    return yearWeights(rule.timing, context).map((weight) => weight * given);
  }
  const charges = rule.charges.map(({ timing, rate }) => ({
    weights: yearWeights(timing, context),
    rate: rate(context),
  }));
  const base = baseSeries(rule, context);
  return Float64Array.from(context.years, (_, y) => {
    let share = 0;
    for (const { weights, rate } of charges) share += weights[y]! * rate;
    return share * base[y]!;
  });
}

function yearWeights(timing: CostTiming, context: PolicyContext): Float64Array {
  if (timing === 'each year') return context.underWay();
  const intensity = context.intensity();
  return context.spread(1, spreadYears(timing, context)).map((part, y) => part * intensity[y]!);
}

function spreadYears(timing: Exclude<CostTiming, 'each year'>, { number }: PolicyContext): number {
  switch (timing) {
    case 'at the start':
      return 0;
    case 'over the ramp':
      return number('ramp');
    case 'over the delay':
      return number('delay');
  }
}

/** The base of a cost by year. A policy whose industries exist in none of its regions has a targeted value added of 0. */
function baseSeries(rule: CostRule, context: PolicyContext): Float64Array {
  const { years, regions } = context;
  const part = (region: number): number => rule.carriedOut?.(context, region) ?? 1;
  const carried = (series: Float64Array, region: number): Float64Array =>
    rule.carriedOut === undefined ? series : series.map((value) => value * part(region));
  switch (rule.base) {
    case 'value added':
      return sumSeries(
        years.length,
        regions.map((region) => carried(context.valueAdded(region), region)),
      );
    case 'targeted value added':
      return sumSeries(
        years.length,
        regions.flatMap((region) =>
          context.targets(region).map((i) => carried(context.cellValueAdded(region, i), region)),
        ),
      );
    case 'captured value added':
      return sumSeries(
        years.length,
        (rule.captured?.(context) ?? []).map(({ region, industry, part: won }) =>
          context.cellValueAdded(region, industry).map((value) => value * won),
        ),
      );
    case 'currency':
      return new Float64Array(years.length).fill(meanCarriedOut(rule, context));
  }
}

/** Part of a policy that its regions carry out on average, for costs that no value added divides among them. */
function meanCarriedOut({ carriedOut }: CostRule, context: PolicyContext): number {
  if (carriedOut === undefined) return 1;
  const { regions } = context;
  return regions.reduce((sum, region) => sum + carriedOut(context, region), 0) / regions.length;
}

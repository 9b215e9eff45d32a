import type { CostBase, CostTiming, PolicyContext, PolicyKind } from './kind.js';
import { sumSeries } from './series.js';

/** Undiscounted cost of a policy by year, in the case’s currency. */
export function policyCost({ cost: rule }: PolicyKind, context: PolicyContext): Float64Array {
  if (context.given('cost')) {
    const given = rule.outturn?.(context) ?? context.number('cost');
    return yearWeights(rule.timing, context).map((weight) => weight * given);
  }
  const charges = rule.charges.map(({ timing, rate }) => ({
    weights: yearWeights(timing, context),
    rate: rate(context),
  }));
  const base = baseSeries(rule.base, context);
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
function baseSeries(base: CostBase, context: PolicyContext): Float64Array {
  const { years, regions } = context;
  switch (base) {
    case 'value added':
      return sumSeries(
        years.length,
        regions.map((region) => context.valueAdded(region)),
      );
    case 'targeted value added':
      return sumSeries(
        years.length,
        regions.flatMap((region) => context.targets(region).map((i) => context.cellValueAdded(region, i))),
      );
    case 'currency':
      return new Float64Array(years.length).fill(1);
  }
}

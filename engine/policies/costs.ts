import type { Scalar, Series } from '../values/scalar.js';
import type { CostRule, CostTiming, PolicyContext, PolicyKind } from './kind.js';

/** Undiscounted cost of a policy by year, in the case’s currency. */
export function policyCost({ cost: rule }: PolicyKind, context: PolicyContext): Series {
  if (context.given('cost')) {
    const given = rule.outturn?.(context) ?? context.number('cost');
    const carriedOut = meanCarriedOut(rule, context);
    const weights = yearWeights(rule.timing, context);
    return context.series((y) => weights[y]! * (given() * carriedOut()));
  }
  const charges = rule.charges.map(({ timing, rate }) => ({
    weights: yearWeights(timing, context),
    rate: context.once(rate(context)),
  }));
  const base = baseOfYear(rule, context);
  return context.series((y) => {
    let share = 0;
    for (const { weights, rate } of charges) share += weights[y]! * rate();
    return share === 0 ? 0 : share * base(y);
  });
}

function yearWeights(timing: CostTiming, context: PolicyContext): Series {
  if (timing === 'each year') return context.underWay();
  const intensity = context.intensity();
  const parts = context.spread(spreadYears(timing, context));
  return context.series((y) => parts[y]! * intensity[y]!);
}

function spreadYears(timing: Exclude<CostTiming, 'each year'>, { number }: PolicyContext): Scalar {
  switch (timing) {
    case 'at the start':
      return () => 0;
    case 'over the ramp':
      return number('ramp');
    case 'over the delay':
      return number('delay');
  }
}

/** The base of a cost in a year. A policy whose industries exist in none of its regions has a targeted value added of 0. */
function baseOfYear(rule: CostRule, context: PolicyContext): (y: number) => number {
  const { regions } = context;
  const parts = rule.carriedOut && regions.map((region) => context.once(rule.carriedOut!(context, region)));
  switch (rule.base) {
    case 'value added':
      return (y) => {
        let sum = 0;
        for (let k = 0; k < regions.length; k++) {
          sum += context.valueAdded(regions[k]!, y) * (parts === undefined ? 1 : parts[k]!());
        }
        return sum;
      };
    case 'targeted value added': {
      const targets = regions.map((region) => context.targets(region));
      return (y) => {
        let sum = 0;
        for (let k = 0; k < regions.length; k++) {
          const part = parts === undefined ? 1 : parts[k]!();
          for (const industry of targets[k]!) sum += context.cellValueAdded(regions[k]!, industry, y) * part;
        }
        return sum;
      };
    }
    case 'captured value added': {
      const captured = rule.captured?.(context) ?? [];
      return (y) => {
        let sum = 0;
        for (const { region, industry, part } of captured) sum += context.cellValueAdded(region, industry, y) * part();
        return sum;
      };
    }
    case 'currency':
      return meanCarriedOut(rule, context);
  }
}

/** Part of a policy that its regions carry out on average, for costs that no value added divides among them. */
function meanCarriedOut({ carriedOut }: CostRule, context: PolicyContext): Scalar {
  if (carriedOut === undefined) return () => 1;
  const parts = context.regions.map((region) => carriedOut(context, region));
  return context.once(() => parts.reduce((sum, part) => sum + part(), 0) / parts.length);
}

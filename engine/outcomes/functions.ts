import type { Stage } from '../indicators/stage.js';
import { theil } from '../indicators/theil.js';
import { COUNTED_STAGES } from '../projection/measure-regions.js';
import type { OutcomeFunctionName } from '../scenario/outcome-vocabulary.js';
import type { Bindings, Evaluate } from '../values/formula.js';
import { pairOverlap, pairSimilarity, pairTie } from './pair-values.js';
import type { OutcomeView, OutputPath } from './view.js';

/** What an outcome is evaluated in: a projection, and the year by its index. */
export interface OutcomeScope {
  readonly view: OutcomeView;
  y: number;
}

type Value = Evaluate<OutcomeScope>;
type Bind = (...args: readonly (string | Value)[]) => Value;

/** How each function of outcomes is computed, over given regions and industries. Undefined values are NaN. */
export function outcomeBindings(regions: readonly string[], industries: readonly string[]): Bindings<OutcomeScope> {
  const R = regions.length;
  const I = industries.length;
  const region = (name: string | Value | undefined): number => regions.indexOf(String(name));
  const industry = (name: string | Value | undefined): number => industries.indexOf(String(name));
  const cell = (args: readonly (string | Value)[]): number => region(args[0]) * I + industry(args[1]);
  const pair = (args: readonly (string | Value)[]): number => region(args[0]) * R + region(args[1]);
  const cellOf =
    (read: (view: OutcomeView) => Float64Array): Bind =>
    (...args) => {
      const at = cell(args);
      return ({ view, y }) => read(view)[y * R * I + at]!;
    };
  const pairOf =
    (read: (view: OutcomeView) => Float64Array | null): Bind =>
    (...args) => {
      const at = pair(args);
      return ({ view, y }) => read(view)?.[y * R * R + at] ?? Number.NaN;
    };
  const onePair =
    (of: (view: OutcomeView, r: number, s: number, y: number) => number): Bind =>
    (...args) => {
      const [r, s] = [region(args[0]), region(args[1])];
      return ({ view, y }) => of(view, r, s, y);
    };
  const regionOf =
    (read: (view: OutcomeView) => Float64Array | null): Bind =>
    (...args) => {
      const at = region(args[0]);
      return ({ view, y }) => read(view)?.[y * R + at] ?? Number.NaN;
    };
  const outputOf =
    (path: (view: OutcomeView) => OutputPath): Bind =>
    (...args) => {
      if (args.length === 2) return cellOf((view) => path(view).cells)(...args);
      if (args.length === 1) return regionOf((view) => path(view).byRegion())(...args);
      return ({ view, y }) => {
        const totals = path(view).byRegion();
        let sum = 0;
        for (let k = y * R; k < (y + 1) * R; k++) sum += totals[k]!;
        return sum;
      };
    };
  const output = outputOf((view) => view.output);
  const functions: Readonly<Record<OutcomeFunctionName, Bind>> = {
    output,
    reference: outputOf((view) => view.reference),
    noPolicy: outputOf((view) => view.noPolicy),
    industry: (...args) => {
      const i = industry(args[0]);
      return ({ view, y }) => {
        let sum = 0;
        for (let r = 0; r < R; r++) sum += view.projection.output[(y * R + r) * I + i]!;
        return sum;
      };
    },
    share: (...args) => quotient(output(...args), output(args[0]!)),
    part: (...args) => quotient(output(args[0]!), output()),
    lq: cellOf((view) => view.cells().locationQuotient),
    agglomeration: cellOf((view) => view.cells().agglomerationIndex),
    similarity: onePair(pairSimilarity),
    krugman: pairOf((view) => view.pairs().krugman),
    overlap: onePair(pairOverlap),
    tie: onePair(pairTie),
    tieShare: pairOf((view) => view.pairs().tieShare),
    access: regionOf((view) => view.pairs().marketAccess),
    distance: pairOf((view) => view.plan.levers.distance),
    barrier: pairOf((view) => view.plan.levers.barrier),
    stages: (...args) => {
      const r = region(args[0]);
      const stage = COUNTED_STAGES.indexOf(args[1] as Stage);
      return ({ view, y }) => view.regions().stageCount[(y * R + r) * COUNTED_STAGES.length + stage]!;
    },
    theil:
      () =>
      ({ view, y }) =>
        theil(view.output.byRegion().subarray(y * R, (y + 1) * R)) ?? Number.NaN,
    hhi: regionOf((view) => view.regions().hhi),
    largestShare: regionOf((view) => view.regions().largestShare),
    cost:
      () =>
      ({ view, y }) =>
        view.plan.cost[y]!,
    valueAdded: (...args) => {
      const of = output(...args);
      return (scope) => scope.view.valueAddedShare * of(scope);
    },
    first: (x) => inYear(x as Value, () => 0),
    last: (x) => inYear(x as Value, ({ view }) => view.plan.years.length - 1),
    at: (x, year) => inYear(x as Value, (scope) => scope.view.plan.years.indexOf((year as Value)(scope))),
    mean: (x) => overYears(x as Value, (values) => values.reduce((sum, v) => sum + v, 0) / values.length),
    sum: (x) => overYears(x as Value, (values) => values.reduce((sum, v) => sum + v, 0)),
    lowest: (x) => overYears(x as Value, (values) => Math.min(...values)),
    highest: (x) => overYears(x as Value, (values) => Math.max(...values)),
    discounted: (x) =>
      overYears(x as Value, (values, { view }) =>
        values.reduce((sum, v, y) => sum + v * (1 + view.discountRate) ** -y, 0),
      ),
  };
  return { names: { year: ({ view, y }) => view.plan.years[y]! }, functions };
}

function quotient(a: Value, b: Value): Value {
  return (scope) => a(scope) / b(scope);
}

/** Evaluates in another year; NaN outside the horizon. */
function inYear(x: Value, year: (scope: OutcomeScope) => number): Value {
  return (scope) => {
    const { y } = scope;
    const other = year(scope);
    if (other < 0) return Number.NaN;
    scope.y = other;
    const value = x(scope);
    scope.y = y;
    return value;
  };
}

function overYears(x: Value, combine: (values: number[], scope: OutcomeScope) => number): Value {
  return (scope) => {
    const { y } = scope;
    const values: number[] = [];
    for (let other = 0; other < scope.view.plan.years.length; other++) {
      scope.y = other;
      values.push(x(scope));
    }
    scope.y = y;
    return combine(values, scope);
  };
}

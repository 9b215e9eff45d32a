import { discountedSum } from '../../statistics/discount.js';
import { sum as sumOf } from '../../statistics/sum.js';
import type { OutcomeFunction, OutcomeScope, OutcomeValue } from '../outcome-function.js';
import type { OutcomeView } from '../view.js';

const ofAllYears = { over: 'years', takes: ['number'], unit: 'of x' } as const;

/** Evaluates an expression in another year; NaN outside the horizon. */
function inYear(x: OutcomeValue, year: (scope: OutcomeScope) => number): OutcomeValue {
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

/**
 * Combines the values of an expression in all years, in their order. The result is the same in every year, so it is computed once for a projection:
 * computed anew each year, functions of this kind inside each other would cost years to the power of their depth.
 */
function overYears(combine: (values: number[], scope: OutcomeScope) => number): OutcomeFunction['compile'] {
  return (call) => {
    const x = call.value(0);
    let known: { readonly view: OutcomeView; readonly value: number } | null = null;
    return (scope) => {
      const { view, y } = scope;
      if (known?.view === view) return known.value;
      const values = view.plan.years.map((_, other) => {
        scope.y = other;
        return x(scope);
      });
      scope.y = y;
      known = { view, value: combine(values, scope) };
      return known.value;
    };
  };
}

export const first: OutcomeFunction = {
  ...ofAllYears,
  meaning: 'value in the first year',
  compile: (call) => inYear(call.value(0), () => 0),
};

export const last: OutcomeFunction = {
  ...ofAllYears,
  meaning: 'value in the last year',
  compile: (call) => inYear(call.value(0), ({ view }) => view.plan.years.length - 1),
};

export const at: OutcomeFunction = {
  ...ofAllYears,
  takes: ['number', 'number'],
  meaning: 'value in a year: at(output(), 2020)',
  compile: (call) => {
    const year = call.value(1);
    return inYear(call.value(0), (scope) => scope.view.plan.years.indexOf(year(scope)));
  },
};

export const mean: OutcomeFunction = {
  ...ofAllYears,
  meaning: 'mean over the years',
  compile: overYears((values) => sumOf(values) / values.length),
};

export const sum: OutcomeFunction = {
  ...ofAllYears,
  meaning: 'sum over the years',
  compile: overYears((values) => sumOf(values)),
};

export const lowest: OutcomeFunction = {
  ...ofAllYears,
  meaning: 'lowest value of any year',
  compile: overYears((values) => Math.min(...values)),
};

export const highest: OutcomeFunction = {
  ...ofAllYears,
  meaning: 'highest value of any year',
  compile: overYears((values) => Math.max(...values)),
};

export const discounted: OutcomeFunction = {
  ...ofAllYears,
  meaning: 'sum over the years, discounted to the first',
  compile: overYears((values, { view }) => discountedSum(values, view.discountRate)),
};

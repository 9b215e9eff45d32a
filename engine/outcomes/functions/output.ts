import { sum } from '../../statistics/sum.js';
import { type OutcomeCall, type OutcomeFunction, type OutcomeValue, ofCell, ofRegion } from '../outcome-function.js';
import type { OutcomeView, OutputPath } from '../view.js';

type PathOf = (view: OutcomeView) => OutputPath;

/** Output on a path of the case, of a region, or of an industry in a region, by how many arguments are used. */
function outputOn(path: PathOf, call: OutcomeCall, used = call.given): OutcomeValue {
  if (used === 2) return ofCell(call, (view) => path(view).cells);
  if (used === 1) return ofRegion(call, (view) => path(view).byRegion());
  const { regions } = call;
  return ({ view, y }) => sum(path(view).byRegion(), y * regions, (y + 1) * regions);
}

function quotient(a: OutcomeValue, b: OutcomeValue): OutcomeValue {
  return (scope) => a(scope) / b(scope);
}

const own: PathOf = (view) => view.output;

const anyOutput = { over: 'year', takes: ['region', 'industry'], optional: 2, unit: 'currency' } as const;

export const output: OutcomeFunction = {
  ...anyOutput,
  meaning: 'output of the case, a region, or an industry in a region',
  compile: (call) => outputOn(own, call),
};

export const reference: OutcomeFunction = {
  ...anyOutput,
  meaning: 'the same on the reference path: no policies, no noise',
  compile: (call) => outputOn((view) => view.reference, call),
};

export const noPolicy: OutcomeFunction = {
  ...anyOutput,
  meaning:
    'the same without policies: in a draw under the same noise, in a single run the reference path; events of the first future stay',
  compile: (call) => outputOn((view) => view.noPolicy, call),
};

export const industry: OutcomeFunction = {
  over: 'year',
  takes: ['industry'],
  unit: 'currency',
  meaning: 'output of an industry in all regions',
  compile: (call) => {
    const { industries } = call;
    const cells = call.regions * industries;
    const i = call.industry(0);
    return ({ view, y }) => {
      let total = 0;
      for (let cell = y * cells + i; cell < (y + 1) * cells; cell += industries) total += view.output.cells[cell]!;
      return total;
    };
  },
};

export const share: OutcomeFunction = {
  over: 'year',
  takes: ['region', 'industry'],
  unit: '0 … 1',
  meaning: 'share of an industry in a region’s output',
  compile: (call) => quotient(outputOn(own, call, 2), outputOn(own, call, 1)),
};

export const part: OutcomeFunction = {
  over: 'year',
  takes: ['region'],
  unit: '0 … 1',
  meaning: 'share of a region in the output of the case',
  compile: (call) => quotient(outputOn(own, call, 1), outputOn(own, call, 0)),
};

export const valueAdded: OutcomeFunction = {
  over: 'year',
  takes: ['region'],
  optional: 1,
  unit: 'currency',
  meaning: 'value added by the case’s share of output',
  compile: (call) => {
    const of = outputOn(own, call);
    return (scope) => scope.view.valueAddedShare * of(scope);
  },
};

export const cost: OutcomeFunction = {
  over: 'year',
  takes: [],
  unit: 'currency',
  meaning: 'cost of all policies in the year',
  compile:
    () =>
    ({ view, y }) =>
      view.plan.cost[y]!,
};

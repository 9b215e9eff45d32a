import type { OutcomeCall, OutcomeFunction, OutcomeValue } from '../outcome-function.js';

/** An account of the case, of a region, or of an industry in a region, by how many arguments follow its name. */
function accountOf(call: OutcomeCall): OutcomeValue {
  const { industries } = call;
  const cells = call.regions * industries;
  const account = call.account(0);
  const first = call.given > 1 ? call.region(1) * industries + (call.given > 2 ? call.industry(2) : 0) : 0;
  const count = call.given > 2 ? 1 : call.given > 1 ? industries : cells;
  return ({ view, y }) => {
    const { perOutput } = view.plan.accounts[account]!;
    const start = y * cells + first;
    let total = 0;
    for (let at = start; at < start + count; at++) total += perOutput[at]! * view.output.cells[at]!;
    return total;
  };
}

export const account: OutcomeFunction = {
  over: 'year',
  takes: ['account', 'region', 'industry'],
  optional: 2,
  unit: 'the account’s',
  meaning: 'an account, such as jobs, of the case, a region, or an industry in a region',
  compile: accountOf,
};

/** Persons in one unit of the population that cases give. */
const PERSONS = 1e4;

export const perHead: OutcomeFunction = {
  over: 'year',
  takes: ['account', 'region'],
  optional: 1,
  unit: 'the account’s per person',
  meaning: 'an account over the non-agricultural population of the case or a region, where the case gives it',
  compile: (call) => {
    const all = accountOf(call);
    const region = call.given > 1 ? call.region(1) : null;
    return (scope) => {
      const { population } = scope.view.plan.initial;
      if (population === null) return Number.NaN;
      const heads = region === null ? population.reduce((sum, each) => sum + each, 0) : population[region]!;
      return all(scope) / (heads * PERSONS);
    };
  },
};

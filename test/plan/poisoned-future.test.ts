import { expect, it } from 'vitest';
import { plainScenario } from '../../engine/calibration/calibrate/plain-scenario.js';
import type { Economy } from '../../engine/economy/economy.js';
import { knownUntil } from '../../engine/economy/known-until.js';
import { compilePlan } from '../../engine/plan/compile.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { buildScenario } from '../../engine/scenario/build-scenario.js';
import { madePanel } from '../calibration/made-panel.js';

const economy = madePanel({ regions: 4, industries: 3, years: 9, industry: 0.02, region: 0.01, noise: 0.02 });
const [first, last] = [economy.years[0]!, economy.years.at(-1)!];

function planFrom(some: Economy, from: number) {
  const at = () => ({ file: 'x', line: 1, column: 1 });
  const built = buildScenario({ years: { from, to: last + 5 } }, { file: 'x', economy: some, expressions: null, at });
  expect(built.mistakes).toEqual([]);
  const { plan, reference, noise } = compilePlan(some, built.scenario, createResolver());
  return { output: reference.output, trend: plan.trend, differential: plan.initial.differential, noise };
}

it.each([first + 1, first + 3, last - 1])(
  'A projection from %i is the same, bit for bit, whatever came after, noise and all',
  (from) => {
    const poisoned = economy.outputs.map((row, k) => (economy.years[k]! > from ? row.map((q, c) => q * (c + 3)) : row));
    expect(planFrom({ ...economy, outputs: poisoned }, from)).toEqual(planFrom(economy, from));
  },
);

it('A projection from an earlier year is that of a table that ends there', () => {
  const from = first + 4;
  const known = knownUntil(economy, from);
  const { reference } = compilePlan(known, plainScenario(known, last + 5, null), createResolver());
  expect(planFrom(economy, from).output).toEqual(reference.output);
});

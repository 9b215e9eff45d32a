import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../engine/kernel/assembly/build.mjs';
import type { DrawnNoise } from '../../engine/kernel/inputs.js';
import type { Plan } from '../../engine/projection/plan.js';
import { project } from '../../engine/projection/project.js';
import { noiseOf } from '../projection/equation/drawn-noise.js';
import { project as projectInTypeScript } from '../projection/equation/project.js';
import { type PlanKind, randomPlan } from '../projection/random-plans.js';
import { ROOT } from '../source-files.js';

const noise: fc.Arbitrary<DrawnNoise | undefined> = fc.option(
  fc.record({
    parameters: fc.record({
      common: fc.double({ min: 0, max: 0.05, noNaN: true }),
      industry: fc.double({ min: 0, max: 0.1, noNaN: true }),
      region: fc.double({ min: 0, max: 0.05, noNaN: true }),
      cell: fc.double({ min: 0, max: 0.1, noNaN: true }),
      drift: fc.double({ min: 0, max: 0.02, noNaN: true }),
      persistence: fc.double({ min: 0, max: 0.95, noNaN: true }),
      relativeCell: fc.constant(null),
    }),
    seed: fc.nat(100),
    draw: fc.nat(100_000),
  }),
  { nil: undefined },
);

/** Largest difference of two paths, relative to the second. */
function difference(found: Float64Array, expected: Float64Array): number {
  let worst = 0;
  expected.forEach((value, k) => {
    worst = Math.max(worst, value === 0 ? Math.abs(found[k]!) : Math.abs(found[k]! / value - 1));
  });
  return worst;
}

function expectSamePaths(plan: Plan, drawn: DrawnNoise | undefined, most = 1e-12): void {
  const terms = drawn === undefined ? undefined : noiseOf(drawn, plan.regions.length, plan.industries.length);
  const expected = projectInTypeScript(plan, terms);
  const found = project(plan, drawn);
  expect(difference(found.reference, expected.reference)).toBeLessThan(most);
  expect(difference(found.output, expected.output)).toBeLessThan(most);
  if (expected.higherLevel !== null) expect(difference(found.higherLevel!, expected.higherLevel)).toBeLessThan(most);
}

describe('The kernel gives what the equation written in TypeScript gives, to 1e-12', () => {
  const USUAL: PlanKind = { spread: 'range', steps: 20, levers: true };

  // A cell whose stage hangs on the last digit may be given either; so most kinds let all stages respond alike.
  it.each<[string, PlanKind]>([
    ['at usual parameters', USUAL],
    ['with events', { ...USUAL, events: true }],
    ['with the channel between industries', { ...USUAL, chains: 'on', events: true, responses: false }],
    ['with ties', { ...USUAL, ties: 'on', responses: false }],
    ['at the ends of all ranges', { ...USUAL, spread: 'ends', events: true }],
  ])('%s', (_, kind) => {
    fc.assert(
      fc.property(randomPlan(kind), noise, (plan, drawn) => expectSamePaths(plan, drawn)),
      { numRuns: 100 },
    );
  });
});

// That compiling them gives it to the last byte is for `npm run test:system`.
describe('The kernel that ships', () => {
  it('was compiled from the sources as they are', async () => {
    const text = readFileSync(join(ROOT, 'engine/kernel/equation-wasm.ts'), 'utf8');
    expect(text).toContain(`// Compiled from ${await fingerprint()}\n`);
  });
});

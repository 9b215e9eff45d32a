import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Between, basePairs, pairChanges, pairsOfAllYears } from '../../engine/projection/between.js';
import type { Plan } from '../../engine/projection/plan.js';
import { project } from '../../engine/projection/project.js';
import { planJson } from '../../engine/report/run/plan-json.js';
import { channelSetup, createChannels } from './equation/channels.js';
import { computeChannels } from './equation/compute-channels.js';
import { type PlanNumbers, recompute } from './naive.js';
import { type PlanKind, randomPlan } from './random-plans.js';

const USUAL: PlanKind = { spread: 'range', steps: 25, levers: true };
const RUNS = { numRuns: 60 };

/** Largest relative difference between two arrays; cells that are 0 must be 0 in both. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let k = 0; k < a.length; k++) {
    if (a[k] !== b[k]) most = Math.max(most, Math.abs(a[k]! - b[k]!) / Math.max(Math.abs(a[k]!), Math.abs(b[k]!)));
  }
  return most;
}

/** Output of each industry over the regions in one year. */
function industryTotals(plan: Plan, output: Float64Array, y: number): number[] {
  const cells = plan.regions.length * plan.industries.length;
  return plan.industries.map((_, i) =>
    plan.regions.reduce((sum, _, r) => sum + output[y * cells + r * plan.industries.length + i]!, 0),
  );
}

/** The path, with a mistake where a cell that produces is not above 0 and finite or one that does not is not 0. */
function expectPositiveAndFinite(plan: Plan): void {
  const { output, reference } = project(plan);
  const cells = plan.initial.output.length;
  for (const path of [output, reference]) {
    const wrong = path.findIndex((q, k) =>
      plan.initial.output[k % cells] === 0 ? q !== 0 : !(q > 0 && Number.isFinite(q)),
    );
    expect(wrong, `cell ${wrong} is ${path[wrong]}`).toBe(-1);
  }
}

describe('The projection of a random economy', () => {
  it('without policies is the reference path, bit for bit, whatever the parameters', () => {
    fc.assert(
      fc.property(randomPlan({ spread: 'domain', steps: 40, levers: false }), (plan) => {
        const { output, reference } = project(plan);
        expect(output).toEqual(reference);
      }),
      RUNS,
    );
  });

  it('moves each industry’s total by its trend and by the part of the regions’ gains that is not displaced', () => {
    fc.assert(
      fc.property(randomPlan({ ...USUAL, steps: 8 }), (plan) => {
        const { output } = project(plan);
        const { crowding } = recompute(JSON.parse(JSON.stringify(planJson(plan))) as PlanNumbers);
        for (let y = 0; y + 1 < plan.years.length; y++) {
          const now = industryTotals(plan, output, y);
          const next = industryTotals(plan, output, y + 1);
          plan.industries.forEach((_, i) => {
            if (now[i] === 0) return;
            const trend = plan.trend[y * plan.industries.length + i]!;
            const expected = trend + (1 - plan.parameters.displacement) * crowding[y]![i]!;
            expect(Math.log(next[i]! / now[i]!)).toBeCloseTo(expected, 12);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every industry’s total on its trend where all gains are displaced', () => {
    fc.assert(
      fc.property(randomPlan(USUAL), (random) => {
        const plan: Plan = { ...random, parameters: { ...random.parameters, displacement: 1 } };
        const { output } = project(plan);
        const growth = new Float64Array(plan.industries.length);
        const base = industryTotals(plan, output, 0);
        for (let y = 0; y < plan.years.length; y++) {
          const expected = base.map((q, i) => q * Math.exp(growth[i]!));
          expect(difference(industryTotals(plan, output, y), expected)).toBeLessThan(1e-12);
          plan.industries.forEach((_, i) => {
            growth[i] = growth[i]! + plan.trend[y * plan.industries.length + i]!;
          });
        }
      }),
      RUNS,
    );
  });

  it('grows by the factor by which all observed outputs grow', () => {
    fc.assert(
      fc.property(
        randomPlan({ ...USUAL, events: true }),
        fc.double({ min: -6, max: 6, noNaN: true }),
        (plan, power) => {
          const factor = 10 ** power;
          const scaled = project(scale(plan, factor));
          const { output, reference } = project(plan);
          expect(difference(scaled.output, times(output, factor))).toBeLessThan(1e-12);
          expect(difference(scaled.reference, times(reference, factor))).toBeLessThan(1e-12);
        },
      ),
      RUNS,
    );
  });

  it('does not depend on the order of regions and industries', () => {
    const orders = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(randomPlan({ ...USUAL, events: true }), orders, (plan, draws) => {
        const regions = shuffled(plan.regions.length, draws);
        const industries = shuffled(plan.industries.length, draws);
        const { output, reference } = project(plan);
        const moved = project(reorder(plan, regions, industries));
        expect(difference(moved.output, permute(output, regions, industries))).toBeLessThan(1e-12);
        expect(difference(moved.reference, permute(reference, regions, industries))).toBeLessThan(1e-12);
      }),
      RUNS,
    );
  });

  it('is positive and finite over 200 years, with every parameter at an end of its range', () => {
    const kind: PlanKind = { spread: 'ends', steps: 200, leastSteps: 200, levers: true, events: true };
    fc.assert(fc.property(randomPlan(kind), expectPositiveAndFinite), RUNS);
  });

  it('is positive and finite over 200 years for all that is allowed, while access cannot feed itself', () => {
    // Access grows with half the log of output, reach with all of it, so above s·(β + γ_S + γ_D) = 2 more output might attract more than itself.
    const kind: PlanKind = { spread: 'domain', steps: 200, leastSteps: 200, levers: true, events: true };
    fc.assert(
      fc.property(randomPlan(kind), (plan) => {
        const strongest = Math.max(1, ...Object.values(plan.parameters.response));
        const marketAccess = Math.min(
          plan.parameters.marketAccess,
          1.9 / strongest - plan.parameters.supplierAccess - plan.parameters.customerAccess,
        );
        expectPositiveAndFinite({ ...plan, parameters: { ...plan.parameters, marketAccess } });
      }),
      RUNS,
    );
  });

  it.each(['range', 'ends'] as const)('returns to trend growth after the last ramp, parameters at %s', (spread) => {
    // What inherited leads still move is all that is left: with ρ = .98 a five-hundredth after 300 years. Stages respond alike: where they
    // do not, a cell can go back and forth between two of them for ever.
    const kind: PlanKind = { spread, steps: 300, leastSteps: 300, levers: true, responses: false, events: true };
    fc.assert(
      fc.property(randomPlan(kind), (plan) => {
        const { output, reference } = project(plan);
        const cells = plan.initial.output.length;
        for (let y = plan.years.length - 3; y < plan.years.length - 1; y++) {
          for (let cell = 0; cell < cells; cell++) {
            if (output[cell] === 0) continue;
            const growth = Math.log(output[(y + 1) * cells + cell]! / output[y * cells + cell]!);
            const usual = Math.log(reference[(y + 1) * cells + cell]! / reference[y * cells + cell]!);
            const industries = plan.industries.length;
            const inherited = plan.parameters.persistence ** y;
            expect(Math.abs(growth - usual)).toBeLessThan(1e-5 + 0.2 * inherited);
            expect(Math.abs(growth - plan.trend[y * industries + (cell % industries)]!)).toBeLessThan(
              1e-5 + 0.4 * inherited,
            );
          }
        }
      }),
      RUNS,
    );
  });
});

describe('A border between two regions', () => {
  const TIED: PlanKind = { spread: 'range', steps: 1, levers: false, ties: 'on' };

  it.each([
    ['opens', (barrier: number) => barrier / 2, 1],
    ['closes', (barrier: number) => (1 + barrier) / 2, -1],
  ] as const)('that %s moves access one way and rivalry the other, for these two alone', (_, change, direction) => {
    fc.assert(
      fc.property(randomPlan(TIED), fc.nat(), fc.nat(), (plan, first, second) => {
        const regions = plan.regions.length;
        const a = first % regions;
        const b = second % regions;
        if (a === b) return;
        const barrier = plan.reference.barrier!.slice();
        barrier[a * regions + b] = change(barrier[a * regions + b]!);
        barrier[b * regions + a] = change(barrier[b * regions + a]!);
        const moves = plan.reference.barrier![a * regions + b] !== barrier[a * regions + b];
        const before = read(plan, plan.reference.distance!, plan.reference.barrier!);
        const after = read(plan, plan.reference.distance!, barrier);
        plan.regions.forEach((_, r) => {
          const concerned = moves && (r === a || r === b);
          const access = after.logAccess[r]! - before.logAccess[r]!;
          if (concerned) expect(access * direction).toBeGreaterThan(0);
          else expect(access).toBe(0);
          plan.industries.forEach((_, i) => {
            const cell = r * plan.industries.length + i;
            const x = before.share[a * plan.industries.length + i]!;
            const y = before.share[b * plan.industries.length + i]!;
            const ties = before.tieShare[r * regions + (r === a ? b : a)]!;
            const likeness = before.similarity[a * regions + b]! * Math.min(x, y);
            const rivalry = after.rivalry[cell]! - before.rivalry[cell]!;
            if (concerned && ties * likeness > 1e-12) expect(rivalry * direction).toBeLessThan(0);
            else if (!concerned) expect(rivalry).toBe(0);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it('that is closed turns a shorter way into more rivalry, where the neighbour is more of a rival than the others', () => {
    fc.assert(
      fc.property(randomPlan(TIED), fc.nat(), fc.nat(), (plan, first, second) => {
        const regions = plan.regions.length;
        const industries = plan.industries.length;
        const a = first % regions;
        const b = second % regions;
        if (a === b) return;
        const barrier = plan.reference.barrier!.slice();
        barrier[a * regions + b] = 1;
        barrier[b * regions + a] = 1;
        const distance = plan.reference.distance!.slice();
        distance[a * regions + b] = distance[a * regions + b]! * 0.8;
        distance[b * regions + a] = distance[b * regions + a]! * 0.8;
        const before = read(plan, plan.reference.distance!, barrier);
        const after = read(plan, distance, barrier);
        expect(after.logAccess).toEqual(before.logAccess);
        for (const [r, s] of [
          [a, b],
          [b, a],
        ] as const) {
          for (let i = 0; i < industries; i++) {
            const x = before.share[r * industries + i]!;
            const y = before.share[s * industries + i]!;
            const rival = x + y === 0 ? 0 : (before.similarity[r * regions + s]! * 2 * Math.min(x, y)) / (x + y);
            // Nearer to one neighbour is, in shares, further from all others: rivalry is an average over neighbours.
            const cell = r * industries + i;
            if (rival > before.rivalry[cell]! + 1e-9)
              expect(after.rivalry[cell]!).toBeGreaterThan(before.rivalry[cell]!);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

function read(plan: Plan, distance: Float64Array, barrier: Float64Array) {
  const setup = channelSetup(plan);
  const channels = createChannels(setup);
  const path = { output: plan.initial.output, higherLevel: plan.higherLevel };
  computeChannels(channels, setup, path, 0, { distance, barrier });
  return channels;
}

function times(values: Float64Array, factor: number): Float64Array {
  return values.map((value) => value * factor);
}

function scale(plan: Plan, factor: number): Plan {
  return {
    ...plan,
    history: {
      ...plan.history,
      output: plan.history.output.map((output) => times(output, factor)),
      higherLevel: plan.history.higherLevel?.map((series) => times(series, factor)) ?? null,
    },
    higherLevel: plan.higherLevel === null ? null : times(plan.higherLevel, factor),
    initial: { ...plan.initial, output: times(plan.initial.output, factor) },
  };
}

/** A random order of 0 … length − 1. */
function shuffled(length: number, draws: Iterator<number>): number[] {
  const order = Array.from({ length }, (_, k) => k);
  for (let k = length - 1; k > 0; k--) {
    const other = (draws.next().value as number) % (k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

/** Rows of rows × columns in another order, as often as they repeat; the k-th new row is the rows[k]-th old one. */
function permute(values: Float64Array, rows: readonly number[], columns: readonly number[]): Float64Array {
  const size = rows.length * columns.length;
  return values.map((_, at) => {
    const offset = at - (at % size);
    const row = rows[Math.floor((at % size) / columns.length)]!;
    return values[offset + row * columns.length + columns[at % columns.length]!]!;
  });
}

function reorder(plan: Plan, regions: readonly number[], industries: readonly number[]): Plan {
  const one = [0];
  const cells = (values: Float64Array): Float64Array => permute(values, regions, industries);
  const byRegion = <Values extends Float64Array | null>(values: Values): Values =>
    (values === null ? null : permute(values, regions, one)) as Values;
  const byIndustry = (values: Float64Array): Float64Array => permute(values, one, industries);
  const pairs = (values: Float64Array | null): Float64Array | null =>
    values === null ? null : permute(values, regions, regions);
  const reference = { distance: pairs(plan.reference.distance), barrier: pairs(plan.reference.barrier) };
  const bothPermuted = ({ distance, barrier }: Between): Between => ({
    distance: permute(distance, regions, regions),
    barrier: permute(barrier, regions, regions),
  });
  const [base, all] = [basePairs(plan), pairsOfAllYears(plan)];
  return {
    ...plan,
    history: {
      ...plan.history,
      output: plan.history.output.map(cells),
      higherLevel: plan.history.higherLevel?.map(byIndustry) ?? null,
    },
    higherLevel: plan.higherLevel === null ? null : byIndustry(plan.higherLevel),
    initial: {
      output: cells(plan.initial.output),
      gdp: byRegion(plan.initial.gdp),
      population: byRegion(plan.initial.population),
      internalDistance: byRegion(plan.initial.internalDistance),
      differential: cells(plan.initial.differential),
    },
    trend: byIndustry(plan.trend),
    inputOutput:
      plan.inputOutput === null
        ? null
        : {
            supply: permute(plan.inputOutput.supply, industries, industries),
            demand: permute(plan.inputOutput.demand, industries, industries),
            coefficients: permute(plan.inputOutput.coefficients, industries, industries),
            soldToIndustry: byIndustry(plan.inputOutput.soldToIndustry),
          },
    reference,
    levers: {
      push: cells(plan.levers.push),
      spill: cells(plan.levers.spill),
      between: base === null || all === null ? null : pairChanges(bothPermuted(base), bothPermuted(all)),
      shock: plan.levers.shock === null ? null : cells(plan.levers.shock),
      land: byRegion(plan.levers.land),
    },
  };
}

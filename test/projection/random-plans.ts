import fc from 'fast-check';
import { chainLinks } from '../../engine/input-output/links.js';
import type { EquationParameters, Levers } from '../../engine/kernel/inputs.js';
import { PARAMETERS, type ParameterKey } from '../../engine/parameters/parameters.js';
import { pairChanges } from '../../engine/projection/between.js';
import type { Plan } from '../../engine/projection/plan.js';

/** Where parameters are drawn from: all that is allowed, all that is thought plausible, or the ends of that. */
export type Spread = 'domain' | 'range' | 'ends' | 'domain ends';

/** What a random plan may hold. */
export interface PlanKind {
  readonly spread: Spread;
  /** Steps projected, at most. */
  readonly steps: number;
  /** Steps projected, at least; 1 if not given. */
  readonly leastSteps?: number;
  /** Whether levers move; all as in the base year where not. */
  readonly levers: boolean;
  /** Whether stages may respond differently. */
  readonly responses?: boolean;
  /** Whether events may change levels; not if not given. */
  readonly events?: boolean;
  /** No ties, ties, or either. */
  readonly ties?: 'off' | 'on';
  /** No input–output table, one, or either. */
  readonly chains?: 'off' | 'on';
}

/** What one lever does over time: nothing before `start`, all of it from the end of the ramp on. */
interface Ramp {
  readonly start: number;
  readonly ramp: number;
  readonly end: number | null;
}

/**
 * A random plan that could have been compiled from a case: 1–6 regions, 1–8 industries, some cells empty, some industries empty
 * everywhere, with or without ties and a higher-level region of its own.
 */
export function randomPlan(kind: PlanKind): fc.Arbitrary<Plan> {
  return fc
    .record({
      regions: fc.integer({ min: 1, max: 6 }),
      industries: fc.integer({ min: 1, max: 8 }),
      steps: fc.integer({ min: kind.leastSteps ?? 1, max: kind.steps }),
      tied: kind.ties === undefined ? fc.boolean() : fc.constant(kind.ties === 'on'),
      chained: kind.chains === undefined ? fc.boolean() : fc.constant(kind.chains === 'on'),
      larger: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
      window: fc.integer({ min: 1, max: 10 }),
      observed: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
      tieExponent: fc.constantFrom(1, 2),
    })
    .chain((shape) => {
      const { regions, industries } = shape;
      const count = shape.observed.length + 1;
      return fc
        .record({
          parameters: parametersFrom(kind.spread, kind.responses ?? true),
          tables: fc.array(tableOf(regions, industries), { minLength: count, maxLength: count }),
          rest: fc.array(fc.array(between(0.1, 50), exactly(industries)), exactly(count)),
          trend: fc.record({
            starting: fc.array(between(-0.05, 0.1), exactly(industries)),
            longRun: between(0.03, 0.06),
            halfLife: between(2, 6),
          }),
          differential: fc.array(between(-0.15, 0.15), exactly(regions * industries)),
          flows: fc.array(fc.oneof(fc.constant(0), between(0, 100)), exactly(industries * industries)),
          gdp: fc.array(between(1, 5000), exactly(regions)),
          population: fc.array(between(1, 500), exactly(regions)),
          internal: fc.array(between(5, 80), exactly(regions)),
          distance: fc.array(between(10, 900), exactly(regions * regions)),
          barrier: fc.array(between(0, 1), exactly(regions * regions)),
          levers: leversOf(regions, industries, shape.steps),
        })
        .map((drawn) => assemble(shape, drawn, kind));
    });
}

/** Evenly spread, and one in five times an end: fast-check's own doubles are mostly next to nothing. */
function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 1e6 }).map((part) => min + ((max - min) * part) / 1e6) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  );
}

function exactly(length: number): { minLength: number; maxLength: number } {
  return { minLength: length, maxLength: length };
}

/** Output of one year: some cells empty, some industries empty everywhere, no region empty. */
function tableOf(regions: number, industries: number): fc.Arbitrary<Float64Array> {
  return fc
    .tuple(
      fc.array(between(-1, 4), exactly(regions * industries)),
      fc.array(fc.boolean(), exactly(regions * industries)),
      fc.array(fc.integer({ min: 0, max: 5 }), exactly(industries)),
      fc.integer({ min: 0, max: industries - 1 }),
    )
    .map(([powers, empty, absent, kept]) =>
      Float64Array.from(powers, (power, cell) => {
        const industry = cell % industries;
        const present =
          industry === kept || (absent[industry] !== 0 && !(empty[cell]! && empty[(cell * 7) % empty.length]!));
        return present ? 10 ** power : 0;
      }),
    );
}

function parametersFrom(spread: Spread, responses: boolean): fc.Arbitrary<EquationParameters> {
  const number = (key: ParameterKey): fc.Arbitrary<number> => {
    const { range, domain } = PARAMETERS[key];
    if (spread === 'ends') return fc.constantFrom(...range);
    if (spread === 'domain ends') return fc.constantFrom(...domain);
    const [min, max] = spread === 'range' ? range : domain;
    return between(min, max);
  };
  const response = (key: ParameterKey): fc.Arbitrary<number> =>
    responses ? fc.oneof(fc.constant(1), number(key)) : fc.constant(1);
  return fc.record({
    localisation: number('localisation'),
    marketAccess: number('marketAccess'),
    distanceDecay: fc.oneof(fc.constant(2), number('distanceDecay')),
    rivalry: number('rivalry'),
    displacement: number('displacement'),
    persistence: number('persistence'),
    shrinkage: number('shrinkage'),
    adjustment: number('adjustment'),
    outputPassThrough: number('outputPassThrough'),
    land: number('land'),
    supplierAccess: number('supplierAccess'),
    customerAccess: number('customerAccess'),
    response: fc.record({
      formative: response('response.formative'),
      growing: response('response.growing'),
      mature: response('response.mature'),
      recession: response('response.recession'),
    }),
  });
}

interface DrawnLevers {
  readonly push: readonly number[];
  readonly spill: readonly number[];
  readonly distance: readonly number[];
  readonly barrier: readonly number[];
  readonly land: readonly number[];
  readonly shock: readonly number[];
  readonly shocked: boolean;
  readonly ramps: readonly Ramp[];
}

function leversOf(regions: number, industries: number, steps: number): fc.Arbitrary<DrawnLevers> {
  const some = (low: number, high: number): fc.Arbitrary<number> => fc.oneof(fc.constant(0), between(low, high));
  const ramp = fc.record({
    start: fc.integer({ min: 0, max: Math.min(steps, 15) }),
    ramp: fc.integer({ min: 0, max: 6 }),
    end: fc.option(fc.integer({ min: 5, max: 25 })),
  });
  return fc.record({
    push: fc.array(some(-0.1, 0.3), exactly(regions * industries)),
    spill: fc.array(some(0, 0.2), exactly(regions * industries)),
    distance: fc.array(some(-0.3, 0.8), exactly(regions * regions)),
    barrier: fc.array(some(-1, 1), exactly(regions * regions)),
    land: fc.array(some(-0.3, 0.3), exactly(regions)),
    shock: fc.array(some(-0.9, 1), exactly(regions * industries)),
    shocked: fc.boolean(),
    ramps: fc.array(ramp, exactly(6)),
  });
}

interface Shape {
  readonly regions: number;
  readonly industries: number;
  readonly steps: number;
  readonly tied: boolean;
  readonly chained: boolean;
  readonly larger: boolean;
  readonly window: number;
  readonly observed: readonly number[];
  readonly tieExponent: number;
}

interface Drawn {
  readonly parameters: EquationParameters;
  readonly tables: readonly Float64Array[];
  readonly rest: readonly (readonly number[])[];
  readonly trend: { readonly starting: readonly number[]; readonly longRun: number; readonly halfLife: number };
  readonly differential: readonly number[];
  readonly flows: readonly number[];
  readonly gdp: readonly number[];
  readonly population: readonly number[];
  readonly internal: readonly number[];
  readonly distance: readonly number[];
  readonly barrier: readonly number[];
  readonly levers: DrawnLevers;
}

const FIRST_YEAR = 2011;

function assemble(shape: Shape, drawn: Drawn, kind: PlanKind): Plan {
  const { regions, industries, steps, tied, larger } = shape;
  const years = Array.from({ length: steps + 1 }, (_, y) => FIRST_YEAR + y);
  const output = drawn.tables[0]!;
  const past = [...shape.observed].sort((a, b) => b - a);
  const higher = drawn.tables.map((table, k) => totals(table, industries).map((sum, i) => sum + drawn.rest[k]![i]!));
  const trend = Float64Array.from({ length: years.length * industries }, (_, k) => {
    const { starting, longRun, halfLife } = drawn.trend;
    return longRun + (starting[k % industries]! - longRun) * 0.5 ** (Math.floor(k / industries) / halfLife);
  });
  const gdp = tied ? Float64Array.from(drawn.gdp) : null;
  const distance = tied ? symmetric(drawn.distance, regions, (r) => drawn.internal[r]!) : null;
  const barrier = tied ? symmetric(drawn.barrier, regions, () => 0) : null;
  const history = [...past.map((_, k) => k + 1), 0];
  return {
    years,
    regions: Array.from({ length: regions }, (_, r) => `R${r}`),
    industries: Array.from({ length: industries }, (_, i) => `I${i}`),
    window: shape.window,
    tieExponent: shape.tieExponent,
    parameters: drawn.parameters,
    history: {
      years: [...past.map((before) => FIRST_YEAR - before), FIRST_YEAR],
      output: history.map((k) => drawn.tables[k]!),
      higherLevel: larger ? history.map((k) => higher[k]!) : null,
    },
    higherLevel: larger ? followTrend(higher[0]!, trend) : null,
    initial: {
      output,
      gdp,
      population: tied ? Float64Array.from(drawn.population) : null,
      internalDistance: tied ? Float64Array.from(drawn.internal) : null,
      differential: Float64Array.from(drawn.differential, (d, cell) =>
        output[cell] === 0 ? 0 : d * drawn.parameters.shrinkage,
      ),
    },
    trend,
    reference: { distance, barrier },
    inputOutput: shape.chained ? linksOf(Float64Array.from(drawn.flows), industries) : null,
    levers: moveLevers(shape, drawn, distance, barrier, kind),
    travelTime: null,
    accounts: [],
    cost: new Float64Array(years.length),
  };
}

/** Links of random flows, of industries whose outputs are twice what they use and sell. */
function linksOf(flows: Float64Array, industries: number) {
  const output = Array.from({ length: industries }, (_, i) =>
    flows.reduce(
      (sum, flow, at) => sum + (at % industries === i || Math.floor(at / industries) === i ? 2 * flow : 0),
      0,
    ),
  );
  return chainLinks({ flows, output: Float64Array.from(output) });
}

function moveLevers(
  { regions, industries, steps }: Shape,
  { levers }: Drawn,
  distance: Float64Array | null,
  barrier: Float64Array | null,
  { levers: moving, events = false }: PlanKind,
): Levers {
  const cells = regions * industries;
  const pairs = regions * regions;
  const strength = (lever: number, y: number): number => {
    if (!moving) return 0;
    const { start, ramp, end } = levers.ramps[lever]!;
    if (end !== null && y > end) return 0;
    return ramp === 0 ? Number(y >= start) : Math.min(1, Math.max(0, (y - start) / ramp));
  };
  const rows = (width: number, value: (y: number, k: number) => number): Float64Array =>
    Float64Array.from({ length: (steps + 1) * width }, (_, at) => value(Math.floor(at / width), at % width));
  const pair = (k: number): number => Math.min(k, (k % regions) * regions + Math.floor(k / regions));
  const diagonal = (k: number): boolean => k % regions === Math.floor(k / regions);
  return {
    push: rows(cells, (y, k) => levers.push[k]! * strength(0, y)),
    spill: rows(cells, (y, k) => levers.spill[k]! * strength(1, y)),
    between:
      distance === null || barrier === null
        ? null
        : pairChanges(
            { distance, barrier },
            {
              distance: rows(pairs, (y, k) =>
                diagonal(k) ? distance[k]! : distance[k]! * (1 - levers.distance[pair(k)]! * strength(2, y)),
              ),
              barrier: rows(pairs, (y, k) => {
                const change = levers.barrier[pair(k)]! * strength(3, y);
                if (diagonal(k)) return 0;
                return change >= 0 ? barrier[k]! * (1 - change) : 1 - (1 - barrier[k]!) * (1 + change);
              }),
            },
          ),
    shock:
      events && levers.shocked
        ? rows(cells, (y, k) => Math.log(1 + levers.shock[k]! * strength(5, y)) * Number(y > 0))
        : null,
    land: rows(regions, (y, k) => (strength(4, y) === 0 ? 1 : Math.exp(levers.land[k]! * strength(4, y)))),
  };
}

function symmetric(drawn: readonly number[], regions: number, diagonal: (r: number) => number): Float64Array {
  return Float64Array.from({ length: regions * regions }, (_, k) => {
    const r = Math.floor(k / regions);
    const s = k % regions;
    return r === s ? diagonal(r) : drawn[Math.min(r, s) * regions + Math.max(r, s)]!;
  });
}

function followTrend(base: Float64Array, trend: Float64Array): Float64Array {
  const series = new Float64Array(trend.length);
  series.set(base);
  for (let k = base.length; k < series.length; k++)
    series[k] = series[k - base.length]! * Math.exp(trend[k - base.length]!);
  return series;
}

function totals(table: Float64Array, industries: number): Float64Array {
  const sum = new Float64Array(industries);
  table.forEach((q, cell) => {
    sum[cell % industries] = sum[cell % industries]! + q;
  });
  return sum;
}

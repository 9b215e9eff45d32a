import { stream } from '../../dist/engine/values/streams.js';

/**
 * A plan of any size with policies active, the same as the data of the reference program in C: made of noise, not of meaning,
 * so that only the work counts.
 *
 * @param {number} regions
 * @param {number} industries
 * @param {number} steps years stepped
 */
export function syntheticPlan(regions, industries, steps) {
  const source = stream(1, 0, 'bench');
  const uniform = () => source.uniform();
  const years = steps + 1;
  const cells = regions * industries;
  const pairs = regions * regions;
  const fill = (length, value) => Float64Array.from({ length }, (_, k) => value(k));
  const output = fill(cells, () => 1 + 100 * uniform());
  const differential = fill(cells, () => 0.03 * (uniform() - 0.5));
  const fullPush = fill(cells, () => 0.05 * uniform());
  const growth = fill(industries, () => 0.05 + 0.03 * uniform());
  const isPair = (k) => k % (regions + 1) !== 0;
  const distance = fill(pairs, (k) => (isPair(k) ? 100 + 300 * uniform() : 20));
  const barrier = fill(pairs, (k) => (isPair(k) ? 0.5 : 0));
  const strength = (y) => (y < 2 ? 0 : y < 6 ? (y - 2) / 4 : 1);
  const regionTotal = (r) => output.subarray(r * industries, (r + 1) * industries).reduce((sum, q) => sum + q, 0);
  return {
    years: Array.from({ length: years }, (_, y) => 2011 + y),
    regions: Array.from({ length: regions }, (_, r) => `region ${r}`),
    industries: Array.from({ length: industries }, (_, i) => `industry ${i}`),
    window: 6,
    tieExponent: 2,
    parameters: {
      localisation: 0.04,
      marketAccess: 0.15,
      distanceDecay: 2,
      rivalry: 0.3,
      displacement: 0.35,
      persistence: 0.8,
      shrinkage: 1,
      adjustment: 0.25,
      outputPassThrough: 0.5,
      land: 0.8,
      supplierAccess: 0,
      customerAccess: 0,
      response: { formative: 1, growing: 1, mature: 1, recession: 1 },
    },
    history: { years: [2011], output: [output], higherLevel: null },
    higherLevel: null,
    initial: {
      output,
      gdp: fill(regions, regionTotal),
      population: fill(regions, () => 50 + 100 * uniform()),
      internalDistance: new Float64Array(regions).fill(20),
      differential,
    },
    trend: fill(years * industries, (k) => growth[k % industries]),
    reference: { distance, barrier },
    inputOutput: null,
    levers: {
      push: fill(years * cells, (k) => strength(Math.floor(k / cells)) * fullPush[k % cells]),
      spill: new Float64Array(years * cells),
      between: betweenFrom(2, distance, barrier, years),
      land: new Float64Array(years * regions).fill(1),
      shock: null,
    },
    cost: new Float64Array(years),
  };
}

/** Every pair a fifth nearer and four tenths more open from a year on. */
function betweenFrom(start, distance, barrier, years) {
  const regions = Math.round(Math.sqrt(distance.length));
  const pairs = Int32Array.from(distance.keys()).filter((pair) => pair % (regions + 1) !== 0);
  const byYear = (base, factor) =>
    Float64Array.from({ length: years * pairs.length }, (_, k) => {
      return base[pairs[k % pairs.length]] * (k >= start * pairs.length ? factor : 1);
    });
  return { pairs, distance: byYear(distance, 0.8), barrier: byYear(barrier, 0.6) };
}

import type { Economy } from '../../engine/economy/economy.js';
import { stream } from '../../engine/values/streams.js';

/** How growth of a made panel comes about, in log points a year. */
export interface Recipe {
  readonly regions: number;
  readonly industries: number;
  readonly years: number;
  /** Growth of all. */
  readonly growth?: number;
  /** Spread of what lasts of an industry, of a region and of a cell. */
  readonly industry?: number;
  readonly region?: number;
  readonly cell?: number;
  /** Spread of what comes and goes each year in single cells. */
  readonly noise?: number;
  readonly seed?: number;
}

/** A panel whose growth is known, for tests. */
export function madePanel(recipe: Recipe): Economy {
  const { regions, industries, years, growth = 0.03, industry = 0, region = 0, cell = 0, noise = 0, seed = 1 } = recipe;
  const source = stream(seed, 0, 'panel');
  const normals = (count: number, spread: number) => Array.from({ length: count }, () => spread * source.normal());
  const [ofIndustry, ofRegion, ofCell] = [
    normals(industries, industry),
    normals(regions, region),
    normals(regions * industries, cell),
  ];
  let output = Float64Array.from(normals(regions * industries, 1), (each) => 100 * Math.exp(each));
  const outputs = [output];
  for (let year = 1; year < years; year++) {
    const shocks = normals(regions * industries, noise);
    output = output.map(
      (q, k) =>
        q *
        Math.exp(
          growth + ofIndustry[k % industries]! + ofRegion[Math.floor(k / industries)]! + ofCell[k]! + shocks[k]!,
        ),
    );
    outputs.push(output);
  }
  return {
    title: 'Made',
    currency: 'units',
    prices: 'current',
    table: null,
    regions: Array.from({ length: regions }, (_, r) => `Region ${r + 1}`),
    industries: Array.from({ length: industries }, (_, i) => `Industry ${i + 1}`),
    years: outputs.map((_, y) => 2000 + y),
    outputs,
    higherLevel: null,
    facts: null,
    network: null,
    barriers: [],
    distance: 'km',
    tieExponent: 2,
    deflator: 0,
    valueAddedShare: 0.3,
    window: 6,
    notes: [],
  };
}

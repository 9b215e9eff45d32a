import type { Economy } from '../../engine/economy/economy.js';
import { normals as normalsOf } from '../projection/equation/normals.js';

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
  /** Spread of what comes and goes each year in all cells, in an industry and in a region. */
  readonly shocks?: { readonly common?: number; readonly industry?: number; readonly region?: number };
  /** Part of all that comes and goes that is left a year later. */
  readonly lasting?: number;
  /** Spread of errors of measurement, which are gone in the next year. */
  readonly measurement?: number;
  /** How much noisier some cells are than others, as a standard deviation of the log. */
  readonly uneven?: number;
  readonly seed?: number;
}

/** A panel whose growth is known, for tests. */
export function madePanel(recipe: Recipe): Economy {
  const { regions, industries, years, growth = 0.03, industry = 0, region = 0, cell = 0, noise = 0, seed = 1 } = recipe;
  const { shocks = {}, lasting = 0, measurement = 0, uneven = 0 } = recipe;
  const source = normalsOf(seed, 0, 'panel');
  const normals = (count: number, spread: number) => Array.from({ length: count }, () => spread * source.normal());
  const [ofIndustry, ofRegion, ofCell] = [
    normals(industries, industry),
    normals(regions, region),
    normals(regions * industries, cell),
  ];
  let output = Float64Array.from(normals(regions * industries, 1), (each) => 100 * Math.exp(each));
  // Seeds without these keep the panels they had.
  const noisier = uneven === 0 ? null : normals(regions * industries, uneven).map(Math.exp);
  const observed = () => (measurement === 0 ? output : output.map((q) => q * Math.exp(measurement * source.normal())));
  const outputs = [observed()];
  const groups = [
    [regions * industries, noise],
    [1, shocks.common ?? 0],
    [industries, shocks.industry ?? 0],
    [regions, shocks.region ?? 0],
  ] as const;
  let state = groups.map(([count, spread]) => (spread === 0 ? null : normals(count, spread)));
  for (let year = 1; year < years; year++) {
    const [own, common, byIndustry, byRegion] = state;
    output = output.map((q, k) => {
      const [i, r] = [k % industries, Math.floor(k / industries)];
      const passing =
        (own?.[k] ?? 0) * (noisier?.[k] ?? 1) + (common?.[0] ?? 0) + (byIndustry?.[i] ?? 0) + (byRegion?.[r] ?? 0);
      return q * Math.exp(growth + ofIndustry[i]! + ofRegion[r]! + ofCell[k]! + passing);
    });
    outputs.push(observed());
    state = groups.map(([count, spread], g) => {
      if (spread === 0) return null;
      const fresh = normals(count, spread * Math.sqrt(1 - lasting ** 2));
      return fresh.map((each, k) => each + lasting * state[g]![k]!);
    });
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
    accounts: [],
    distance: 'km',
    inputOutput: null,
    tieExponent: 2,
    deflator: 0,
    valueAddedShare: 0.3,
    window: 6,
    notes: [],
  };
}

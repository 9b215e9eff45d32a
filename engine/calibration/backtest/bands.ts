import type { Economy } from '../../economy/economy.js';
import { compilePlan } from '../../plan/compile.js';
import { createResolver } from '../../plan/resolve.js';
import { createNoise } from '../../projection/noise.js';
import { project } from '../../projection/project.js';
import type { Scenario } from '../../scenario/scenario.js';
import { rowSums } from '../../statistics/cells.js';
import { type Distribution, quantileFunction } from '../../values/distribution.js';
import type { Quantity } from '../../values/quantity.js';
import { stream } from '../../values/streams.js';

/** Cells whose samples are kept; of more, every so-manieth. */
const MOST_CELLS = 4_000;

/** Samples of a scenario's outputs, one for each year projected and each cell or region. */
export interface Bands {
  /** Indices of the cells that are sampled. */
  readonly cells: readonly number[];
  /** By year after the first, then by sampled cell: the draws in ascending order. */
  readonly cellSamples: readonly (readonly Float64Array[])[];
  /** By year after the first, then by region. */
  readonly regionSamples: readonly (readonly Float64Array[])[];
}

/**
 * Projects a scenario without policies many times, each time with other noise and with every uncertain number drawn anew.
 *
 * @param years indices of the projected years that are kept, from 1
 */
export function sampleBands(
  economy: Economy,
  scenario: Scenario,
  draws: number,
  seed: number,
  years: readonly number[],
): Bands {
  const regions = economy.regions.length;
  const industries = economy.industries.length;
  const count = regions * industries;
  const stride = Math.ceil(count / MOST_CELLS);
  const cells = Array.from({ length: Math.ceil(count / stride) }, (_, k) => k * stride);
  const empty = (size: number) => years.map(() => Array.from({ length: size }, () => new Float64Array(draws)));
  const cellSamples = empty(cells.length);
  const regionSamples = empty(regions);
  const uncertain = uncertainNumbers(scenario);
  for (let draw = 0; draw < draws; draw++) {
    const values = new Map(
      uncertain.map(({ path, quantile }) => [path, quantile(stream(seed, draw, path).uniform())] as const),
    );
    const compiled = compilePlan(economy, scenario, createResolver(values));
    const normals = (group: string) => {
      const source = stream(seed, draw, `noise.${group}`);
      return (target: Float64Array) => source.fillNormals(target);
    };
    const noise = createNoise(compiled.noise, regions, industries, {
      common: normals('common'),
      industry: normals('industries'),
      region: normals('regions'),
      cell: normals('cells'),
    });
    const { output } = project(compiled.plan, noise, compiled.reference);
    years.forEach((year, y) => {
      const row = output.subarray(year * count, (year + 1) * count);
      cells.forEach((cell, k) => {
        cellSamples[y]![k]![draw] = row[cell]!;
      });
      rowSums(row, industries).forEach((total, r) => {
        regionSamples[y]![r]![draw] = total;
      });
    });
  }
  for (const samples of [...cellSamples, ...regionSamples]) for (const sample of samples) sample.sort();
  return { cells, cellSamples, regionSamples };
}

/** The numbers of a scenario that are written as distributions. */
function uncertainNumbers(scenario: Scenario) {
  const groups: readonly (readonly [string, Readonly<Record<string, Quantity>>])[] = [
    ['parameters', scenario.parameters],
    ['trend', scenario.trend.numbers],
    ['noise', scenario.noise],
  ];
  return groups.flatMap(([group, numbers]) =>
    Object.entries(numbers)
      .filter((entry): entry is [string, Distribution] => entry[1].kind === 'distribution')
      .map(([key, distribution]) => ({ path: `${group}.${key}`, quantile: quantileFunction(distribution) })),
  );
}

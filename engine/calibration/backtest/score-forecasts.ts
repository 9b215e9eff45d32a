import type { Economy } from '../../economy/economy.js';
import { rowSums } from '../../statistics/cells.js';
import type { Bands } from './bands.js';
import type { Forecasts, Method } from './forecasts.js';
import { type BandScore, bandScore, type CellBandScore, cellBandScore, type PointScore, pointScore } from './scores.js';
import { type StructureScore, structureOf, structureScore } from './structure-scores.js';

/** Scores of one method from one year at one horizon. */
export interface BacktestScore {
  readonly method: Method;
  /** Last year that the method has seen. */
  readonly origin: number;
  /** Years ahead. */
  readonly horizon: number;
  /** Single cells; those that were filled in are left out. */
  readonly cells: PointScore & { readonly bands: CellBandScore | null };
  /** Outputs of regions, without the cells that were filled in; bands are those of regions without such cells. */
  readonly regions: PointScore & { readonly bands: BandScore | null };
  readonly structure: StructureScore;
}

/** Scores every method and horizon of the forecasts from one origin against what came; a year that was filled in altogether is left out. */
export function scoreForecasts(economy: Economy, origin: number, forecasts: Forecasts): BacktestScore[] {
  const industries = economy.industries.length;
  const now = economy.outputs[economy.years.indexOf(origin)]!;
  return forecasts.horizons.flatMap((horizon, h) => {
    const target = economy.years.indexOf(origin + horizon);
    const actual = economy.outputs[target]!;
    const actualStructure = structureOf(actual, now, horizon, industries);
    const filled = new Set(economy.estimated?.[target] ?? []);
    if (filled.size === actual.length) return [];
    const observed = (cells: Float64Array) =>
      rowSums(filled.size === 0 ? cells : withoutFilled(cells, filled), industries);
    const actualRegions = observed(actual);
    const scored = (cells: Float64Array) => (filled.size === 0 ? cells : cells.filter((_, cell) => !filled.has(cell)));
    return [...forecasts.central.keys()].map((method): BacktestScore => {
      const forecast = forecasts.central.get(method)![h]!;
      const bands = method === 'tandem' ? forecasts.bands : null;
      return {
        method,
        origin,
        horizon,
        cells: {
          ...pointScore(scored(forecast), scored(actual)),
          bands: bands === null ? null : scoreCellBands(bands, h, { now, actual, filled }),
        },
        regions: {
          ...pointScore(observed(forecast), actualRegions),
          bands: bands === null ? null : scoreRegionBands(bands.regionSamples[h]!, actualRegions, filled, industries),
        },
        structure: structureScore(structureOf(forecast, now, horizon, industries), actualStructure),
      };
    });
  });
}

/** Cells with 0 in the place of those that were filled in. */
export function withoutFilled(cells: Float64Array, filled: ReadonlySet<number>): Float64Array {
  return cells.map((value, cell) => (filled.has(cell) ? 0 : value));
}

/** Scores of the bands of regions without cells that were filled in; null where there is none. */
function scoreRegionBands(
  samples: readonly Float64Array[],
  actual: Float64Array,
  filled: ReadonlySet<number>,
  industries: number,
): BandScore | null {
  const partly = new Set([...filled].map((cell) => Math.floor(cell / industries)));
  const kept = [...samples.keys()].filter((r) => !partly.has(r));
  if (kept.length === 0) return null;
  return bandScore(
    kept.map((r) => samples[r]!),
    kept.map((r) => actual[r]!),
  );
}

function scoreCellBands(
  { cells, cellSamples }: Bands,
  horizon: number,
  { now, actual, filled }: { now: Float64Array; actual: Float64Array; filled: ReadonlySet<number> },
): CellBandScore {
  const kept = [...cells.keys()].filter((k) => !filled.has(cells[k]!));
  return cellBandScore(
    kept.map((k) => cellSamples[horizon]![k]!),
    kept.map((k) => actual[cells[k]!]!),
    kept.map((k) => now[cells[k]!]!),
  );
}

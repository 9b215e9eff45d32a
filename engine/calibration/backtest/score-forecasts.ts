import type { Economy } from '../../economy/economy.js';
import { rowSums } from '../../statistics/cells.js';
import type { Forecasts, Method } from './forecasts.js';
import { type BandScore, bandScore, type PointScore, pointScore } from './scores.js';
import { type StructureScore, structureOf, structureScore } from './structure-scores.js';

/** Scores of one method from one year at one horizon. */
export interface BacktestScore {
  readonly method: Method;
  /** Last year that the method has seen. */
  readonly origin: number;
  /** Years ahead. */
  readonly horizon: number;
  readonly cells: PointScore & { readonly bands: BandScore | null };
  /** Outputs of whole regions. */
  readonly regions: PointScore & { readonly bands: BandScore | null };
  readonly structure: StructureScore;
}

/** Scores every method and horizon of the forecasts from one origin against what came. */
export function scoreForecasts(economy: Economy, origin: number, forecasts: Forecasts): BacktestScore[] {
  const industries = economy.industries.length;
  const now = economy.outputs[economy.years.indexOf(origin)]!;
  return forecasts.horizons.flatMap((horizon, h) => {
    const actual = economy.outputs[economy.years.indexOf(origin + horizon)]!;
    const actualRegions = rowSums(actual, industries);
    const actualStructure = structureOf(actual, now, horizon, industries);
    return [...forecasts.central.keys()].map((method): BacktestScore => {
      const forecast = forecasts.central.get(method)![h]!;
      const bands = method === 'tandem' ? forecasts.bands : null;
      const sampled = bands?.cells.map((cell) => actual[cell]!);
      return {
        method,
        origin,
        horizon,
        cells: {
          ...pointScore(forecast, actual),
          bands: bands === null ? null : bandScore(bands.cellSamples[h]!, sampled!),
        },
        regions: {
          ...pointScore(rowSums(forecast, industries), actualRegions),
          bands: bands === null ? null : bandScore(bands.regionSamples[h]!, actualRegions),
        },
        structure: structureScore(structureOf(forecast, now, horizon, industries), actualStructure),
      };
    });
  });
}

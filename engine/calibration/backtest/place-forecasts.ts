import type { Economy } from '../../economy/economy.js';
import { columnSums, rowSums } from '../../statistics/cells.js';
import type { Forecasts } from './forecasts.js';
import { withoutFilled } from './score-forecasts.js';
import { sampleQuantile } from './scores.js';

/** Outputs of regions, or of industries over all regions, as forecast by the calibrated model and as they came; cells that were filled in are left out. */
export interface PlaceOutputs {
  /** Output in the year that is forecast from. */
  readonly now: Float64Array;
  readonly forecast: Float64Array;
  readonly actual: Float64Array;
  /** Ends of the band of 80 %; NaN where cells were filled in, so that none can be compared. Null without bands. */
  readonly band: { readonly low: Float64Array; readonly high: Float64Array } | null;
}

/** Forecasts from one year at one horizon, by place. */
export interface PlaceForecasts {
  readonly origin: number;
  /** Years ahead. */
  readonly horizon: number;
  readonly regions: PlaceOutputs;
  readonly industries: PlaceOutputs;
}

/** Part of the values that the band of `PlaceOutputs` is to hold. */
const HELD = 0.8;

/** Forecasts from one year for each region and industry, beside what came; a year that was filled in altogether is left out. */
export function placeForecasts(economy: Economy, origin: number, forecasts: Forecasts): PlaceForecasts[] {
  const industries = economy.industries.length;
  const start = economy.outputs[economy.years.indexOf(origin)]!;
  return forecasts.horizons.flatMap((horizon, h): PlaceForecasts[] => {
    const target = economy.years.indexOf(origin + horizon);
    const filled = new Set(economy.estimated?.[target] ?? []);
    if (filled.size === start.length) return [];
    const cells = [start, forecasts.central.get('tandem')![h]!, economy.outputs[target]!].map((each) =>
      filled.size === 0 ? each : withoutFilled(each, filled),
    );
    const outputs = (
      sums: (cells: Float64Array, width: number) => Float64Array,
      samples: readonly Float64Array[] | undefined,
      placeOf: (cell: number) => number,
    ): PlaceOutputs => {
      const [now, forecast, actual] = cells.map((each) => sums(each, industries)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const partly = new Set([...filled].map(placeOf));
      const quantiles = (probability: number) =>
        Float64Array.from(samples ?? [], (sample, k) =>
          partly.has(k) ? Number.NaN : sampleQuantile(sample, probability),
        );
      const band = samples === undefined ? null : { low: quantiles((1 - HELD) / 2), high: quantiles((1 + HELD) / 2) };
      return { now, forecast, actual, band };
    };
    const { bands } = forecasts;
    return [
      {
        origin,
        horizon,
        regions: outputs(rowSums, bands?.regionSamples[h], (cell) => Math.floor(cell / industries)),
        industries: outputs(columnSums, bands?.industrySamples[h], (cell) => cell % industries),
      },
    ];
  });
}

import type { Estimate } from './estimate.js';

/**
 * Lowest growth that a fitted trend starts with, as `trend.floor`: what is fitted to years in which industries die must let them, and where none does it
 * changes nothing. Judgement, on made panels: see the source of the default.
 */
export const FITTED_FLOOR = -0.3;

/** The numbers that a calibration sets, in the form of a scenario file. */
export interface Settings {
  readonly parameters: Readonly<Record<string, string>>;
  readonly trend: Readonly<Record<string, string>>;
  readonly noise: Readonly<Record<string, string>>;
}

/** The calibrated numbers as a scenario has them; those that keep their defaults are left out. */
export function calibratedSettings(calibration: { readonly estimates: readonly Estimate[] }): Settings {
  const part = (name: string) =>
    Object.fromEntries(
      calibration.estimates.flatMap(({ key, written }) =>
        written !== null && key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), written]] : [],
      ),
    );
  return {
    parameters: part('parameters'),
    trend: { ...part('trend'), floor: `${FITTED_FLOOR}` },
    noise: part('noise'),
  };
}

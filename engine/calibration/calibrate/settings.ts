import type { Estimate } from './estimate.js';

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
    trend: part('trend'),
    noise: part('noise'),
  };
}

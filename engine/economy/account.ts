/** Quantity that output stands for, such as jobs or energy, in proportion to output. */
export interface Account {
  /** Such as `jobs`. */
  readonly name: string;
  /** Unit of the quantity, such as `persons`. */
  readonly unit: string;
  readonly figures: readonly AccountFigure[];
}

/** One row of the table of accounts. A figure that names more goes before one that names less. */
export interface AccountFigure {
  /** Index of its region; null for all. */
  readonly region: number | null;
  /** Index of its industry; null for all. */
  readonly industry: number | null;
  /** The year that it is of; null for the first projected year. */
  readonly year: number | null;
  /** Quantity per unit of output, in the account's unit per the case's currency. */
  readonly perOutput: number;
  /** Change of that a year, as a rate: −0.02 where productivity grows by about 2 %. */
  readonly yearlyChange: number;
}

/**
 * The figure of an account for one cell: of those that name most, the latest known by `from`, else the earliest; null where none covers
 * the cell.
 *
 * @param from the first projected year, whose later figures a projection must not know
 *
 * @example
 * const figure = (industry, perOutput) => ({ region: null, industry, year: null, perOutput, yearlyChange: 0 });
 * const jobs = { name: 'jobs', unit: 'persons', figures: [figure(null, 5), figure(1, 8)] };
 * figureOf(jobs, 0, 1, 2011).perOutput; // → 8
 * figureOf(jobs, 0, 0, 2011).perOutput; // → 5
 */
export function figureOf({ figures }: Account, region: number, industry: number, from: number): AccountFigure | null {
  const covering = figures.filter(
    (figure) =>
      (figure.region === null || figure.region === region) &&
      (figure.industry === null || figure.industry === industry),
  );
  const most = Math.max(...covering.map(named));
  const closest = covering.filter((figure) => named(figure) === most);
  const yearOf = ({ year }: AccountFigure): number => year ?? from;
  const known = closest.filter((figure) => yearOf(figure) <= from);
  if (known.length > 0) return known.reduce((a, b) => (yearOf(b) > yearOf(a) ? b : a));
  return closest.length === 0 ? null : closest.reduce((a, b) => (yearOf(b) < yearOf(a) ? b : a));
}

function named({ region, industry }: AccountFigure): number {
  return Number(region !== null) + Number(industry !== null);
}

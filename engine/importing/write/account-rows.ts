import { pow } from '../../exact-math/index.js';
import { type Mistake, throwMistakes } from '../../mistakes.js';
import { counted, listed } from '../read/counted.js';
import type { CompletePanel } from '../reconcile/complete-panel.js';

/** Totals of something that output stands for, such as jobs, by region, industry and year. */
export interface AccountTotals {
  /** Such as `jobs`. */
  readonly name: string;
  readonly unit: string;
  readonly file: string;
  readonly panel: CompletePanel;
}

/** Largest change a year that a table of accounts takes. */
const LARGEST_CHANGE = 0.5;
/** Names that a mistake lists. */
const NAMED = 5;

/**
 * Rows of accounts.csv without the header: totals divided by the outputs of the same region, industry and year. The last year's rows carry
 * the change a year since the first, which is that of productivity upside down.
 *
 * @param outputs the panel of the case
 * @throws MistakesError where totals lack a region or an industry of the case, or share no year with it
 */
export function accountRows(outputs: CompletePanel, totals: AccountTotals): (string | number | null)[][] {
  const { panel, name, unit, file } = totals;
  throwMistakes(lacking(outputs, totals));
  const years = outputs.years.filter((year) => panel.years.includes(year));
  const last = years.at(-1)!;
  const rows: (string | number | null)[][] = [];
  for (const region of outputs.regions) {
    for (const industry of outputs.industries) {
      const perOutput = years.map((year) => {
        const output = figure(outputs, year, region, industry);
        return output > 0 ? figure(panel, year, region, industry) / output : 0;
      });
      const change = yearlyChange(perOutput, last - years[0]!);
      years.forEach((year, k) => {
        const own = year === last ? change : null;
        rows.push([name, unit, region, industry, year, perOutput[k]!, own, 'derived', `${file} over the outputs`]);
      });
    }
  }
  return rows;
}

function figure({ regions, industries, years, values }: CompletePanel, year: number, region: string, industry: string) {
  const y = years.indexOf(year);
  const cell = (y * regions.length + regions.indexOf(region)) * industries.length + industries.indexOf(industry);
  return values[cell]!;
}

/** The rate a year between the first and the last figure, within what a table takes; null where one of them is 0 or there is only one. */
function yearlyChange(figures: readonly number[], years: number): number | null {
  const [first, last] = [figures[0]!, figures.at(-1)!];
  if (years === 0 || first === 0 || last === 0) return null;
  const change = pow(last / first, 1 / years) - 1;
  return Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, change));
}

/** What the totals lack of the case. */
function lacking(outputs: CompletePanel, { panel, file }: AccountTotals): Mistake[] {
  const at = { file, line: 1, column: 1 };
  const hint = 'spell names as in the table of outputs, or --rename "Old=New"';
  const missing = (what: string, many: string, wanted: readonly string[], there: readonly string[]): Mistake[] => {
    const absent = wanted.filter((name) => !there.includes(name));
    if (absent.length === 0) return [];
    return [
      {
        ...at,
        message: `no totals for ${counted(absent.length, what, many)} of the outputs: ${listed(absent, NAMED)}`,
        hint,
      },
    ];
  };
  return [
    ...missing('region', 'regions', outputs.regions, panel.regions),
    ...missing('industry', 'industries', outputs.industries, panel.industries),
    ...(outputs.years.some((year) => panel.years.includes(year))
      ? []
      : [{ ...at, message: `no year in common with the outputs, ${outputs.years[0]}–${outputs.years.at(-1)}` }]),
  ];
}

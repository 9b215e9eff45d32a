import { accountByRegion } from '../../projection/account-values.js';
import type { PlanAccount, Projection } from '../../projection/plan.js';
import { columnDecimals, formatColumn, formatSigned } from '../text/number-format.js';
import { sparkline } from '../text/sparkline.js';
import { numberHeading, yearHeadings } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';

/** One table for each account of a projection, by region and year. */
export function accountTables(projection: Projection): TextTable[] {
  const { years, accounts } = projection.plan;
  return accounts.map((account) => {
    const lines = accountLines(projection, account);
    const decimals = columnDecimals(lines.map(({ effect }) => effect));
    const rows = lines.map(({ name, path, effect }): TextCell[] => [
      name,
      ...formatColumn(path),
      sparkline(path),
      formatSigned(effect, decimals),
    ]);
    return {
      title: `${account.name} by region (${account.unit})`,
      columns: [
        { heading: 'region' },
        ...yearHeadings(years),
        { heading: 'path' },
        numberHeading('effect', String(years.at(-1)!)),
      ],
      rows: rows.length > 1 ? [...rows.slice(0, -1), 'rule', rows.at(-1)!] : rows,
      notes: ['effect: difference from the reference path.'],
    };
  });
}

/** The quantity of one region or of all together. */
interface AccountLine {
  readonly name: string;
  /** By year. */
  readonly path: readonly number[];
  /** Difference from the reference path in the last year. */
  readonly effect: number;
}

/** The quantity of each region, then of all where there are several. */
function accountLines({ plan, output, reference }: Projection, account: PlanAccount): AccountLine[] {
  const { years, regions, industries } = plan;
  const values = accountByRegion(account, output, industries.length);
  const usual = accountByRegion(account, reference, industries.length);
  const line = (name: string, members: readonly number[]): AccountLine => {
    const at = (of: Float64Array, y: number): number =>
      members.reduce((total, r) => total + of[y * regions.length + r]!, 0);
    const path = years.map((_, y) => at(values, y));
    return { name, path, effect: path.at(-1)! - at(usual, years.length - 1) };
  };
  const lines = regions.map((region, r) => line(region, [r]));
  return regions.length > 1 ? [...lines, line('all', [...regions.keys()])] : lines;
}

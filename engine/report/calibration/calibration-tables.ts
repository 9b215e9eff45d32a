import type { HeldOut } from '../../calibration/backtest/held-out.js';
import type { Calibration } from '../../calibration/calibrate/calibrate.js';
import type { Estimate } from '../../calibration/calibrate/estimate.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { formatFixed, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { type CellColumn, numberHeading, tabulate } from '../text/text-columns.js';
import type { Layout } from '../text/text-table.js';

const SHOWN_COLUMNS: readonly CellColumn<Estimate>[] = [
  { heading: 'parameter', cell: ({ key }) => key },
  { ...numberHeading('default'), cell: ({ prior }) => formatFixed(prior.value, 3) },
  { ...numberHeading('±'), cell: ({ prior }) => formatFixed(prior.sd, 3) },
  { ...numberHeading('data alone'), cell: ({ data }) => formatFixed(data?.value ?? null, 3) },
  { ...numberHeading('±'), cell: ({ data }) => formatFixed(data?.sd ?? null, 3) },
  {
    ...numberHeading('together'),
    cell: ({ written, value }) =>
      written === null ? { text: 'default', style: 'dim' } : { text: formatFixed(value, 3), style: 'strong' },
  },
  { ...numberHeading('±'), cell: ({ written, sd }) => (written === null ? NO_NUMBER : formatFixed(sd, 3)) },
  { ...numberHeading('data’s part'), cell: ({ weight }) => formatPercent(weight, 0) },
];

/** A calibration for a terminal: default, data and both together for each parameter, and the defaults that stay. */
export function calibrationText(
  title: string,
  calibration: Calibration,
  heldOut: HeldOut | null,
  layout: Layout,
): string {
  const kept = calibration.estimates.filter(({ written }) => written === null);
  return renderTextTable(
    {
      title: `${title}: parameters fitted to ${yearsOf(calibration)}`,
      ...tabulate(SHOWN_COLUMNS, calibration.estimates),
      notes: [
        '±: one standard error. It counts years and not cells, since a year moves all cells alike.',
        'Together: data and default, weighted by how sure each is, within what the model can use.',
        'Data’s part: how much of the default’s variance the data removed.',
        ...(heldOut === null ? [] : heldOutNotes(heldOut)),
        '--out DIR writes the numbers as calibrated.yaml, which a scenario takes up with extends.',
        'noise.common is off unless it is set. Its default here is what is expected where years are observed.',
        ...kept.map(({ key, reason }) => `${key} keeps its default: ${reason}.`),
      ],
    },
    layout,
  );
}

const ESTIMATE_COLUMNS: readonly Column<Estimate>[] = [
  textColumn('parameter', 'key in a file', ({ key }) => key),
  textColumn('status', 'derived where the fit is written, else default', statusOf),
  { name: 'default', unit: 'of the parameter', meaning: 'the default', of: ({ prior }) => prior.value },
  {
    name: 'default_sd',
    unit: 'of the parameter',
    meaning: 'standard error of the default',
    of: ({ prior }) => prior.sd,
  },
  {
    name: 'data',
    unit: 'of the parameter',
    meaning: 'estimate from the data alone',
    of: ({ data }) => data?.value ?? null,
  },
  { name: 'data_se', unit: 'of the parameter', meaning: 'its standard error', of: ({ data }) => data?.sd ?? null },
  { name: 'value', unit: 'of the parameter', meaning: 'default and data together', of: ({ value }) => value },
  { name: 'sd', unit: 'of the parameter', meaning: 'its standard error', of: ({ sd }) => sd },
  {
    name: 'data_part',
    unit: '1',
    meaning: 'part of the variance of the default that the data removed',
    of: ({ weight }) => weight,
  },
  textColumn('written', 'the number as calibrated.yaml holds it', ({ written }) => written),
  textColumn('reason', 'why a default stays', ({ reason }) => reason),
];

/** calibration.csv: every parameter, with the default, the data and both together. */
export function calibrationTable(calibration: Calibration): DataTable<Estimate> {
  return { columns: ESTIMATE_COLUMNS, rows: calibration.estimates };
}

/** A calibration as plain data. */
export function calibrationData(calibration: Calibration, heldOut: HeldOut | null): object {
  return {
    years: calibration.years,
    window: calibration.window,
    heldOut,
    parameters: calibration.estimates.map((each) => ({ ...each, status: statusOf(each) })),
  };
}

/**
 * The fitted numbers as a file that a scenario can extend, each with its status and what it rests on; defaults that stay are named in comments.
 */
export function calibrationYaml(title: string, calibration: Calibration): string {
  const lines = [
    `# Fitted by tandem calibrate to ${yearsOf(calibration)} of: ${title.replace(/[\r\n]/g, ' ')}`,
    '# Take it up with  extends:  and the path of this file in a scenario that names its case, or copy its keys into the case.',
  ];
  for (const group of ['parameters', 'trend', 'noise']) {
    const own = calibration.estimates.filter(({ key }) => key.startsWith(`${group}.`));
    const written = own.filter((each) => each.written !== null);
    const some = written.length > 0;
    if (some) lines.push(`${group}:`);
    for (const each of own) {
      const key = each.key.slice(group.length + 1);
      lines.push(
        each.written === null
          ? `${some ? '  ' : ''}# ${key}: the default stays, ${each.reason}`
          : `  ${key}: ${each.written} # ${statusOf(each)}: ${basis(each)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function statusOf({ written }: Estimate): string {
  return written === null ? 'default' : 'derived';
}

function basis({ prior, data, weight }: Estimate): string {
  const alone = data === null ? '' : `data alone ${formatFixed(data.value, 3)} ± ${formatFixed(data.sd, 3)}, `;
  return `${alone}default ${formatFixed(prior.value, 3)}, the data’s part ${formatPercent(weight, 0)}`;
}

function yearsOf({ years }: Calibration): string {
  return `${years.length} observed years, ${years[0]}–${years.at(-1)}`;
}

/** One sentence on whether the calibrated numbers or the defaults foresee years held out better. */
function heldOutNotes({ origins, calibrated, defaults }: HeldOut): string[] {
  const better = calibrated < defaults ? 'the calibrated numbers do better' : 'the defaults do better';
  return [
    `Error of cells on years held out, from ${origins.length} of the observed ones: ${formatPercent(calibrated, 2)} calibrated, ${formatPercent(defaults, 2)} with the defaults.`,
    `So ${better} here, noise apart; tandem backtest has it from every year.`,
  ];
}

import type { ChannelTrial } from '../../calibration/backtest/channel-trials.js';
import { NORMAL_90 } from '../../statistics/normal.js';
import { formatFixed, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { type CellColumn, numberHeading, tabulate } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';

const ERRORS = 'error of cells';

const TRIAL_COLUMNS: readonly CellColumn<ChannelTrial>[] = [
  { heading: 'parameter', cell: ({ trial }) => trial },
  { ...numberHeading('default'), cell: (trial) => formatFixed(trial.default, 2) },
  { ...numberHeading('data alone'), cell: ({ data }) => formatFixed(data?.value ?? null, 2) },
  {
    ...numberHeading('90 % interval'),
    cell: ({ data }) => (data === null ? NO_NUMBER : interval(data.value, data.sd)),
  },
  { ...numberHeading('without', '%', ERRORS), cell: ({ errors }) => errorText(errors?.without) },
  { ...numberHeading('default', '%', ERRORS), cell: ({ errors }) => errorText(errors?.withDefault) },
  { ...numberHeading('data alone', '%', ERRORS), cell: ({ errors }) => errorText(errors?.withEstimate) },
  { heading: 'verdict', cell: trialVerdict },
];

/** Parts of the growth equation, each tried on years held out. */
export function trialTable(trials: readonly ChannelTrial[]): TextTable {
  return {
    title: 'Parts of the growth equation on years held out: does it help, and with what sign?',
    ...tabulate(
      TRIAL_COLUMNS,
      trials.filter(({ errors, data }) => errors !== null || data !== null),
    ),
    notes: [
      'Data alone: estimated without the default. The errors use the years before each origin alone.',
      'It helps where the interval lies on one side of 0, and the error falls by more than chance.',
      'Chance: one standard error of the difference over the origins.',
      'Origins overlap, so two count as one. Less than 1 % of the error is hardly help.',
      ...trials
        .filter(({ errors, data }) => errors === null && data === null)
        .map(({ trial, reason }) => `${trial} was not tried: ${reason ?? 'no estimate'}.`),
    ],
  };
}

function errorText(error: number | null | undefined): string {
  return formatPercent(error ?? null, 3, '');
}

/** Says in a few words how far the data speak for a part of the equation. */
export function trialVerdict({ data, errors }: ChannelTrial): string {
  if (data === null) return 'cannot be told';
  const margin = NORMAL_90 * data.sd;
  if (data.value + margin < 0) return 'sign against it';
  if (data.value - margin <= 0) return 'no evidence';
  if (errors === null) return 'no gain';
  const gains = [errors.gains.withDefault, errors.gains.withEstimate];
  const told = Math.max(...gains.map(({ value, sd }) => (value > sd ? value : 0)));
  if (told > 0) return told >= MATERIAL * errors.without ? 'helps' : 'hardly helps';
  return gains.some(({ value }) => value > 0) ? 'no evidence' : 'no gain';
}

/** Errors smaller by less than this part are no help worth the name. Judgement. */
const MATERIAL = 0.01;

function interval(value: number, sd: number): string {
  return `${formatFixed(value - NORMAL_90 * sd, 2)} … ${formatFixed(value + NORMAL_90 * sd, 2)}`;
}

import { counted } from '../read/counted.js';
import { originNumber } from './complete-panel.js';
import { placeOf, type ReconcileContext, refuse, type View } from './view.js';

/** Negative figures beyond this part of all output mean that the table holds changes or balances rather than output. Judgement. */
const MOST_NEGATIVE = 0.01;

/** Sets figures below zero to 0; many are refused where the settings say nothing. */
export function replaceNegative({ panel, settings, guesses }: ReconcileContext, view: View): void {
  const { values, origins } = view;
  let [count, sum, all, worst] = [0, 0, 0, -1];
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell]!;
    all += Math.abs(value);
    if (value >= 0) continue;
    count += 1;
    sum -= value;
    if (worst < 0 || value < values[worst]!) worst = cell;
  }
  if (count === 0) return;
  const [r, i, y] = placeOf(view, worst);
  const most = `${values[worst]} in ${panel.regions.names[r]}, ${panel.industries.names[i]}, ${panel.years[y]}`;
  const found = `${counted(count, 'figure', 'figures')} below zero, ${((100 * sum) / all).toPrecision(2)} % of all, the lowest ${most}`;
  if (settings.negative === 'refuse')
    refuse(panel, found, 'output is 0 or more; mend the table, or leave --negative refuse out');
  if (settings.negative === undefined && sum > MOST_NEGATIVE * all)
    refuse(
      panel,
      found,
      'does the table hold changes or balances rather than output? If it is output, --negative zero',
    );
  for (let cell = 0; cell < values.length; cell++) {
    if (values[cell]! >= 0) continue;
    values[cell] = 0;
    origins[cell] = originNumber('negative');
  }
  guesses.note(`${found}: set to 0, status estimated`);
}

import { comparisonTables } from '../../comparison/comparison-tables.js';
import { costs, mainGains, type Ranged } from '../../comparison/place-gains.js';
import { money as amount } from '../../text/money.js';
import { columnDecimals, formatFixed } from '../../text/number-format.js';
import type { Paint } from '../drawing/colours.js';
import type { Figure } from '../drawing/figure.js';
import { groupedBarPanel } from '../drawing/grouped-bar-panel.js';
import { futureColour, type View } from './view.js';

/** The cost of each future beside the value added that it brings; null where nothing is spent. */
export function costFigure(view: View): Figure | null {
  const { names, money, currency, study } = view;
  const spent = costs(view);
  if (spent.every(({ middle }) => middle === 0)) return null;
  const { all } = mainGains(view);
  const share = view.comparison.futures[0]!.economy.valueAddedShare;
  const brought = all.overNoPolicy.map((gain) => scaled(gain, share));
  const { unit, of } = money([...spent, ...brought].map(({ middle }) => middle));
  const ends = ({ middle, low, high }: Ranged) => ({ value: of(middle), low: of(low), high: of(high) });
  const groups = names.map((name, k) => ({
    name,
    bars: [
      { series: 'cost', ...ends(spent[k]!), colour: (paint: Paint) => paint.noPolicy },
      { series: 'value added', ...ends(brought[k]!), colour: futureColour(view, k) },
    ],
  }));
  const decimals = columnDecimals(
    groups.flatMap(({ bars }) => bars.map(({ value }) => value)),
    3,
  );
  const format = (value: number): string => formatFixed(value, decimals);
  const told = names.map(
    (name, k) =>
      `${name} costs ${amount(spent[k]!.middle, currency)} and brings ${amount(brought[k]!.middle, currency)}`,
  );
  return {
    id: 'cost',
    title: 'What it costs, and what it brings',
    finding: `Over all years, discounted, ${told.join('; ')}.`,
    caption: `Grey is what is spent, colour the value added above no policy.${study === null ? '' : ' The thin line holds 8 of 10 draws.'}`,
    legend: [],
    panels: [
      groupedBarPanel({
        title: '',
        description: told.join('; '),
        xTitle: `${unit}, discounted`,
        groups: groups.toReversed(),
        format,
        tick: formatFixed,
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).futures],
  };
}

function scaled({ middle, low, high }: Ranged, factor: number): Ranged {
  return {
    middle: factor * middle,
    low: low === null ? null : factor * low,
    high: high === null ? null : factor * high,
  };
}

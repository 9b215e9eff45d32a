import type { Comparison } from '../../compare/compare.js';
import { money } from '../text/money.js';
import { formatColumn, formatFixed, formatNumber, formatPercent } from '../text/number-format.js';
import { capital } from '../text/sentence.js';
import { middleSize, outcomeScale, withUnit } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { horizon, moneyOf, signed, signedPercent } from './comparison-cells.js';

/** Futures side by side. */
export function futuresTable(comparison: Comparison): TextTable {
  const { futures, gains, equalCost } = comparison;
  const rate = futures[0]!.compiled.discountRate;
  const { unit, of } = moneyOf(
    comparison,
    gains.flatMap(({ total, valueAdded, cost }) => [total, valueAdded, cost]),
  );
  const totals = formatColumn(gains.map((gain) => of(gain.total)));
  const valueAdded = formatColumn(gains.map((gain) => of(gain.valueAdded)));
  const costs = formatColumn(gains.map((gain) => of(gain.cost)));
  const perGain = gains.map((gain) => (gain.total > 0 && gain.cost > 0 ? gain.cost / gain.total : null));
  const scaled = (equalCost ?? []).some((equal) => equal.factor !== 1);
  const impossible = (equalCost ?? []).flatMap((equal, k) => (equal.possible ? [] : [futures[k]!.scenario.label]));
  return {
    title: `What each future brings beside no policy, sums over ${horizon(comparison)} discounted at ${formatPercent(rate)} (${unit})`,
    columns: [
      { heading: 'future' },
      numberHeading('output', 'gained'),
      numberHeading('value added', 'gained'),
      numberHeading('cost'),
      numberHeading('benefit', '÷ cost'),
      numberHeading('cost per', 'output gained'),
      numberHeading('intensity', 'factor'),
    ],
    rows: futures.map((future, k) => [
      future.scenario.label,
      totals[k]!,
      valueAdded[k]!,
      costs[k]!,
      formatNumber(gains[k]!.benefitCost, 3),
      formatNumber(perGain[k]!, 3),
      formatFixed(equalCost?.[k]?.factor ?? 1, 4),
    ]),
    notes: [
      ...eventNotes(comparison),
      ...(equalCost === null && futures.length > 1
        ? ['Costs are as they come (--no-equal-cost).']
        : scaled
          ? [
              'Compared at equal cost: every future costs what the cheapest does. For that the intensities of all policies but infrastructure are multiplied by the factor. Tables, pictures and files show the futures so scaled.',
            ]
          : []),
      ...impossible.map(
        (id) =>
          `No factor makes ${id} as cheap as the cheapest. What remains without its scalable policies costs more.`,
      ),
    ],
  };
}

/** The gain that events alone bring in each future that has some. */
function eventNotes({ futures, gains }: Comparison): string[] {
  return futures.flatMap((future, k) => {
    if (future.compiled.events.length === 0) return [];
    const names = future.compiled.events.map(({ name }) => name).join(', ');
    return `Of what ${future.scenario.label} brings, events alone (${names}) bring ${money(gains[k]!.events, future.economy.currency)} of output. No benefit ÷ cost counts that.`;
  });
}

/** Gains of each region. */
export function regionsTable(comparison: Comparison): TextTable {
  const { futures, differences, gains, measures } = comparison;
  const first = futures[0]!;
  const regions = first.economy.regions;
  const last = first.compiled.plan.years.length - 1;
  const trend = measures[0]!.regionTrendOutput;
  const change = (k: number, r: number): number =>
    measures[k]!.regionOutput[last * regions.length + r]! / trend[last * regions.length + r]! - 1;
  const gained = differences.slice(1).flatMap((d) => [...d.output, d.total]);
  const levels = regions.map((_, r) => trend[last * regions.length + r]!);
  const { unit, of } = moneyOf(comparison, gained.length > 0 ? gained : middleSize(levels));
  const scale = gained.map(of);
  const rows = regions.map((region, r): TextCell[] => [
    region,
    formatNumber(of(levels[r]!)),
    ...futures.map((_, k) => signedPercent(change(k, r))),
    ...futures.slice(1).map((_, k) => signed(of(differences[k + 1]!.output[r]!), scale)),
  ]);
  const total = (k: number): number => {
    const now = measures[k]!.caseOutput[last]!;
    return now / measures[k]!.caseTrendOutput[last]! - 1;
  };
  const payments = differences.slice(1).map((d, k) => {
    const id = futures[k + 1]!.scenario.label;
    if (d.sidePayment === 0) return `No region loses when ${first.scenario.label} gives way to ${id}.`;
    const { currency } = first.economy;
    const paid = money(d.sidePayment, currency);
    const sums = `${capital(id)} instead of ${first.scenario.label}: the losers lose ${paid}, the winners gain ${money(d.winnersGain, currency)}.`;
    return d.winnersGain > d.sidePayment
      ? `${sums} A side payment of ${paid} makes all whole.`
      : `${sums} No side payment makes all whole.`;
  });
  return {
    title: `Who gains: output in ${first.scenario.years.to}${futures.length === 1 ? '' : `, and sums over ${horizon(comparison)} beside ${first.scenario.label}`} (${unit})`,
    columns: [
      { heading: 'region' },
      numberHeading('no policy', String(first.scenario.years.to)),
      ...futures.map((future) =>
        numberHeading(future.scenario.label, undefined, `output ${first.scenario.years.to}, change`),
      ),
      ...futures.slice(1).map((future) => numberHeading(future.scenario.label, undefined, 'discounted')),
    ],
    rows: [
      ...rows,
      'rule',
      [
        'all',
        formatNumber(of(measures[0]!.caseTrendOutput[last]!)),
        ...futures.map((_, k) => signedPercent(total(k))),
        ...futures.slice(1).map((_, k) => signed(of(differences[k + 1]!.total), scale)),
      ],
    ],
    notes: gains.length > 1 && regions.length > 1 ? payments : [],
  };
}

/** Outcomes and goals that the scenarios name, in the last year. */
export function statedTable(comparison: Comparison): TextTable {
  const { futures, outcomes, goals } = comparison;
  const { to } = futures[0]!.scenario.years;
  const marked = (met: boolean): TextCell => ({ text: met ? 'met' : 'missed', style: met ? 'good' : 'bad' });
  return {
    title: `Outcomes and goals of the scenarios in ${to}`,
    columns: [
      { heading: 'name' },
      { heading: 'expression' },
      { heading: 'better' },
      ...futures.map((future) => numberHeading(future.scenario.label)),
    ],
    rows: [
      ...outcomes.map(({ name, expression, better, series }): TextCell[] => {
        const values = series.map((each) => (Number.isNaN(each.at(-1)!) ? null : each.at(-1)!));
        const { unit, of } = outcomeScale(expression, futures[0]!.economy.currency, values);
        return [
          withUnit(name, unit),
          expression,
          better === 'none' ? '' : better,
          ...values.map((value) => formatNumber(of(value))),
        ];
      }),
      ...goals.map(({ name, expression, met }): TextCell[] => [name, expression, 'goal', ...met.map(marked)]),
    ],
  };
}

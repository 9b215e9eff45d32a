import type { Attribution } from '../compare/attribution.js';
import type { BreakEven } from '../compare/break-even.js';
import type { Comparison } from '../compare/compare.js';
import type { CooperationGame } from '../compare/cooperation.js';
import type { IngredientPart } from '../compare/ingredients.js';
import type { SweepAxis, SweepPoint } from '../compare/sweep.js';
import { STAGES } from '../indicators/stage.js';
import { rivalryLoss } from '../projection/rivalry-loss.js';
import { comparedPair } from './compared-pair.js';
import { comparisonAnswer } from './comparison-answer.js';
import {
  columnDecimals,
  formatColumn,
  formatFixed,
  formatNumber,
  formatPercent,
  formatSigned,
  NO_NUMBER,
} from './number-format.js';
import { type Layout, paint, renderTextTable, type TextCell, type TextColumn, type TextTable } from './text-table.js';
import { wrapWords } from './text-width.js';

/** Everything a comparison may have been asked for. */
export interface ComparisonReport {
  readonly comparison: Comparison;
  /** Of each future against the first: what each policy brings. */
  readonly attribution: Attribution | null;
  readonly game: CooperationGame | null;
  readonly ingredients: { readonly total: number; readonly parts: readonly IngredientPart[] } | null;
  readonly breakEvens: readonly BreakEven[] | null;
  readonly sweep: { readonly axes: readonly SweepAxis[]; readonly points: readonly SweepPoint[] } | null;
}

/** A comparison for a terminal: the answer in two sentences, then the tables behind it. */
export function comparisonText(report: ComparisonReport, layout: Layout): string {
  const { comparison } = report;
  const tables = Object.values(comparisonTables(report)).filter((table) => table !== null);
  const sentences = comparisonAnswer(comparison).map((sentence) => wrapWords(sentence, layout.width));
  const answer = sentences.flatMap((lines, k) =>
    k === 0 ? lines.map((line) => paint(line, 'strong', layout)) : lines,
  );
  return [`${answer.join('\n')}\n`, ...tables.map((table) => `\n${renderTextTable(table, layout)}`)].join('');
}

/** The tables of a comparison in the order in which they are read; null where what one shows was not asked for. */
export function comparisonTables(report: ComparisonReport) {
  const { comparison } = report;
  return {
    futures: futuresTable(comparison),
    regions: regionsTable(comparison),
    structure: structureTable(comparison),
    stated: comparison.outcomes.length + comparison.goals.length === 0 ? null : statedTable(comparison),
    attribution: report.attribution === null ? null : attributionTable(comparison, report.attribution),
    game: report.game === null ? null : gameTable(comparison, report.game),
    ingredients: report.ingredients === null ? null : ingredientsTable(comparison, report.ingredients),
    breakEvens: report.breakEvens === null ? null : breakEvenTable(comparison, report.breakEvens),
    sweep: report.sweep === null ? null : sweepTable(comparison, report.sweep),
  } satisfies Record<string, TextTable | null>;
}

/** Unit of money in a comparison: the case's currency at the prices of the first projected year. */
export function moneyUnit(comparison: Comparison): string {
  const { economy, scenario } = comparison.futures[0]!;
  return `${economy.currency} at ${scenario.years.from} prices`;
}

function horizon(comparison: Comparison): string {
  const { from, to } = comparison.futures[0]!.scenario.years;
  return `${from}–${to}`;
}

const number = (heading: string, unit?: string, group?: string): TextColumn => ({
  heading,
  align: 'right',
  ...(unit === undefined ? {} : { unit }),
  ...(group === undefined ? {} : { group }),
});

function futuresTable(comparison: Comparison): TextTable {
  const { futures, gains, equalCost } = comparison;
  const rate = futures[0]!.compiled.discountRate;
  const totals = formatColumn(gains.map((gain) => gain.total));
  const valueAdded = formatColumn(gains.map((gain) => gain.valueAdded));
  const costs = formatColumn(gains.map((gain) => gain.cost));
  const perGain = gains.map((gain) => (gain.total > 0 && gain.cost > 0 ? gain.cost / gain.total : null));
  const scaled = (equalCost ?? []).some((equal) => equal.factor !== 1);
  const impossible = (equalCost ?? []).flatMap((equal, k) => (equal.possible ? [] : [futures[k]!.id]));
  return {
    title: `What each future brings against no policy, sums over ${horizon(comparison)} discounted at ${formatPercent(rate)} (${moneyUnit(comparison)})`,
    columns: [
      { heading: 'future' },
      number('output', 'gained'),
      number('value added', 'gained'),
      number('cost'),
      number('benefit', '÷ cost'),
      number('cost per', 'output gained'),
      number('intensity', 'factor'),
    ],
    rows: futures.map((future, k) => [
      future.id,
      totals[k]!,
      valueAdded[k]!,
      costs[k]!,
      formatNumber(gains[k]!.benefitCost, 3),
      formatNumber(perGain[k]!, 3),
      formatFixed(equalCost?.[k]?.factor ?? 1, 4),
    ]),
    notes: [
      ...(equalCost === null && futures.length > 1
        ? ['Costs are as they come (--no-equal-cost).']
        : scaled
          ? [
              'Compared at equal cost: the intensities of all policies but infrastructure are multiplied by the factor, so that every future costs what the cheapest does. Tables, pictures and files show the futures so scaled, under their own names.',
            ]
          : []),
      ...impossible.map(
        (id) =>
          `No factor makes ${id} as cheap as the cheapest: what remains without its scalable policies costs more.`,
      ),
    ],
  };
}

function regionsTable(comparison: Comparison): TextTable {
  const { futures, differences, gains, measures } = comparison;
  const first = futures[0]!;
  const regions = first.economy.regions;
  const last = first.compiled.plan.years.length - 1;
  const trend = measures[0]!.regionTrendOutput;
  const change = (k: number, r: number): number =>
    measures[k]!.regionOutput[last * regions.length + r]! / trend[last * regions.length + r]! - 1;
  const rows = regions.map((region, r): TextCell[] => [
    region,
    formatNumber(trend[last * regions.length + r]!),
    ...futures.map((_, k) => signedPercent(change(k, r))),
    ...futures.slice(1).map((_, k) =>
      signed(
        differences[k + 1]!.output[r]!,
        differences.slice(1).flatMap((d) => [...d.output]),
      ),
    ),
  ]);
  const total = (k: number): number => {
    const now = measures[k]!.caseOutput[last]!;
    return now / measures[k]!.caseTrendOutput[last]! - 1;
  };
  const scale = differences.slice(1).flatMap((d) => [...d.output, d.total]);
  const payments = differences.slice(1).map((d, k) => {
    const id = futures[k + 1]!.id;
    if (d.sidePayment === 0) return `No region loses when ${first.id} gives way to ${id}.`;
    const paid = formatNumber(d.sidePayment, 3);
    return d.winnersGain > d.sidePayment
      ? `${id} instead of ${first.id}: the losers lose ${paid} of output together, the winners gain ${formatNumber(d.winnersGain, 3)}, so a side payment of ${paid} makes all whole.`
      : `${id} instead of ${first.id}: the losers lose ${paid} of output together, more than the winners gain (${formatNumber(d.winnersGain, 3)}): no side payment makes all whole.`;
  });
  return {
    title: `Who gains: output in ${first.scenario.years.to} against no policy${futures.length === 1 ? '' : `, and sums over ${horizon(comparison)} against ${first.id}`} (${moneyUnit(comparison)})`,
    columns: [
      { heading: 'region' },
      number('no policy', String(first.scenario.years.to)),
      ...futures.map((future) => number(future.id, undefined, `output ${first.scenario.years.to}, change`)),
      ...futures.slice(1).map((future) => number(future.id, undefined, 'discounted')),
    ],
    rows: [
      ...rows,
      'rule',
      [
        'all',
        formatNumber(measures[0]!.caseTrendOutput[last]!),
        ...futures.map((_, k) => signedPercent(total(k))),
        ...futures.slice(1).map((_, k) => signed(differences[k + 1]!.total, scale)),
      ],
    ],
    notes: gains.length > 1 && regions.length > 1 ? payments : [],
  };
}

function structureTable(comparison: Comparison): TextTable {
  const { futures, measures } = comparison;
  const first = futures[0]!;
  const { regions, industries } = first.economy;
  const R = regions.length;
  const last = first.compiled.plan.years.length - 1;
  const [a, b] = comparedPair(futures);
  const acting = R > 1 ? [a, b] : [a];
  const pairAt = (values: Float64Array | null, y: number): number | null => {
    const value = values?.[(y * R + a) * R + b];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const line = (name: string, of: (k: number, y: number) => number | null, digits: number): TextCell[] => {
    const shown = (value: number | null): string =>
      digits === 0 ? formatFixed(value, 0) : formatNumber(value, digits);
    return [name, shown(of(0, 0)), ...futures.map((_, k) => shown(of(k, last)))];
  };
  const stageTotal = (k: number, y: number, code: number): number => {
    let count = 0;
    for (const r of acting) {
      for (let i = 0; i < industries.length; i++) {
        if (measures[k]!.stage[(y * R + r) * industries.length + i] === code) count++;
      }
    }
    return count;
  };
  const tied = first.compiled.plan.levers.distance !== null;
  const pair = `${regions[a]}–${regions[b]}`;
  const rows: TextCell[][] =
    R > 1
      ? [
          line(`similarity ${pair} (${industries.length} industries)`, (k, y) => pairAt(measures[k]!.similarity, y), 4),
          line('  of it behind a border: overlap quality', (k, y) => pairAt(measures[k]!.overlapQuality, y), 4),
          line(`tie ${pair}`, (k, y) => pairAt(measures[k]!.tie, y), 4),
          line(`share of ${regions[b]} in the ties of ${regions[a]}`, (k, y) => pairAt(measures[k]!.tieShare, y), 3),
        ]
      : [];
  const losses = futures.map(({ projection }) => [0, last].map((y) => rivalryLoss(projection, y)));
  for (const r of tied ? acting : []) {
    rows.push(line(`loss to rivalry, ${regions[r]}, % of level`, (k, y) => 100 * losses[k]![y === 0 ? 0 : 1]![r]!, 3));
  }
  for (const r of acting) {
    rows.push(line(`largest industry’s share, ${regions[r]}`, (k, y) => measures[k]!.largestShare[y * R + r]!, 3));
  }
  STAGES.forEach((stage, code) => {
    if (stage !== null)
      rows.push(line(`industries ${stage}, ${R > 1 ? pair : regions[a]}`, (k, y) => stageTotal(k, y, code), 0));
  });
  if (R > 1) rows.push(line('Theil index of output between regions', (k, y) => measures[k]!.theil[y]!, 3));
  const { from, to } = first.scenario.years;
  return {
    title: `Structure${tied ? ' and ties' : ''} in ${from} and ${to}`,
    columns: [
      { heading: '' },
      number(String(from)),
      ...futures.map((future) => number(future.id, undefined, String(to))),
    ],
    // A case without ties, or without borders, has no line of dashes for them.
    rows: rows.filter(([, ...cells]) => cells.some((cell) => cell !== NO_NUMBER)),
  };
}

/** Outcomes and goals that the scenarios name, in the last year. */
function statedTable(comparison: Comparison): TextTable {
  const { futures, outcomes, goals } = comparison;
  const { to } = futures[0]!.scenario.years;
  const marked = (met: boolean): TextCell => ({ text: met ? 'met' : 'missed', style: met ? 'good' : 'bad' });
  return {
    title: `Outcomes and goals of the scenarios in ${to}`,
    columns: [
      { heading: 'name' },
      { heading: 'expression' },
      { heading: 'better' },
      ...futures.map((future) => number(future.id)),
    ],
    rows: [
      ...outcomes.map(({ name, expression, better, series }): TextCell[] => [
        name,
        expression,
        better === 'none' ? '' : better,
        ...series.map((values) => formatNumber(Number.isNaN(values.at(-1)!) ? null : values.at(-1)!)),
      ]),
      ...goals.map(({ name, expression, met }): TextCell[] => [name, expression, 'goal', ...met.map(marked)]),
    ],
  };
}

function attributionTable(comparison: Comparison, attribution: Attribution): TextTable {
  const last = comparison.futures.at(-1)!.id;
  const first = comparison.futures[0]!.id;
  const { contributions, total, interaction } = attribution;
  const scale = [total, interaction, ...contributions.flatMap(({ alone, leftOut }) => [alone, leftOut])];
  return {
    title: `Through which way: what ${last} brings${comparison.futures.length === 1 ? '' : ` more than ${first}`}, discounted output (${moneyUnit(comparison)})`,
    columns: [{ heading: 'policy' }, number('alone'), number('missing when', 'left out')],
    rows: [
      ...contributions.map(({ policy, alone, leftOut }): TextCell[] => [
        policy,
        signed(alone, scale),
        signed(leftOut, scale),
      ]),
      'rule',
      ['interaction: total less the sum of all alone', signed(interaction, scale), ''],
      ['total', signed(total, scale), ''],
    ],
  };
}

function gameTable(comparison: Comparison, game: CooperationGame): TextTable {
  const future = comparison.futures.at(-1)!;
  const { regions } = future.economy;
  const [a, b] = [regions[game.a]!, regions[game.b]!];
  const act = (c: 0 | 1): string => (c === 1 ? 'together' : 'apart');
  const scale = game.cells.flatMap((cell) => [cell.gainA, cell.gainB]);
  const equilibria = game.cells.filter((cell) => cell.equilibrium).length;
  return {
    title: `Would each keep to it: ${future.id} with ${a} and ${b} acting together or apart, discounted output against no policy (${moneyUnit(comparison)})`,
    columns: [
      { heading: a },
      { heading: b },
      number(a, 'gains'),
      number(b, 'gains'),
      number('cost', 'of all'),
      { heading: '' },
    ],
    rows: game.cells.map((cell): TextCell[] => [
      act(cell.a),
      act(cell.b),
      signed(cell.gainA, scale),
      signed(cell.gainB, scale),
      formatNumber(cell.cost),
      cell.equilibrium ? { text: 'Nash equilibrium', style: 'strong' } : '',
    ]),
    notes: [
      game.prisonersDilemma
        ? `A prisoners’ dilemma: each would rather act apart whatever the other does, yet both are better off together.`
        : equilibria === 0
          ? 'No cell is an equilibrium, and it is no prisoners’ dilemma.'
          : 'It is no prisoners’ dilemma.',
      'Gains are before costs: the model does not say who pays.',
    ],
  };
}

function ingredientsTable(
  comparison: Comparison,
  ingredients: NonNullable<ComparisonReport['ingredients']>,
): TextTable {
  const { total, parts } = ingredients;
  const scale = [total, ...parts.flatMap(({ without, carried }) => [without, carried])];
  return {
    title: `Which ingredients of coordination carry the answer: difference in discounted output with each switched off (${moneyUnit(comparison)})`,
    columns: [
      { heading: 'ingredient' },
      number('left without it'),
      number('carried by it'),
      number('part of', 'the answer'),
    ],
    rows: [
      ...parts.map(({ ingredient, without, carried }): TextCell[] => [
        ingredient,
        signed(without, scale),
        signed(carried, scale),
        total === 0 ? '–' : formatPercent(carried / total, 0),
      ]),
      'rule',
      ['all switched on', signed(total, scale), '', ''],
    ],
    notes: ['Ingredients work through each other, so the parts need not add up to 100 %.'],
  };
}

function breakEvenTable(comparison: Comparison, breakEvens: readonly BreakEven[]): TextTable {
  const first = comparison.futures[0]!.id;
  const last = comparison.futures.at(-1)!.id;
  const { regions } = comparison.futures[0]!.economy;
  const said = (roots: readonly number[], ends: readonly [number, number]): string => {
    if (roots.length > 0) return roots.map((root) => formatNumber(root, 3)).join(', ');
    if (ends[0] === 0 && ends[1] === 0) return 'no difference';
    return ends[0] > 0 ? 'never: it pays in all of the range' : 'never: it pays nowhere in the range';
  };
  return {
    title: `Break-even: the value of a parameter at which ${last} starts or stops paying against ${first}, in its range`,
    columns: [{ heading: 'parameter' }, number('from'), number('to'), { heading: 'for whom' }, { heading: 'turns at' }],
    keys: 3,
    rows: breakEvens.flatMap((each): TextCell[][] => [
      [
        each.parameter,
        formatNumber(each.range[0], 3),
        formatNumber(each.range[1], 3),
        'all (value added less cost)',
        said(each.total, each.ends),
      ],
      ...regions.flatMap((region, r): TextCell[][] =>
        each.regions[r]!.length === 0 ? [] : [['', '', '', region, said(each.regions[r]!, each.regionEnds[r]!)]],
      ),
    ]),
    notes: ['Regions that are not listed gain, or lose, in all of the range.'],
  };
}

function sweepTable(comparison: Comparison, swept: NonNullable<ComparisonReport['sweep']>): TextTable {
  const { futures } = comparison;
  const [a, b] = comparedPair(futures);
  const { regions } = futures[0]!.economy;
  const shown = regions.length > 1 ? [a, b] : [a];
  const totals = swept.points.flatMap((point) => point.total);
  const last = futures.length - 1;
  return {
    title: `Sweep: discounted output gained against no policy (${moneyUnit(comparison)})`,
    columns: [
      ...swept.axes.map((axis) => number(axis.path.replace(/^parameters\./, ''))),
      ...futures.map((future) => number(future.id)),
      ...shown.map((r) => number(regions[r]!, undefined, `of it in ${futures[last]!.id}`)),
      number('cost', undefined, `of it in ${futures[last]!.id}`),
    ],
    keys: swept.axes.length,
    rows: swept.points.map((point): TextCell[] => [
      ...point.at.map((value) => formatNumber(value, 4)),
      ...point.total.map((total) => signed(total, totals)),
      ...shown.map((r) => signed(point.regions[last]![r]!, totals)),
      formatNumber(point.cost[last]!),
    ]),
  };
}

/** A signed number with the decimals of its column; gains and losses are coloured where there is colour. */
function signed(value: number, column: readonly number[]): TextCell {
  return toned(formatSigned(value, columnDecimals(column)), value);
}

function signedPercent(value: number): TextCell {
  return toned(`${formatSigned(value * 100, 2)}%`, value);
}

function toned(text: string, value: number): TextCell {
  if (!/[1-9]/.test(text)) return text;
  return { text, style: value > 0 ? 'good' : 'bad' };
}

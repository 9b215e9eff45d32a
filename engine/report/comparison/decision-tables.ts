import type { Attribution } from '../../compare/attribution.js';
import type { BreakEven } from '../../compare/break-even.js';
import type { Comparison } from '../../compare/compare.js';
import { comparedPair } from '../../compare/compared-pair.js';
import type { CooperationGame } from '../../compare/cooperation.js';
import { inputName } from '../text/key-words.js';
import { formatNumber, formatPercent } from '../text/number-format.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { moneyOf, signed } from './comparison-cells.js';
import type { ComparisonReport } from './comparison-report.js';

/** Gains of each policy alone, and losses where it is left out. */
export function attributionTable(comparison: Comparison, attribution: Attribution): TextTable {
  const last = comparison.futures.at(-1)!.scenario.label;
  const first = comparison.futures[0]!.scenario.label;
  const { contributions, total, interaction } = attribution;
  const sums = [total, interaction, ...contributions.flatMap(({ alone, leftOut }) => [alone, leftOut])];
  const { unit, of } = moneyOf(comparison, sums);
  const said = (value: number): TextCell => signed(of(value), sums.map(of));
  return {
    title: `Through which way: what ${last} brings${comparison.futures.length === 1 ? '' : ` more than ${first}`}, discounted output (${unit})`,
    columns: [{ heading: 'policy' }, numberHeading('alone'), numberHeading('missing when', 'left out')],
    rows: [
      ...contributions.map(({ policy, alone, leftOut }): TextCell[] => [policy, said(alone), said(leftOut)]),
      'rule',
      ['interaction: total less the sum of all alone', said(interaction), ''],
      ['total', said(total), ''],
    ],
  };
}

/** Gains of two regions together and apart. */
export function gameTable(comparison: Comparison, game: CooperationGame): TextTable {
  const future = comparison.futures.at(-1)!;
  const { regions } = future.economy;
  const [a, b] = [regions[game.a]!, regions[game.b]!];
  const act = (c: 0 | 1): string => (c === 1 ? 'together' : 'apart');
  const sums = game.cells.flatMap((cell) => [cell.gainA, cell.gainB]);
  const { unit, of } = moneyOf(comparison, sums);
  const said = (value: number): TextCell => signed(of(value), sums.map(of));
  const equilibria = game.cells.filter((cell) => cell.equilibrium).length;
  return {
    title: `Would each keep to it: ${a} and ${b} under ${future.scenario.label} (${unit})`,
    columns: [
      { heading: a },
      { heading: b },
      numberHeading(a, 'gains'),
      numberHeading(b, 'gains'),
      numberHeading('cost', 'of all'),
      { heading: '' },
    ],
    rows: game.cells.map((cell): TextCell[] => [
      act(cell.a),
      act(cell.b),
      said(cell.gainA),
      said(cell.gainB),
      formatNumber(of(cell.cost)),
      cell.equilibrium ? { text: 'Nash equilibrium', style: 'strong' } : '',
    ]),
    notes: [
      game.prisonersDilemma
        ? `A prisoners’ dilemma. Each would rather act apart whatever the other does, yet both are better off together.`
        : equilibria === 0
          ? 'No cell is an equilibrium, and it is no prisoners’ dilemma.'
          : 'It is no prisoners’ dilemma.',
      'Gains are discounted output beside no policy, before costs: the model does not say who pays.',
    ],
  };
}

/** Parts of the difference that the ingredients of coordination carry. */
export function ingredientsTable(
  comparison: Comparison,
  ingredients: NonNullable<ComparisonReport['ingredients']>,
): TextTable {
  const { total, parts } = ingredients;
  const sums = [total, ...parts.flatMap(({ without, carried }) => [without, carried])];
  const { unit, of } = moneyOf(comparison, sums);
  const said = (value: number): TextCell => signed(of(value), sums.map(of));
  return {
    title: `Which ingredients of coordination carry the answer: discounted output with each switched off (${unit})`,
    columns: [
      { heading: 'ingredient' },
      numberHeading('left without it'),
      numberHeading('carried by it'),
      numberHeading('part of', 'the answer'),
    ],
    rows: [
      ...parts.map(({ ingredient, without, carried }): TextCell[] => [
        inputName(`parameters.${ingredient}`),
        said(without),
        said(carried),
        total === 0 ? '–' : formatPercent(carried / total, 0),
      ]),
      'rule',
      ['all switched on', said(total), '', ''],
    ],
    notes: ['Ingredients work through each other, so the parts need not add up to 100 %.'],
  };
}

/** At which value of a parameter the difference turns. */
export function breakEvenTable(comparison: Comparison, breakEvens: readonly BreakEven[]): TextTable {
  const first = comparison.futures[0]!.scenario.label;
  const last = comparison.futures.at(-1)!.scenario.label;
  const { regions } = comparison.futures[0]!.economy;
  const said = (roots: readonly number[], ends: readonly [number, number]): string => {
    if (roots.length > 0) return roots.map((root) => formatNumber(root, 3)).join(', ');
    if (ends[0] === 0 && ends[1] === 0) return 'no difference';
    return ends[0] > 0 ? 'never: it pays in all of the range' : 'never: it pays nowhere in the range';
  };
  return {
    title: `Break-even: the value of a parameter at which ${last} starts or stops paying beside ${first}`,
    columns: [
      { heading: 'parameter' },
      numberHeading('from'),
      numberHeading('to'),
      { heading: 'for whom' },
      { heading: 'turns at' },
    ],
    keys: 3,
    rows: breakEvens.flatMap((each): TextCell[][] => [
      [
        inputName(`parameters.${each.parameter}`),
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

/** Gains at each value of a setting. */
export function sweepTable(comparison: Comparison, swept: NonNullable<ComparisonReport['sweep']>): TextTable {
  const { futures } = comparison;
  const [a, b] = comparedPair(futures);
  const { regions } = futures[0]!.economy;
  const shown = regions.length > 1 ? [a, b] : [a];
  const sums = swept.points.flatMap((point) => point.total);
  const { unit, of } = moneyOf(comparison, sums);
  const said = (value: number): TextCell => signed(of(value), sums.map(of));
  const last = futures.length - 1;
  return {
    title: `Sweep: discounted output gained beside no policy (${unit})`,
    columns: [
      ...swept.axes.map((axis) => numberHeading(axis.path.replace(/^parameters\./, ''))),
      ...futures.map((future) => numberHeading(future.scenario.label)),
      ...shown.map((r) => numberHeading(regions[r]!, undefined, `of it in ${futures[last]!.scenario.label}`)),
      numberHeading('cost', undefined, `of it in ${futures[last]!.scenario.label}`),
    ],
    keys: swept.axes.length,
    rows: swept.points.map((point): TextCell[] => [
      ...point.at.map((value) => formatNumber(value, 4)),
      ...point.total.map(said),
      ...shown.map((r) => said(point.regions[last]![r]!)),
      formatNumber(of(point.cost[last]!)),
    ]),
  };
}

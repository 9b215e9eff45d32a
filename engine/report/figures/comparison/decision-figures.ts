import { comparisonTables } from '../../comparison/comparison-tables.js';
import { words } from '../../text/key-words.js';
import { columnDecimals, formatFixed, formatPercent, formatSigned } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import { type Bar, barPanel } from '../drawing/bar-panel.js';
import type { Figure } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { gamePanel } from './game-panel.js';
import type { View } from './view.js';

function against({ names }: View): string {
  return names.length === 1
    ? `what ${names[0]} brings against no policy`
    : `what ${names.at(-1)} brings more than ${names[0]}`;
}

function moneyTitle(view: View): string {
  return `discounted output, ${view.money}`;
}

/** What each policy brings, and what they bring only together. */
export function attributionFigure(view: View): Figure | null {
  const { attribution } = view;
  if (attribution === null || attribution.contributions.length === 0) return null;
  const { contributions, interaction, total } = attribution;
  const decimals = columnDecimals([total, ...contributions.map(({ alone }) => alone)]);
  const text = (value: number): string => formatSigned(value, decimals);
  let at = 0;
  const bars: Bar[] = [
    ...contributions.map(({ policy, alone }) => ({ name: policy, value: alone })),
    { name: 'interaction', value: interaction },
  ].map(({ name, value }) => {
    const from = at;
    at += value;
    return { name, from, to: at, text: text(value) };
  });
  const later = view.names.length - 1;
  const all: Bar = {
    name: 'all together',
    from: 0,
    to: total,
    text: text(total),
    colour: (paint) => paint.future(later),
    bold: true,
  };
  return {
    id: 'attribution',
    title: `Through which way: ${against(view)}`,
    finding: attributionFinding(attribution, text),
    caption:
      'Each bar is what one policy brings when it is the only one, put end to end; interaction is what is gained or lost because they meet: shared limits, the same capacity, waste. The last bar is the whole.',
    legend: [],
    panels: [
      barPanel({
        title: 'Each policy alone, their interaction, and all together',
        description: [...bars, all].map((bar) => `${bar.name} ${bar.text}`).join(', '),
        xTitle: moneyTitle(view),
        bars: [...bars, all],
        linked: true,
        width: 430,
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).attribution!],
  };
}

/** Which policy brings most, and whether they help or hinder each other; of a single policy only what it brings. */
function attributionFinding(
  { contributions, interaction, total }: NonNullable<View['attribution']>,
  text: (value: number) => string,
): string {
  const most = contributions.reduce((best, each) => (each.alone > best.alone ? each : best));
  if (contributions.length === 1) return `${most.policy} is the only policy and brings ${text(total)}.`;
  const first =
    most.alone > 0
      ? `${most.policy} brings most when it is the only policy (${text(most.alone)})`
      : `No policy brings more when it is the only one (${most.policy} ${text(most.alone)})`;
  const met = /[1-9]/.test(text(interaction))
    ? `${interaction < 0 ? 'less' : 'more'} than the sum of each alone (${text(interaction)})`
    : 'the sum of each alone';
  return `${first}; all together bring ${text(total)}. Together they bring ${met}.`;
}

/** Parts of a difference that are shown as 0 %. */
const NONE = 0.005;

/** What goes through each ingredient of coordination. */
export function ingredientsFigure(view: View): Figure | null {
  const { ingredients } = view;
  if (ingredients === null || ingredients.total === 0) return null;
  const { parts, total } = ingredients;
  const share = (part: (typeof parts)[number]): number => part.carried / total;
  const ranked = [...parts].sort((p, q) => share(q) - share(p) || (p.ingredient < q.ingredient ? -1 : 1));
  const decimals = columnDecimals([total, ...ranked.map((each) => each.carried)]);
  return {
    id: 'ingredients',
    title: 'What the answer hangs on: the ingredients of coordination',
    finding: ingredientsFinding(ranked.map((part) => ({ name: words(part.ingredient), share: share(part) }))),
    caption:
      'How much of the difference is gone when one ingredient is switched off in both futures. Most ingredients are judgement (see the assumptions below). They work through each other, so the parts need not add up.',
    legend: [],
    panels: [
      barPanel({
        title: 'Part of the difference that goes through each ingredient',
        description: ranked.map((part) => `${words(part.ingredient)} ${formatPercent(share(part), 0)}`).join(', '),
        xTitle: moneyTitle(view),
        bars: ranked.map((part) => ({
          name: words(part.ingredient),
          from: 0,
          to: part.carried,
          text: `${formatSigned(part.carried, decimals)} (${formatPercent(share(part), 0)})`,
        })),
        // Where none carries anything, what is left of rounding is not drawn as long as bars can be.
        reach: ranked.every((part) => Math.abs(share(part)) < NONE) ? [total] : [],
        width: 430,
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).ingredients!],
  };
}

/** Through which ingredient most goes and which work against the difference, of those ranked by their share in it. */
function ingredientsFinding(ranked: readonly { readonly name: string; readonly share: number }[]): string {
  const [most] = ranked;
  const against = ranked.filter(({ share }) => share <= -NONE).map(({ name }) => name);
  const hinder = `${listed(against) || 'nothing'} ${against.length < 2 ? 'works' : 'work'} against it`;
  if (most!.share >= NONE)
    return `Most goes through ${most!.name}, ${formatPercent(most!.share, 0)} of the difference; ${hinder}.`;
  return against.length === 0
    ? 'None of the difference hangs on an ingredient of coordination: it comes from what the policies do by themselves.'
    : `None of the difference goes through an ingredient of coordination; ${hinder}.`;
}

/** What the futures bring as one number moves. */
export function sweepFigure(view: View): Figure | null {
  const { sweep, names, regions, shown } = view;
  if (sweep === null || sweep.axes.length !== 1 || sweep.points.length < 2) return null;
  const { path } = sweep.axes[0]!;
  const coordination = path === 'coordination';
  const last = names.length - 1;
  const moving = coordination ? [last] : names.map((_, k) => k);
  const x = sweep.points.map((point) => point.at[0]!);
  const total = (k: number): number[] => sweep.points.map((point) => point.total[k]!);
  const [first, end] = [total(last)[0]!, total(last).at(-1)!];
  const pair = [...new Set(shown.pair)];
  const title = coordination ? 'coordination, 0 apart … 1 together' : path.replace(/^parameters\./, '');
  const show = (value: number): string =>
    formatFixed(value, columnDecimals(sweep.points.flatMap((point) => point.total)));
  const still: LineSeries[] =
    coordination && names.length > 1
      ? names.slice(0, -1).map((name, k) => ({
          name: `${name} (does not move)`,
          dashed: true,
          colour: (paint) => paint.future(k),
          values: total(k),
        }))
      : [];
  const regionPanel = (r: number) => {
    const values = sweep.points.map((point) => point.regions[last]![r]!);
    return linePanel({
      title: `${regions[r]}, ${names[last]}`,
      description: `${regions[r]} gains ${show(values[0]!)} at ${x[0]} and ${show(values.at(-1)!)} at ${x.at(-1)}.`,
      x,
      xTitle: title,
      yTitle: `${moneyTitle(view)}, against no policy`,
      series: [{ name: regions[r]!, colour: (paint) => paint.future(last), values }],
      reach: [0, ...pair.flatMap((s) => sweep.points.map((point) => point.regions[last]![s]!))],
      format: show,
      tick: formatFixed,
      width: 340,
      height: 250,
    });
  };
  return {
    id: 'sweep',
    title: coordination ? 'How much coordination' : `What moves with ${title}`,
    finding: coordination
      ? `From acting apart (${x[0]}) to acting together (${x.at(-1)}) the gain of ${names[last]} over no policy goes from ${show(first)} to ${show(end)}.`
      : `${names[last]} gains ${show(first)} against no policy where ${title} is ${x[0]}, ${show(end)} where it is ${x.at(-1)}.`,
    caption: coordination
      ? `The dial of coordination moves in ${names[last]} only, all else stays; a dashed line is a future that does not move.`
      : 'The number moves in every future alike.',
    legend: [
      ...moving.map((k) => ({
        name: names[k]!,
        mark: 'line' as const,
        colour: (paint: Parameters<LineSeries['colour']>[0]) => paint.future(k),
      })),
      ...still.map((each) => ({ name: each.name, mark: 'dashed' as const, colour: each.colour })),
    ],
    panels: [
      linePanel({
        title: 'All regions',
        description: `All regions gain ${show(first)} at ${x[0]} and ${show(end)} at ${x.at(-1)} under ${names[last]}.`,
        x,
        xTitle: title,
        yTitle: `${moneyTitle(view)}, against no policy`,
        series: [
          ...still,
          ...moving.map((k): LineSeries => ({ name: names[k]!, colour: (paint) => paint.future(k), values: total(k) })),
        ],
        reach: [0],
        format: show,
        tick: formatFixed,
        width: 340,
        height: 250,
      }),
      ...(regions.length > 1 ? pair.map(regionPanel) : []),
    ],
    columns: 3,
    tables: [comparisonTables(view).sweep!],
  };
}

/** Whether each of the two would keep to it. */
export function gameFigure(view: View): Figure | null {
  const { game, regions, names } = view;
  if (game === null) return null;
  const [a, b] = [regions[game.a]!, regions[game.b]!];
  const gains = game.cells.flatMap((cell) => [cell.gainA, cell.gainB]);
  const text = (value: number): string => formatSigned(value, columnDecimals(gains));
  const most = Math.max(...game.cells.map((cell) => cell.gainA + cell.gainB));
  const act = (c: 0 | 1): string => (c === 1 ? 'together' : 'apart');
  const stable = game.cells.filter((cell) => cell.equilibrium);
  const both = game.cells.find((cell) => cell.a === 1 && cell.b === 1)!;
  return {
    id: 'cooperation',
    title: `Would each keep to it? ${a} and ${b}, acting together or apart`,
    finding: game.prisonersDilemma
      ? `A prisoners’ dilemma: each would rather act apart whatever the other does, yet both are better off together.`
      : both.equilibrium
        ? `Acting together is stable: neither gains by leaving alone${stable.length > 1 ? '; it is not the only stable cell' : ''}.`
        : `Acting together is not stable: at least one gains by leaving alone.`,
    caption: `What each gains in discounted output (${view.money}) against no policy under ${names.at(-1)}, before costs: the model does not say who pays. A thick border marks a cell that neither would leave alone.`,
    legend: [],
    panels: [
      gamePanel({
        title: moneyTitle(view),
        description: game.cells
          .map(
            (cell) =>
              `${a} ${act(cell.a)}, ${b} ${act(cell.b)}: ${a} ${text(cell.gainA)}, ${b} ${text(cell.gainB)}${cell.equilibrium ? ', stable' : ''}`,
          )
          .join('; '),
        a,
        b,
        cell: (ca, cb) => {
          const cell = game.cells.find((each) => each.a === ca && each.b === cb)!;
          return {
            gainA: text(cell.gainA),
            gainB: text(cell.gainB),
            equilibrium: cell.equilibrium,
            weight: most > 0 ? (cell.gainA + cell.gainB) / most : 0,
          };
        },
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).game!],
  };
}

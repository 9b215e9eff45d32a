import { comparisonTables } from '../../comparison/comparison-tables.js';
import { columnDecimals, formatSigned } from '../../text/number-format.js';
import type { Figure } from '../drawing/figure.js';
import { gamePanel } from './game-panel.js';
import { moneyTitle, type View } from './view.js';

/** The two-by-two table of two regions acting together or apart. */
export function gameFigure(view: View): Figure | null {
  const { game, regions, names } = view;
  if (game === null) return null;
  const [a, b] = [regions[game.a]!, regions[game.b]!];
  const gains = game.cells.flatMap((cell) => [cell.gainA, cell.gainB]);
  const scaled = view.money(gains);
  const decimals = columnDecimals(gains.map(scaled.of));
  const text = (value: number): string => formatSigned(scaled.of(value), decimals);
  const most = Math.max(...game.cells.map((cell) => cell.gainA + cell.gainB));
  const act = (c: 0 | 1): string => (c === 1 ? 'together' : 'apart');
  const stable = game.cells.filter((cell) => cell.equilibrium);
  const both = game.cells.find((cell) => cell.a === 1 && cell.b === 1)!;
  return {
    id: 'cooperation',
    title: `Would each keep to it? ${a} and ${b}, acting together or apart`,
    finding: game.prisonersDilemma
      ? `A prisoners’ dilemma. Each would rather act apart whatever the other does, yet both are better off together.`
      : both.equilibrium
        ? `Acting together is stable: neither gains by leaving alone${stable.length > 1 ? '. It is not the only stable cell' : ''}.`
        : `Acting together is not stable: at least one gains by leaving alone.`,
    caption: `What each gains beside no policy under ${names.at(-1)}, in discounted output (${scaled.unit}). Costs are not taken off: the model does not say who pays. A thick border marks a cell that neither would leave alone.`,
    legend: [],
    panels: [
      gamePanel({
        title: moneyTitle(scaled),
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

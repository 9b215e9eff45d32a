import { rowOf } from '../statistics/cells.js';
import { sum } from '../statistics/sum.js';
import { type Future, runFuture } from './future.js';
import { gainsOf } from './gains.js';

/** One cell of the table: the outcome where each of two regions acts together (1) or apart (0). */
export interface CooperationCell {
  readonly a: 0 | 1;
  readonly b: 0 | 1;
  /** Discounted output that each region gains against the reference path, in the case's currency. */
  readonly gainA: number;
  readonly gainB: number;
  /** Output of each region in the last year. */
  readonly outputA: number;
  readonly outputB: number;
  /** Discounted cost of the whole future. */
  readonly cost: number;
  /** Neither region would gain by changing its mind alone. */
  readonly equilibrium: boolean;
}

/** The two-by-two table of cooperation between two regions. */
export interface CooperationGame {
  readonly a: number;
  readonly b: number;
  /** (1,1), (1,0), (0,1), (0,0). */
  readonly cells: readonly CooperationCell[];
  /** Both would rather act apart whatever the other does, and both would be better off together. */
  readonly prisonersDilemma: boolean;
}

/**
 * Runs a future with each of two regions acting together or apart, all others as they are.
 * Payoffs are output, before costs: the model does not say who pays.
 */
export function cooperationGame(future: Future, a: number, b: number): CooperationGame {
  const cellAt = (ca: 0 | 1, cb: 0 | 1): PlayedCell => {
    const { regions } = future.economy;
    const values = new Map(future.choices.values);
    values.set(`coordination.${regions[a]}`, ca).set(`coordination.${regions[b]}`, cb);
    const changed = runFuture(future, { ...future.choices, values });
    const gains = gainsOf(changed);
    const outputOf = (region: number): number => lastOutput(changed, region);
    return {
      a: ca,
      b: cb,
      gainA: gains.output[a]!,
      gainB: gains.output[b]!,
      outputA: outputOf(a),
      outputB: outputOf(b),
      cost: gains.cost,
    };
  };
  return { a, b, ...judgePayoffs([cellAt(1, 1), cellAt(1, 0), cellAt(0, 1), cellAt(0, 0)]) };
}

/** One cell before it is judged. */
type PlayedCell = Omit<CooperationCell, 'equilibrium'>;

/** Marks the equilibria among the four cells of a game, and tells whether it is a prisoner’s dilemma. */
export function judgePayoffs<Cell extends Pick<PlayedCell, 'a' | 'b' | 'gainA' | 'gainB'>>(
  cells: readonly Cell[],
): { readonly cells: readonly (Cell & { readonly equilibrium: boolean })[]; readonly prisonersDilemma: boolean } {
  const at = (a: number, b: number) => cells.find((cell) => cell.a === a && cell.b === b)!;
  const apartPays =
    at(0, 1).gainA > at(1, 1).gainA &&
    at(0, 0).gainA > at(1, 0).gainA &&
    at(1, 0).gainB > at(1, 1).gainB &&
    at(0, 0).gainB > at(0, 1).gainB;
  const togetherBetter = at(1, 1).gainA > at(0, 0).gainA && at(1, 1).gainB > at(0, 0).gainB;
  return {
    cells: cells.map((cell) => ({
      ...cell,
      equilibrium: cell.gainA >= at(1 - cell.a, cell.b).gainA && cell.gainB >= at(cell.a, 1 - cell.b).gainB,
    })),
    prisonersDilemma: apartPays && togetherBetter,
  };
}

function lastOutput(future: Future, region: number): number {
  const { years, regions, industries } = future.compiled.plan;
  const row = (years.length - 1) * regions.length + region;
  return sum(rowOf(future.projection.output, industries.length, row));
}

import { describe, expect, it } from 'vitest';
import { type CooperationGame, cooperationGame, judgePayoffs } from '../../engine/compare/cooperation.js';
import { runFuture } from '../../engine/compare/future.js';
import { gainsOf } from '../../engine/compare/gains.js';
import { bundledFuture } from '../bundled.js';

const CASE = 'changchun-jilin/uncoordinated';
const SHORT = ['years.to=2016'];

async function play(): Promise<CooperationGame> {
  const source = await bundledFuture(CASE, SHORT);
  const [a, b] = ['Changchun', 'Jilin'].map((name) => source.economy.regions.indexOf(name)) as [number, number];
  return cooperationGame(runFuture(source), a, b);
}

describe('The table of cooperation', () => {
  it('has in each of its cells what a scenario with just these levels of coordination brings', async () => {
    const { a, b, cells } = await play();
    expect(cells.map((cell) => [cell.a, cell.b])).toEqual([
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    for (const cell of cells) {
      const levels = `coordination={ Changchun: ${cell.a}, Jilin: ${cell.b} }`;
      const future = runFuture(await bundledFuture(CASE, [...SHORT, levels]));
      const gains = gainsOf(future);
      expect(cell.gainA).toBeCloseTo(gains.output[a]!, 8);
      expect(cell.gainB).toBeCloseTo(gains.output[b]!, 8);
      expect(cell.cost).toBeCloseTo(gains.cost, 8);
      const { output, plan } = future.projection;
      const [R, I] = [plan.regions.length, plan.industries.length];
      const last = (region: number): number => {
        let sum = 0;
        for (let i = 0; i < I; i++) sum += output[((plan.years.length - 1) * R + region) * I + i]!;
        return sum;
      };
      expect(cell.outputA).toBeCloseTo(last(a), 8);
      expect(cell.outputB).toBeCloseTo(last(b), 8);
    }
    // Four different cells, or a wrong one could pass for the right one.
    expect(new Set(cells.map((cell) => cell.gainA.toFixed(6))).size).toBe(4);
  });
});

/** A game by the gains of both regions, in the order both together, only the first, only the second, neither. */
function game(...gains: readonly [number, number][]) {
  const levels = [
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ] as const;
  const { cells, prisonersDilemma } = judgePayoffs(
    levels.map(([a, b], k) => ({ a, b, gainA: gains[k]![0], gainB: gains[k]![1] })),
  );
  return { equilibria: cells.map(({ equilibrium }) => equilibrium), prisonersDilemma };
}

describe('Two regions that choose', () => {
  it('are prisoners where each gains by acting apart whatever the other does, and both lose by it', () => {
    expect(game([3, 3], [0, 5], [5, 0], [1, 1])).toEqual({
      equilibria: [false, false, false, true],
      prisonersDilemma: true,
    });
  });

  it('are no prisoners where only one is tempted, where acting apart pays both, or where one would not be better off together', () => {
    expect(game([3, 3], [0, 2], [5, 0], [1, 1]).prisonersDilemma).toBe(false);
    expect(game([3, 3], [0, 5], [2, 0], [1, 1]).prisonersDilemma).toBe(false);
    expect(game([3, 3], [2, 5], [5, 0], [1, 1]).prisonersDilemma).toBe(false);
    expect(game([3, 3], [0, 5], [5, 2], [1, 1]).prisonersDilemma).toBe(false);
    expect(game([1, 3], [0, 5], [5, 0], [1, 1]).prisonersDilemma).toBe(false);
    expect(game([3, 1], [0, 5], [5, 0], [1, 1]).prisonersDilemma).toBe(false);
  });

  it('stay together or apart where each does best by doing as the other does, as in the hunt for the stag', () => {
    expect(game([4, 4], [0, 3], [3, 0], [2, 2])).toEqual({
      equilibria: [true, false, false, true],
      prisonersDilemma: false,
    });
  });

  it('go different ways where each yields to the other, as in the game of chicken', () => {
    expect(game([3, 3], [2, 4], [4, 2], [0, 0]).equilibria).toEqual([false, true, true, false]);
  });

  it('have nothing to change where they gain as much either way', () => {
    expect(game([1, 1], [1, 1], [1, 1], [1, 1])).toEqual({
      equilibria: [true, true, true, true],
      prisonersDilemma: false,
    });
  });
});

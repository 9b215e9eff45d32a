import { describe, expect, it } from 'vitest';
import { type CooperationGame, cooperationGame } from '../../engine/compare/cooperation.js';
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

  it('marks the cells that neither region would leave alone, and calls a dilemma what is one', async () => {
    const { cells, prisonersDilemma } = await play();
    const [both, onlyA, onlyB, neither] = cells as [
      (typeof cells)[0],
      (typeof cells)[0],
      (typeof cells)[0],
      (typeof cells)[0],
    ];
    expect(both.equilibrium).toBe(both.gainA >= onlyB.gainA && both.gainB >= onlyA.gainB);
    expect(onlyA.equilibrium).toBe(onlyA.gainA >= neither.gainA && onlyA.gainB >= both.gainB);
    expect(onlyB.equilibrium).toBe(onlyB.gainA >= both.gainA && onlyB.gainB >= neither.gainB);
    expect(neither.equilibrium).toBe(neither.gainA >= onlyA.gainA && neither.gainB >= onlyB.gainB);
    const apart = [onlyB.gainA > both.gainA, neither.gainA > onlyA.gainA, onlyA.gainB > both.gainB].every(Boolean);
    const tempted = apart && neither.gainB > onlyB.gainB;
    expect(prisonersDilemma).toBe(tempted && both.gainA > neither.gainA && both.gainB > neither.gainB);
  });
});

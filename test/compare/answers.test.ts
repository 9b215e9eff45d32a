import { beforeAll, describe, expect, it } from 'vitest';
import { attribute, attributeDifference } from '../../engine/compare/attribution.js';
import { breakEven } from '../../engine/compare/break-even.js';
import { type Comparison, compare, difference, runFutures } from '../../engine/compare/compare.js';
import { cooperationGame } from '../../engine/compare/cooperation.js';
import { type FutureSource, runFuture } from '../../engine/compare/future.js';
import { gainsOf } from '../../engine/compare/gains.js';
import { ingredientParts } from '../../engine/compare/ingredients.js';
import { rangeValues, sweep } from '../../engine/compare/sweep.js';
import { bundledFuture } from '../bundled.js';

let apart: FutureSource;
let together: FutureSource;
let comparison: Comparison;

beforeAll(async () => {
  apart = await bundledFuture('changchun-jilin/uncoordinated');
  together = await bundledFuture('changchun-jilin/coordinated');
  comparison = compare([apart, together]);
});

describe('Attribution', () => {
  it('adds up: what policies bring alone and their interaction make the total', () => {
    const { contributions, interaction, total } = attributeDifference(comparison.futures[1]!, comparison.futures[0]!);
    expect(contributions.map(({ policy }) => policy)).toHaveLength(7);
    expect(contributions.reduce((sum, { alone }) => sum + alone, interaction)).toBeCloseTo(total, 8);
    expect(total).toBeCloseTo(comparison.differences[1]!.total, 8);
  });

  it('gives a single policy all of the gain, alone and left out', async () => {
    const single = runFuture(await bundledFuture('changchun-jilin/way-market'));
    const { contributions, interaction, total } = attribute(single);
    expect(contributions).toEqual([{ policy: 'Open the border', alone: total, leftOut: total }]);
    expect(interaction).toBe(0);
  });
});

describe('The table of cooperation', () => {
  it('marks as equilibria exactly the cells that nobody would leave alone', () => {
    const { cells, prisonersDilemma } = cooperationGame(comparison.futures[1]!, 0, 1);
    for (const cell of cells) {
      const ifA = cells.find((other) => other.a !== cell.a && other.b === cell.b)!;
      const ifB = cells.find((other) => other.a === cell.a && other.b !== cell.b)!;
      expect(cell.equilibrium).toBe(cell.gainA >= ifA.gainA && cell.gainB >= ifB.gainB);
    }
    expect(prisonersDilemma).toBe(false);
  });

  it('has the compared future itself in its corner of both together', () => {
    const { cells } = cooperationGame(comparison.futures[1]!, 0, 1);
    const gains = gainsOf(comparison.futures[1]!);
    expect([cells[0]!.gainA, cells[0]!.gainB]).toEqual([gains.output[0], gains.output[1]]);
  });

  it('is no prisoners’ dilemma through poaching: a pair acts as jointly as its less willing half, so nobody can leave alone', async () => {
    const text = [
      'case: ./case.yaml',
      'years: { from: 2020, to: 2040 }',
      'parameters: { poaching: 1, contest: 0, displacement: 0, sharing: 0, barrierDrift: 0, duplicationWaste: 0, coordinationDelay: 0 }',
      'policies: [{ kind: talent, delay: 0, ramp: 0, failure: 0 }]',
    ].join('\n');
    const future = runFuture(await bundledFuture('tutorial/race', [], { 'tutorial/race.yaml': text }));
    const { cells, prisonersDilemma } = cooperationGame(future, 0, 1);
    expect(cells[3]!.gainA).toBeLessThan(cells[0]!.gainA);
    expect(prisonersDilemma).toBe(false);
    expect(cells[1]!.gainA).toBe(cells[3]!.gainA);
  });
});

describe('A break-even', () => {
  it('is a root: at the value itself the region neither gains nor loses', () => {
    const found = breakEven(apart, together, 'displacement');
    const liaoyuan = apart.economy.regions.indexOf('Liaoyuan');
    const [root] = found.regions[liaoyuan]!;
    const { futures } = runFutures([apart, together], { values: new Map([['parameters.displacement', root!]]) });
    const { output } = difference(gainsOf(futures[1]!), gainsOf(futures[0]!));
    expect(Math.abs(output[liaoyuan]!)).toBeLessThan(1e-4);
    expect(found.total).toEqual([]);
    expect(found.ends[0]).toBeGreaterThan(0);
    expect(found.ends[1]).toBeGreaterThan(0);
  });
});

describe('Ingredients of coordination', () => {
  it('leave nothing of the difference when the last one is switched off too', () => {
    const { total, parts } = ingredientParts(apart, together);
    expect(total).toBeCloseTo(comparison.differences[1]!.total, 8);
    for (const { without, carried } of parts) expect(without + carried).toBeCloseTo(total, 8);
    expect(parts.find(({ ingredient }) => ingredient === 'barrierDrift')!.carried).toBeGreaterThan(0);
    expect(parts.find(({ ingredient }) => ingredient === 'contest')!.carried).toBeLessThan(0);
    expect(parts.find(({ ingredient }) => ingredient === 'coordinationDelay')!.carried).toBeLessThan(0);
  });
});

describe('A sweep', () => {
  it('of coordination starts at the future apart and ends at the future together', () => {
    const points = sweep([apart, together], [{ path: 'coordination', values: [0, 0.5, 1] }]);
    expect(points[0]!.total[1]).toBeCloseTo(points[0]!.total[0]!, 8);
    expect(points[2]!.total[1]).toBeCloseTo(comparison.gains[1]!.total, 8);
    expect(points[1]!.total[1]).toBeGreaterThan(points[0]!.total[1]!);
  });

  it('of two numbers visits every pair, the second moving fastest', () => {
    const axes = [
      { path: 'parameters.rivalry', values: [0, 0.3] },
      { path: 'parameters.displacement', values: [0.2, 0.4] },
    ];
    expect(sweep([apart, together], axes).map(({ at }) => at)).toEqual([
      [0, 0.2],
      [0, 0.4],
      [0.3, 0.2],
      [0.3, 0.4],
    ]);
  });

  it('reads ranges as written, without rounding creeping in', () => {
    expect(rangeValues('0:1:0.1')).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(rangeValues('0:0.3:1e-1')).toEqual([0, 0.1, 0.2, 0.3]);
    expect(rangeValues('0%:100%:50%')).toEqual([0, 0.5, 1]);
    expect(rangeValues('0:1')).toBeNull();
    expect(rangeValues('0:1:0')).toBeNull();
    expect(rangeValues('0:1:1e-9')).toBeNull();
  });
});

import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import { runFuture } from '../../engine/compare/future.js';
import { gainsOf } from '../../engine/compare/gains.js';
import { COORDINATION_KEYS } from '../../engine/parameters/parameters.js';
import { allValues } from '../../engine/projection/measure-pairs.js';
import { comparisonAnswer } from '../../engine/report/comparison/comparison-answer.js';
import type { Values } from '../../engine/statistics/cells.js';
import { discountedSum } from '../../engine/statistics/discount.js';
import { bundledFuture } from '../bundled.js';

const CASE = 'changchun-jilin';

describe('Two futures of one file', () => {
  it('differ by exactly 0 everywhere', async () => {
    const together = await bundledFuture(`${CASE}/coordinated`);
    const { differences, futures, measures, gains } = compare([together, { ...together, id: 'again' }]);
    expect([...differences[1]!.output]).toEqual(together.economy.regions.map(() => 0));
    expect(differences[1]).toMatchObject({ total: 0, valueAdded: 0, cost: 0, net: 0, sidePayment: 0, winnersGain: 0 });
    expect(isDeepStrictEqual(futures[1]!.projection.output, futures[0]!.projection.output)).toBe(true);
    const [first, again] = measures.map((each) =>
      Object.values(each).map((values: Values | null) => values && allValues(values)),
    );
    expect(isDeepStrictEqual(again, first)).toBe(true);
    expect(gains[1]).toEqual(gains[0]);
  });
});

describe('The cities apart and together', () => {
  it('cost the same, by one factor on the dearer one’s intensities', async () => {
    const sources = [await bundledFuture(`${CASE}/uncoordinated`), await bundledFuture(`${CASE}/coordinated`)];
    const { gains, equalCost, futures } = compare(sources);
    expect(gains[1]!.cost / gains[0]!.cost).toBeCloseTo(1, 10);
    const factors = equalCost!.map((equal) => equal.factor);
    expect(Math.max(...factors)).toBe(1);
    expect(Math.min(...factors)).toBeGreaterThan(0.5);
    // What is built is built whole: the railway's part of the cost is the same with and without the factor.
    const scaled = futures[factors.indexOf(Math.min(...factors))]!;
    const whole = runFuture(scaled);
    const costOf = (future: typeof scaled): number[] => [
      ...future.compiled.policies.find((policy) => policy.kind === 'infrastructure')!.cost,
    ];
    expect(costOf(scaled)).toEqual(costOf(whole));
  });

  it('cost what they cost where that is asked for', async () => {
    const sources = [await bundledFuture(`${CASE}/uncoordinated`), await bundledFuture(`${CASE}/coordinated`)];
    const { equalCost, gains } = compare(sources, { equalCost: false });
    expect(equalCost).toBeNull();
    expect(gains[0]!.cost).not.toBeCloseTo(gains[1]!.cost, 0);
  });

  it('are told apart by each ingredient of coordination on its own in the direction that it stands for', async () => {
    const alone = async (ingredient: string, value: number): Promise<number> => {
      const sets = COORDINATION_KEYS.map((key) => `parameters.${key}=${key === ingredient ? value : 0}`);
      const sources = [
        await bundledFuture(`${CASE}/uncoordinated`, sets),
        await bundledFuture(`${CASE}/coordinated`, sets),
      ];
      return compare(sources).differences[1]!.total;
    };
    for (const [helps, value] of [
      ['duplicationWaste', 0.6],
      ['barrierDrift', 0.08],
      ['sharing', 1],
      ['opening', 1],
    ] as const) {
      expect(await alone(helps, value)).toBeGreaterThan(0);
    }
    for (const [hinders, value] of [
      ['contest', 0.1],
      ['coordinationCost', 0.004],
      ['coordinationDelay', 3],
    ] as const) {
      expect(await alone(hinders, value)).toBeLessThan(0);
    }
  });

  it('make no difference to the whole where everything gained is taken from others', async () => {
    const sets = ['parameters.displacement=1'];
    const sources = [
      await bundledFuture(`${CASE}/uncoordinated`, sets),
      await bundledFuture(`${CASE}/coordinated`, sets),
    ];
    const { total } = compare(sources, { equalCost: false }).differences[1]!;
    expect(total).toBe(0);
  });

  it('are one future where every ingredient of coordination is switched off', async () => {
    const sets = COORDINATION_KEYS.map((key) => `parameters.${key}=0`);
    const sources = [
      await bundledFuture(`${CASE}/uncoordinated`, sets),
      await bundledFuture(`${CASE}/coordinated`, sets),
    ];
    const { futures } = compare(sources);
    expect(futures[1]!.projection.output).toEqual(futures[0]!.projection.output);
    expect([...futures[1]!.compiled.plan.cost]).toEqual([...futures[0]!.compiled.plan.cost]);
  });
});

describe('A future that is another one and more', () => {
  it('is said to have nothing left at the other one’s cost', async () => {
    const text = 'extends: ./faster-link.yaml\npolicies: [{ kind: market, failure: 0 }]\n';
    const more = await bundledFuture('tutorial/more', [], { 'tutorial/more.yaml': text });
    const sources = [await bundledFuture('tutorial/faster-link'), more];
    const comparison = compare(sources);
    expect(comparison.equalCost![1]!.factor).toBeLessThan(0.005);
    expect(comparisonAnswer(comparison).join(' ')).toMatch(
      /^At equal cost nothing is left of more\. .*--no-equal-cost/,
    );
    expect(comparisonAnswer(compare(sources, { equalCost: false }))[0]).toMatch(
      /^In one run at central values, more brings .* more output/,
    );
  });
});

describe('Gains', () => {
  it('are discounted sums against the reference path, by hand on the tutorial', async () => {
    const future = runFuture(await bundledFuture('tutorial/open-border'));
    const { plan } = future.compiled;
    let east = 0;
    for (let y = 0; y < plan.years.length; y++) {
      for (let i = 0; i < 2; i++) {
        east += (future.projection.output[y * 4 + i]! - future.projection.reference[y * 4 + i]!) / 1.05 ** y;
      }
    }
    const gains = gainsOf(future);
    expect(gains.output[0]).toBeCloseTo(east, 12);
    expect(gains.valueAdded).toBeCloseTo(0.5 * gains.total, 12);
    expect(gains.cost).toBeCloseTo(discountedSum(plan.cost, 0.05), 12);
    expect(gains.benefitCost).toBeCloseTo(gains.valueAdded / gains.cost, 12);
  });
});

describe('Futures that cannot be set side by side', () => {
  it('are refused: other years', async () => {
    const sources = [
      await bundledFuture('tutorial/baseline'),
      await bundledFuture('tutorial/baseline', ['years.to=2030']),
    ];
    expect(() => compare(sources)).toThrow(/projects 2020–2030, but baseline 2020–2025/);
  });

  it('are refused: another classification', async () => {
    const sources = [await bundledFuture('tutorial/baseline'), await bundledFuture(`${CASE}/baseline`)];
    expect(() => compare(sources)).toThrow(/another classification of industries than baseline \(39 against 2\)/);
  });
});

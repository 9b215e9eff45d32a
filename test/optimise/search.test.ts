import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absorb,
  compareCandidates,
  type Evaluated,
  emptyArchive,
  offer,
} from '../../engine/optimise/search/archive.js';
import { evaluationsOf, ISLANDS, ROUNDS, search } from '../../engine/optimise/search/evolve.js';
import { hypervolume } from '../../engine/optimise/search/hypervolume.js';
import { WHOLE } from '../whole.js';

/** Seeds tried: more in `npm run test:system`. */
const SEEDS = WHOLE ? [1, 2, 3, 4, 5] : [1, 2];

/** Test problems with known fronts: E. Zitzler, K. Deb & L. Thiele 2000; K. Deb, L. Thiele, M. Laumanns & E. Zitzler 2002. */
const zdt = (shape: (f: number, g: number) => number) => (x: readonly number[]) => {
  const g = 1 + (9 * x.slice(1).reduce((sum, value) => sum + value, 0)) / (x.length - 1);
  return { objectives: [x[0]!, g * shape(x[0]!, g)], violation: 0 };
};
const ZDT1 = zdt((f, g) => 1 - Math.sqrt(f / g));
const ZDT2 = zdt((f, g) => 1 - (f / g) ** 2);
const DTLZ2 = (x: readonly number[]) => {
  const g = x.slice(2).reduce((sum, value) => sum + (value - 0.5) ** 2, 0);
  const [a, b] = [(x[0]! * Math.PI) / 2, (x[1]! * Math.PI) / 2];
  return {
    objectives: [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)].map((value) => (1 + g) * value),
    violation: 0,
  };
};

const parts = (count: number) => Array.from({ length: count }, () => ({ kind: 'part' }) as const);

/** The smallest part of a front's hypervolume that any of some seeds reaches. */
function worstReach(
  evaluate: (x: readonly number[]) => Omit<Evaluated, 'genes'>,
  {
    variables,
    epsilon,
    evaluations,
    front,
  }: { variables: number; epsilon: number[]; evaluations: number; front: number },
): number {
  const reached = SEEDS.map((seed) => {
    const { members } = search({ genes: parts(variables), epsilon, seeds: [], evaluations, seed }, evaluate);
    const points = members.map(({ objectives }) => objectives);
    return (
      hypervolume(
        points,
        epsilon.map(() => 1.1),
      ) / front
    );
  });
  return Math.min(...reached);
}

describe('The hypervolume', () => {
  it('is that of boxes counted by hand', () => {
    expect(
      hypervolume(
        [
          [1, 0, 1],
          [0, 1, 0],
        ],
        [2, 2, 2],
      ),
    ).toBe(5);
    expect(
      hypervolume(
        [
          [1, 2, 3],
          [2, 3, 1],
          [3, 1, 2],
        ],
        [4, 4, 4],
      ),
    ).toBe(13);
    expect(
      hypervolume(
        [
          [0.5, 1.5],
          [1.5, 0.5],
        ],
        [2, 2],
      ),
    ).toBe(1.25);
    expect(hypervolume([[3, 3]], [2, 2])).toBe(0);
  });
});

describe('The search', () => {
  it('comes near the front of ZDT1 whatever the seed', () => {
    const reach = worstReach(ZDT1, { variables: 30, epsilon: [0.01, 0.01], evaluations: 25_000, front: 0.876667 });
    expect(reach).toBeGreaterThan(0.985);
  });

  it('comes near the front of ZDT2 whatever the seed', () => {
    const reach = worstReach(ZDT2, { variables: 30, epsilon: [0.01, 0.01], evaluations: 25_000, front: 0.543333 });
    expect(reach).toBeGreaterThan(0.98);
  });

  it('comes near the front of DTLZ2 whatever the seed', () => {
    const reach = worstReach(DTLZ2, {
      variables: 12,
      epsilon: [0.02, 0.02, 0.02],
      evaluations: 10_000,
      front: 0.807401,
    });
    expect(reach).toBeGreaterThan(0.93);
  });

  it('finds the only plan that keeps a hard constraint, given or not among the seeds', () => {
    const genes = [
      { kind: 'choice', count: 6 },
      { kind: 'choice', count: 6 },
    ] as const;
    const evaluate = ([a, b]: readonly number[]) => ({
      objectives: [a! + b!],
      violation: Math.abs(a! - 4) + Math.abs(b! - 3),
    });
    const { members } = search({ genes, epsilon: [0.5], seeds: [], evaluations: 2000, seed: 1 }, evaluate);
    expect(members.map(({ genes: found }) => found)).toEqual([[4, 3]]);
  });

  it('spends the evaluations that it is given, each once', () => {
    for (const total of [1, 79, 80, 1234]) {
      let spent = 0;
      for (let round = 0; round < ROUNDS; round++) {
        for (let index = 0; index < ISLANDS; index++) spent += evaluationsOf(total, index, round);
      }
      expect(spent).toBe(total);
    }
  });
});

describe('An archive', () => {
  const candidate = fc.record({
    genes: fc.tuple(fc.integer({ min: 0, max: 9 })),
    objectives: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    violation: fc.constantFrom(0, 0, 0, 1),
  });

  it('is the same in whatever order the finds of islands come', () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 30 }), fc.nat({ max: 29 }), (all, cut) => {
        const before = absorb(emptyArchive([0.1, 0.1]), [all.slice(0, 5)]);
        const [a, b] = [all.slice(0, cut), all.slice(cut)];
        expect(absorb(before, [a, b])).toEqual(absorb(before, [b, a]));
      }),
    );
  });

  it('holds no member in whose box, or behind whose box, another lies', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 40 }), (all) => {
        const archive = emptyArchive([0.1, 0.1]);
        for (const each of all) offer(archive, each);
        const boxes = archive.members.map(({ objectives }) => objectives.map((value) => Math.floor(value / 0.1)));
        boxes.forEach((box, k) => {
          boxes.forEach((other, m) => {
            if (k !== m) expect(other.every((side, d) => side <= box[d]!)).toBe(false);
          });
        });
        expect(archive.members.toSorted(compareCandidates).length).toBe(archive.members.length);
      }),
    );
  });
});

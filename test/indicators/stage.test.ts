import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES, type Stage, stage, stageFromIndex } from '../../engine/indicators/stage.js';

type Row = readonly [industry: string, locationQuotient: number, agglomerationIndex: number, stage: Stage];

/** Table 1 of the source paper, and the stage its section 1.2.1 gives each row. */
const CHANGCHUN: readonly Row[] = [
  ['Agro-food processing', 1.464941, 1.26861, 'growing'],
  ['Food manufacturing', 0.625748, 1.734058, 'formative'],
  ['Pharmaceutical manufacturing', 0.518508, 1.00108, 'formative'],
  ['Non-metallic mineral products', 0.67103, 0.692274, 'recession'],
  ['Fabricated metal products', 0.884326, 1.003403, 'formative'],
  ['General equipment', 0.858725, 1.214621, 'formative'],
  ['Special equipment', 0.357924, 1.0123742, 'formative'],
  ['Transportation equipment', 2.274574, 1.03048105, 'growing'],
  ['Communications equipment', 1.400587, 1.137763, 'growing'],
];

/** Table 2 of the source paper. */
const JILIN: readonly Row[] = [
  ['Ferrous metal mining', 1.245989, 0.906804, 'mature'],
  ['Non-ferrous metal mining', 3.30166, 1.053599, 'growing'],
  ['Nonmetal mining', 2.597185, 1.270252, 'growing'],
  ['Food manufacturing', 1.963242, 1.511702, 'growing'],
  ['Chemical materials and products', 3.976287, 1.319659, 'growing'],
  ['Chemical fibres', 4.813099, 1.03068, 'growing'],
  ['Non-ferrous metal smelting', 3.131341, 1.19505, 'growing'],
  ['Electrical machinery', 1.942932, 1.472529, 'growing'],
  ['Communications equipment', 1.027397, 1.006809, 'growing'],
  ['Fabricated metal products', 2.023699, 1.258383, 'growing'],
];

const growthArbitrary = fc.double({ min: -0.9, max: 2, noNaN: true });
const quotientArbitrary = fc.double({ min: 0, max: 10, noNaN: true });

describe('The stage of an industry', () => {
  for (const [table, rows] of [
    ['Table 1', CHANGCHUN],
    ['Table 2', JILIN],
  ] as const) {
    for (const [industry, quotient, index, expected] of rows) {
      it(`is ${expected} for ${industry} in ${table} of the source paper`, () => {
        expect(stageFromIndex(quotient, index)).toBe(expected);
        // Any growing reference gives the same stage from rates.
        expect(stage(quotient, 0.15 * index, 0.15)).toBe(expected);
      });
    }
  }

  it('is the same from rates as from the index wherever the reference grows', () => {
    fc.assert(
      fc.property(
        quotientArbitrary,
        growthArbitrary,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (lq, growth, all) => {
          fc.pre(Math.abs(growth - all) > 1e-9 && Math.abs(lq - 1) > 1e-9);
          expect(stage(lq, growth, all)).toBe(stageFromIndex(lq, growth / all));
        },
      ),
    );
  });

  it('looks at who grows faster, not at the ratio, where the reference shrinks', () => {
    // Both ratios lie on the side of 1 that would say the opposite.
    expect(stage(2, -0.05, -0.1)).toBe('growing');
    expect(stage(2, -0.15, -0.1)).toBe('mature');
    expect(stage(0.5, 0, -0.1)).toBe('formative');
    expect(stage(0.5, -0.15, -0.1)).toBe('recession');
  });

  it('counts growth as fast as the reference, and a quotient of 1, as fast and advantaged', () => {
    expect(stage(1, 0.08, 0.08)).toBe('growing');
    expect(stage(0.3 / 0.1 / 3, 0.1 + 0.2, 0.3)).toBe('growing');
    expect(stage(1 - 1e-15, 0.3 - 1e-16, 0.3)).toBe('growing');
    expect(stage(1 - 1e-9, 0.3 - 1e-9, 0.3)).toBe('recession');
  });

  it('counts a new entry as faster than a reference that had the industry', () => {
    expect(stage(0.1, 'new-entry', 0.5)).toBe('formative');
    expect(stage(3, 'new-entry', 0.5)).toBe('growing');
    expect(stage(3, 'new-entry', 'new-entry')).toBeNull();
  });

  it('does not exist without output in the later year or without a quotient', () => {
    expect(stage(0, -1, 0.1)).toBeNull();
    expect(stage(0, 'absent', 0.1)).toBeNull();
    expect(stage(null, 'absent', 'absent')).toBeNull();
    expect(stage(Number.NaN, 0.1, 0.1)).toBeNull();
  });

  it('has a code for each and 0 for none', () => {
    expect(STAGES).toEqual([null, 'formative', 'growing', 'mature', 'recession']);
  });
});

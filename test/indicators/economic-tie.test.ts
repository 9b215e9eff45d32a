import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { economicTie } from '../../engine/indicators/economic-tie.js';

const end = (product: number, population: number) => ({ product, population });
const positive = fc.double({ min: 0.01, max: 1e5, noNaN: true });

describe('The economic tie', () => {
  it('is √(P·G) of one region times √(P·G) of the other over squared distance', () => {
    // √(900·4) · √(100·1) / 10² = 60 · 10 / 100.
    expect(economicTie(end(900, 4), end(100, 1), 10)).toBe(6);
  });

  it('rises by 1.234568 when distance falls by a tenth', () => {
    expect(economicTie(end(900, 4), end(100, 1), 90)! / economicTie(end(900, 4), end(100, 1), 100)!).toBeCloseTo(
      1.234568,
      6,
    );
  });

  it('rises by 1.21 when both outputs do', () => {
    expect(
      economicTie(end(900 * 1.21, 4), end(121, 1), 100)! / economicTie(end(900, 4), end(100, 1), 100)!,
    ).toBeCloseTo(1.21, 12);
  });

  it('is the same in both directions and falls with distance by its exponent', () => {
    fc.assert(
      fc.property(
        fc.tuple(positive, positive, positive, positive, positive),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        ([p, g, q, h, distance], exponent) => {
          const tie = economicTie(end(p, g), end(q, h), distance, exponent)!;
          expect(economicTie(end(q, h), end(p, g), distance, exponent)).toBe(tie);
          expect(economicTie(end(p, g), end(q, h), 2 * distance, exponent)! / tie).toBeCloseTo(2 ** -exponent, 12);
        },
      ),
    );
  });

  it('does not exist between a region and itself', () => {
    expect(economicTie(end(900, 4), end(900, 4), 0)).toBeNull();
  });
});

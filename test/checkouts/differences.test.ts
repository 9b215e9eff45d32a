import { describe, expect, it } from 'vitest';
import { difference, sameWithin } from './differences.mjs';

describe('Two outputs', () => {
  it.each([
    ['gain 1,234.5 of −2.0e-3', 'gain 1,234.5 of −2.0e-3', 0, true],
    ['gain 1,234.5', 'gain 1,234.6', 0, false],
    ['gain 1,234.5', 'gain 1,234.6', 1e-4, true],
    ['gain 1,234.5', 'gain 1,236.5', 1e-4, false],
    ['0.00001', '0.00002', 1e-4, true],
    ['gain 1', 'loss 1', 1, false],
    ['1 and 2', '1', 10, false],
  ])('%s and %s are the same within %s: %s', (first, second, tolerance, same) => {
    expect(sameWithin(first, second, tolerance)).toBe(same);
  });

  it('differ where one is missing, and else in the lines that differ', () => {
    const text = (lines: string) => Buffer.from(lines);
    expect(difference(undefined, text('a'), 0)).toBe('only in the second');
    expect(difference(text('a'), undefined, 0)).toBe('only in the first');
    expect(difference(text('a\n1\n'), text('a\n1\n'), 0)).toBeNull();
    expect(difference(text('a\n1\n'), text('a\n2\n'), 0)).toBe('1 of 3 lines, the first is line 2\n    - 1\n    + 2');
    expect(difference(text('a\n1\n'), text('a\n1.000001\n'), 1e-3)).toBeNull();
  });

  it('of which one is binary are only counted', () => {
    expect(difference(Buffer.from([0, 1]), Buffer.from([0, 1, 2]), 1)).toBe('2 and 3 bytes, not the same');
  });
});

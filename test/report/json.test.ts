import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../engine/report/data/json.js';

describe('A value as JSON', () => {
  it('reads back as JSON.stringify would have it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse([...jsonText(value)].join(''))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('writes typed arrays as arrays, what is not finite as null, and leaves out what is undefined', () => {
    const value = { output: [Float64Array.of(1, 0.1), Float64Array.of(Number.NaN)], gone: undefined };
    expect(JSON.parse([...jsonText(value)].join(''))).toEqual({ output: [[1, 0.1], [null]] });
  });
});

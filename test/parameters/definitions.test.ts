import { describe, expect, it } from 'vitest';
import { NOISE, PARAMETERS, TREND } from '../../engine/parameters/parameters.js';
import { expectSoundDefinition } from '../definition-rules.js';

const GROUPS = { parameters: PARAMETERS, trend: TREND, noise: NOISE };

describe.each(Object.entries(GROUPS))('numbers of %s', (_, definitions) => {
  it.each(Object.entries(definitions))(
    '%s says what it means and rests on, and its default lies in its range',
    (_, definition) => {
      expectSoundDefinition(definition);
    },
  );
});

describe('central values computed from published figures', () => {
  it('close as much of the gap in four years as public capital closes in the short run', () => {
    expect(1 - (1 - 0.25) ** 4).toBeCloseTo(0.083 / 0.122, 2);
  });

  it('take market access between the inverse elasticities of substitution of 10 and 5', () => {
    expect((1 / 10 + 1 / 5) / 2).toBeCloseTo(0.15, 12);
  });

  it('take half of Changchun’s product for that of its industry', () => {
    expect(172.0 / 332.9).toBeCloseTo(0.5, 1);
  });
});

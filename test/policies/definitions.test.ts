import { describe, expect, it } from 'vitest';
import { numberFields } from '../../engine/policies/fields.js';
import { POLICY_KINDS, policyKind } from '../../engine/policies/index.js';
import { distributionMean } from '../../engine/values/distribution.js';
import { parseQuantity } from '../../engine/values/quantity.js';
import { centralValue } from '../../engine/values/resolve.js';
import { expectSoundDefinition } from '../definition-rules.js';

describe.each(POLICY_KINDS.map((kind) => [kind.kind, kind] as const))('fields of a %s policy', (_, kind) => {
  it.each(Object.entries(numberFields(kind)))(
    '%s says what it means and rests on, and its default lies in its range',
    (_, field) => {
      expectSoundDefinition(field);
    },
  );
});

describe('defaults computed from published figures', () => {
  const field = (kind: string, name: string) => numberFields(policyKind(kind)!)[name]!;
  const centre = (kind: string, name: string): number => {
    const parsed = parseQuantity(String(field(kind, name).value));
    return 'quantity' in parsed ? centralValue(parsed.quantity) : Number.NaN;
  };

  it('overrun rail estimates by 45 % on average, and road estimates by 20 % as the source of costFactor says', () => {
    const mean = (text: string) => {
      const parsed = parseQuantity(text);
      return 'quantity' in parsed && parsed.quantity.kind === 'distribution' ? distributionMean(parsed.quantity) : NaN;
    };
    const { value, source } = field('infrastructure', 'costFactor');
    expect(mean(String(value))).toBeCloseTo(1.45, 3);
    expect(mean(/lognormal\(1\.1[^)]*\)/.exec(source)![0])).toBeCloseTo(1.2, 3);
  });

  it('halve a talent policy after its end as fast as its stock of knowledge decays', () => {
    const depreciation = centre('talent', 'depreciation');
    expect(Math.log(0.5) / Math.log(1 - depreciation)).toBeCloseTo(centre('talent', 'halfLife'), 1);
  });

  it('feel as much of a line as came of the passengers forecast, a half', () => {
    expect(centre('infrastructure', 'shortfallEffect')).toBeCloseTo(1 / 2.06, 1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCurrency } from '../../engine/report/text/currency-words.js';
import { money, moneyRange, moneyScale, signedMoney } from '../../engine/report/text/money.js';

describe('The unit of a case', () => {
  it.each([
    ['10^8 yuan', 1e8, 'yuan'],
    ['10⁸ yuan', 1e8, 'yuan'],
    ['10**6 USD', 1e6, 'USD'],
    ['1e6 USD', 1e6, 'USD'],
    ['100 million yuan', 1e8, 'yuan'],
    ['1,000 EUR', 1e3, 'EUR'],
    ['hundred million yuan', 1e8, 'yuan'],
    ['£ million', 1e6, '£'],
    ['£m', 1e6, '£'],
    ['million pounds', 1e6, 'pounds'],
    ['millions of euro', 1e6, 'euro'],
    ['€bn', 1e9, '€'],
    ['US$ billion', 1e9, 'US$'],
    ['$A million', 1e6, null],
    ['AUD million', 1e6, 'AUD'],
    ['EUR mn', 1e6, 'EUR'],
    ['Mio. EUR', 1e6, 'EUR'],
    ["'000 AUD", 1e3, 'AUD'],
    ['亿元', 1e8, 'yuan'],
    ['亿 yuan', 1e8, 'yuan'],
    ['万元', 1e4, 'yuan'],
    ['百万元', 1e6, 'yuan'],
    ['万亿元', 1e12, 'yuan'],
    ['yuan', 1, 'yuan'],
    ['million', 1e6, ''],
    ['thousand persons', 1e3, 'persons'],
    ['persons', 1, 'persons'],
    ['10^4 persons', 1e4, 'persons'],
    ['current US dollars', 1, 'current US dollars'],
  ] as const)('%s is understood', (text, factor, name) => {
    expect(parseCurrency(text)).toEqual(name === null ? null : { factor, name });
  });

  it.each(['index, 2015 = 100', '2015 prices', 'EUR/kWh', '0.5 EUR', 'km²', '10^99 yuan', 'a b c d', '$ and €', '%'])(
    '%s is shown as it is written',
    (text) => {
      expect(parseCurrency(text)).toBeNull();
      expect(money(12, text)).toBe(/^\d/.test(text) ? `12.0 × ${text}` : `12.0 ${text}`);
    },
  );
});

describe('Money in words', () => {
  it('is scaled to thousands, millions, billions and trillions, and stands in full below ten thousand', () => {
    const said = [1, 999, 9_994, 9_996, 123_456, 999_499, 999_500, 1e9, 3.3e11, 4.56e12, 7.89e16];
    expect(said.map((value) => money(value, 'yuan'))).toEqual([
      '1.00 yuan',
      '999 yuan',
      '9,994 yuan',
      '10.0 thousand yuan',
      '123 thousand yuan',
      '999 thousand yuan',
      '1.00 million yuan',
      '1.00 billion yuan',
      '330 billion yuan',
      '4.56 trillion yuan',
      '78,900 trillion yuan',
    ]);
    expect([0, -0, null, Number.NaN].map((value) => money(value, '£ million'))).toEqual(['£0', '£0', '–', '–']);
  });

  it('puts signs before symbols, and one unit behind a range', () => {
    expect(signedMoney(-4.39, '£ million')).toBe('-£4.39 million');
    expect(signedMoney(0, 'yuan')).toBe('0 yuan');
    expect(moneyRange(-0.02, 31.4, 'million EUR')).toBe('-20.0 thousand to +31.4 million EUR');
    expect(moneyRange(null, 3, 'EUR')).toBe('–');
  });

  it('says the number that it was given, whatever the unit', () => {
    const powers = { '': 1, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
    const unit = fc.constantFrom(
      '10^8 yuan',
      '亿元',
      '万 yuan',
      'thousand yuan',
      '100 million yuan',
      'yuan',
      'yuan bn',
    );
    fc.assert(
      fc.property(unit, fc.double({ min: -1e12, max: 1e12, noNaN: true }), (currency, value) => {
        const { factor } = parseCurrency(currency)!;
        const [, number = '', word = ''] = /^(.*?) ?(thousand|million|billion|trillion|) yuan$/.exec(
          signedMoney(value, currency),
        )!;
        const said = Number(number.replaceAll(',', '')) * powers[word as keyof typeof powers];
        expect(Math.abs(said - value * factor)).toBeLessThanOrEqual(Math.abs(value * factor) * 0.00501);
        expect(number.startsWith('+')).toBe(value > 0);
        expect(Math.abs(said) < 1e15 ? Math.abs(Number(number.replaceAll(',', ''))) < 1e4 : true).toBe(true);
      }),
    );
  });

  it('takes one unit for a column, and scales there and back', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const scale = moneyScale('10^4 yuan', values);
        const one = scale.of(1);
        for (const value of values) expect(scale.of(value) / one).toBeCloseTo(value, 6);
        const largest = Math.max(...values.map((value) => Math.abs(scale.of(value))));
        expect(largest).toBeLessThan(1e4);
      }),
    );
  });
});

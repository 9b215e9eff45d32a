import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PARAMETERS } from '../../engine/parameters/parameters.js';
import { type ExpressionParser, loadExpressionParser } from '../../engine/values/expressions.js';
import { needsExpressions, parseQuantity, type Quantity } from '../../engine/values/quantity.js';
import { centralValue, domainMistake, quantityAt } from '../../engine/values/resolve.js';

let parser: ExpressionParser;
beforeAll(async () => {
  parser = await loadExpressionParser();
});

function read(input: unknown): Quantity {
  const parsed = parseQuantity(input, { parser });
  if ('mistakes' in parsed) throw new Error(JSON.stringify(parsed.mistakes));
  return parsed.quantity;
}

function mistakesOf(input: unknown, withParser = false) {
  const parsed = parseQuantity(input, withParser ? { parser } : {});
  return 'mistakes' in parsed ? parsed.mistakes : [];
}

describe('numbers that need no parser', () => {
  it.each([
    [0.25, 0.25],
    [-3, -3],
    ['0.25', 0.25],
    [' 25% ', 0.25],
    ['25 %', 0.25],
    ['0.1%', 0.001],
    ['-5%', -0.05],
    ['1e-3', 0.001],
    ['1.5e3%', 15],
    ['.5', 0.5],
    ['+2', 2],
    ['-0', 0],
    ['1/3', 1 / 3],
    ['2 * 0.05', 0.1],
    ['(1 + 2) * -3 / 4 - 5%', -2.3],
    ['10 + 5%', 10.05],
  ])('%j is %d', (input, value) => {
    expect(needsExpressions(input)).toBe(false);
    expect(parseQuantity(input)).toEqual({ quantity: { kind: 'constant', value } });
  });

  it.each([
    ['triangular(5%, 10%, 20%)', 'triangular', [0.05, 0.1, 0.2]],
    ['normal(0.02, 0.02, -0.01, 0.06)', 'normal', [0.02, 0.02, -0.01, 0.06]],
    ['choice(1, 1/2, (2+1)*4)', 'choice', [1, 0.5, 12]],
    [' bernoulli(20%) ', 'bernoulli', [0.2]],
  ])('%j is a distribution', (input, family, args) => {
    expect(needsExpressions(input)).toBe(false);
    expect(read(input)).toEqual({ kind: 'distribution', family, args, text: input.trim() });
  });

  it('every default of a parameter is read without the parser, and its central value lies in its domain', () => {
    for (const definition of Object.values(PARAMETERS)) {
      const parsed = parseQuantity(definition.value);
      if ('mistakes' in parsed) throw new Error(JSON.stringify(parsed.mistakes));
      expect(domainMistake(parsed.quantity, definition.domain, [])).toBeNull();
    }
  });

  it('any arithmetic has the value that mathjs gives it', async () => {
    const { default: mathjs } = (await import('mathjs/lib/browser/math.js')) as unknown as {
      default: { evaluate(text: string): number };
    };
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.integer({ min: 0, max: 99 }).map(String),
        fc
          .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', ' - -'), tie('expression'))
          .map((p) => p.join('')),
        tie('expression').map((inner) => `(${inner})`),
        tie('expression').map((inner) => `-${inner}`),
      ),
    }));
    fc.assert(
      fc.property(expression, (text) => {
        const parsed = parseQuantity(text);
        const expected = mathjs.evaluate(text);
        if ('quantity' in parsed) expect(centralValue(parsed.quantity)).toBe(expected === 0 ? 0 : expected);
        else expect(Number.isFinite(expected)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('expressions', () => {
  it.each([
    ['0.05 - 0.001 * (year - 2011)', 2013, 0.048],
    ['year > 2012 ? 10% : 20%', 2012, 0.2],
    ['2011 <= year < 2013', 2013, 0],
    ['not (year == 2013 or year != 2013)', 2013, 0],
    ['-year^2', 3, -9],
    ['2^3^2 + 0 * year', 3, 512],
    ['2^-year', 2, 0.25],
    ['clamp(year, 2000, 2010) + max(1, 2, 3) + min(year, 1)', 2013, 2014],
    ['round(year / 3, 2)', 10, 3.33],
    ['ln(exp(year)) + log10(100) + sqrt(4) + pow(2, 3) + abs(-1) + floor(1.9) + ceil(1.1)', 2, 18],
    ['year < 5 ? (year < 3 ? 1 : 2) : 3', 4, 2],
    ['year < 3 ? 1 : year < 5 ? 2 : 3', 4, 2],
    ['year + 5%', 2, 2.05],
  ])('%j in %d is %d', (text, year, value) => {
    expect(needsExpressions(text)).toBe(true);
    expect(quantityAt(read(text), year)).toBeCloseTo(value, 12);
  });

  it('without "year" are constants', () =>
    expect(read('sqrt(2) / 2')).toEqual({ kind: 'constant', value: Math.SQRT2 / 2 }));

  it('are plain data that survive a journey to a worker', () => {
    const quantity = read('0.05 * (year - 2011)');
    expect([2011, 2013].map((year) => quantityAt(structuredClone(quantity), year))).toEqual([0, 0.1]);
    expect(JSON.parse(JSON.stringify(quantity))).toEqual(quantity);
  });

  it('are refused where a number is the same in all years, as distributions are where one number is needed', () => {
    expect(parseQuantity('0.1 * year', { parser, yearly: false })).toEqual({
      mistakes: [
        { message: 'this number is the same in all years', hint: 'a number or distribution without "year"', offset: 6 },
      ],
    });
    expect('mistakes' in parseQuantity('normal(0, 1)', { uncertain: false })).toBe(true);
  });

  it('have no central value but in a year', () => {
    expect(() => centralValue(read('year - 2011'))).toThrow('depends on the year');
    expect(centralValue(read('year - 2011'), 2012)).toBe(1);
  });

  it('without a parser are the caller’s slip, not the user’s', () =>
    expect(() => parseQuantity('0.1 * year')).toThrow('loadExpressionParser'));
});

describe('named mistakes', () => {
  it.each([
    [Number.NaN, 'NaN is not a number', 'a number such as 0.25', 0],
    [Number.POSITIVE_INFINITY, 'Infinity is not a finite number', 'a number such as', 0],
    [true, 'a number is needed, not true', 'a number such as', 0],
    [null, 'a number is needed, not nothing', 'a number such as', 0],
    [[1], 'a number is needed, not a list', 'a number such as', 0],
    [{}, 'a number is needed, not a mapping', 'a number such as', 0],
    ['', 'a number is missing', 'a number such as', 0],
    ['  ', 'a number is missing', 'a number such as', 0],
    ['NaN', 'NaN is not a finite number', 'a number such as', 0],
    [' -.inf', '-.inf is not a finite number', 'a number such as', 1],
    ['1e999', '1e999 is too large for a number', '1.8e308', 0],
    ['high', '"high" is not a number', 'a number such as 0.25', 0],
    ['yaer', '"yaer" is not a number', 'did you mean "year"?', 0],
    ['normal', 'stands without its numbers', 'normal(mean, sd[, lo, hi])', 0],
    ['1,000', 'a separator inside the number 1,000', 'write 1000', 0],
    ['12 345 678.9', 'a separator inside the number', 'write 12345678.9', 0],
    ['1_000', 'a separator inside', 'write 1000', 0],
    ['1’000%', 'a separator inside', 'write 1000%', 0],
    ['0,25', 'a decimal comma in 0,25', 'write 0.25', 0],
    ['1.000,5', 'a decimal comma', 'write 1000.5', 0],
    ['12,5 %', 'a decimal comma', 'write 12.5 %', 0],
    ['1 000 * year', 'two numbers side by side', 'write 1000', 2],
    ['year * 1,000', 'a comma inside a number', 'write 1000', 8],
    ['year * 0,25', 'a comma inside a number', '0.25', 8],
    ['1/0', '1/0 is not a finite number', 'a number such as', 0],
    ['3 km', '"km" follows the number 3', 'without its unit', 2],
    ['25％', '"％" cannot stand', 'write %', 2],
    ['1−2', 'cannot stand', 'write -', 1],
    ['7 % 3', '% means per cent', 'a sign is missing', 4],
    ['year %', '% may only follow a number', 'write 25% or 0.25', 5],
    ['triangular(0.05', 'the bracket is not closed', 'quote it: "triangular(0.05, …)"', 10],
    ['normal(0.02, 0.02', 'the bracket is not closed', 'quote it: "normal(0.02, 0.02, …)"', 6],
    ['0.60)', 'a closing bracket without an opening one', 'quote it', 4],
    ['triangular(0.3, 0.1, 0.6)', 'wrong order', 'write triangular(0.1, 0.3, 0.6)', 16],
    ['pert(0, 2, 1)', 'wrong order', 'pert(lo, mode, hi): write pert(0, 1, 2)', 11],
    ['uniform(2, 1)', 'wrong order', 'write uniform(1, 2)', 11],
    ['normal(0.1, -1)', 'the standard deviation -1 is negative', 'write 1', 12],
    ['normal(0, 1, 2, 1)', 'wrong order', 'write normal(0, 1, 1, 2)', 16],
    ['normal(0, 1, 50, 60)', 'practically never lies between 50 and 60', 'around the mean', 13],
    ['normal(0, 1, 2)', 'normal takes 2 or 4 numbers, not 3', 'normal(mean, sd[, lo, hi])', 7],
    ['lognormal(0, 1)', 'the median 0 is not above 0', 'the median, not its log', 10],
    ['lognormal(1, -1)', 'sigma -1 is negative', 'write 1', 13],
    ['beta(0, 1)', 'a = 0 is not above 0', 'above 0', 5],
    ['beta(1, 2, 1, 1)', 'wrong order', 'beta(a, b[, lo, hi])', 14],
    ['bernoulli(1.5)', 'the probability 1.5 is outside 0 … 1', 'did you mean 1.5%?', 10],
    ['bernoulli(-0.1)', 'outside 0 … 1', 'a probability such as', 10],
    ['choice()', 'choice takes 1 or more numbers, not 0', 'choice(...)', 0],
    ['triangular(0,05, 0,1, 0,2)', 'triangular takes 3 numbers, not 6', 'decimals with a point', 11],
    ['normal(year, 1)', 'plain numbers, not year', 'normal(mean', 7],
    ['normal(1/0, 1)', 'not a finite number', 'normal(mean', 7],
    ['0.5 * normal(0, 1)', 'a distribution stands alone', 'normal(mean', 6],
    ['normal(0, 1) + 1', 'a distribution stands alone', 'normal(mean', 0],
    ['normel(0, 1)', 'unknown function "normel"', 'did you mean "normal"?', 0],
    ['Normal(0, 1)', 'unknown function "Normal"', 'did you mean "normal"?', 0],
    ['0.1 * yaer', 'unknown name "yaer"', 'did you mean "year"?', 6],
    ['year(3)', '"year" is not a function', 'write year * (…)', 0],
    ['2 * max', 'max stands without its arguments', 'write max(…)', 4],
    ['year +', 'a value is missing after "+"', '', 6],
    ['(year', 'the bracket is not closed', '', 0],
    ['year ? 1', '"?" without its colon', 'condition ? this : that', 8],
    ['year mod 2', 'there is no operator "mod"', '', 5],
    ['0.1 \u202e year', 'U+202E', '', 4],
  ])('%j: %s', (input, message, hint, offset) => {
    expect(needsExpressions(input)).toBe(false);
    const [first] = mistakesOf(input);
    expect(first?.message).toContain(message);
    expect(first?.hint ?? '').toContain(hint);
    expect(first?.offset).toBe(offset);
  });

  it.each([
    ['log(0)', 'log(0) is not a finite number'],
    ['sqrt(year, 2)', 'sqrt takes 1 argument, not 2'],
    ['clamp(year)', 'clamp takes 3 arguments, not 1'],
    ['round(year, 1, 2)', 'round takes 1 to 2 arguments, not 3'],
    ['max()', 'max takes at least 1 argument, not 0'],
    ['year < 5 ? year < 3 ? 1 : 2 : 3', 'cannot be read'],
    ['year * "2"', 'the text "2" is not a number'],
  ])('%j: %s', (input, message) => expect(mistakesOf(input, true)[0]?.message).toContain(message));

  it('names every unknown name of an expression, not only the first', () =>
    expect(mistakesOf('yaer * hte + foo(1)').map(({ offset }) => offset)).toEqual([0, 7, 13]));
});

describe('domains', () => {
  it.each([
    ['0.5', null],
    ['1.5', '1.5 is outside 0 … 1'],
    ['uniform(0.5, 2)', 'uniform(0.5, 2) reaches 2, outside 0 … 1'],
    ['normal(0.5, 10)', null],
    ['normal(2, 1)', 'normal(2, 1) reaches 2, outside 0 … 1'],
    ['(year - 2011) / 2', '(year - 2011) / 2 is 1.5 in 2014, outside 0 … 1'],
    ['log(year - 2011)', 'log(year - 2011) is -Infinity in 2011, outside 0 … 1'],
    ['sqrt(2010 - year)', 'sqrt(2010 - year) is NaN in 2011, outside 0 … 1'],
  ])('%s in 0 … 1: %s', (text, message) =>
    expect(domainMistake(read(text), [0, 1], [2011, 2012, 2013, 2014])?.message ?? null).toBe(message),
  );

  it('suspects a forgotten per cent sign', () =>
    expect(domainMistake({ kind: 'constant', value: 25 }, [0, 1], [])?.hint).toBe('did you mean 25%?'));
});

import { beforeAll, describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { compileOutcomes, outcomeSeries } from '../../engine/outcomes/evaluate.js';
import { createView, type OutcomeView } from '../../engine/outcomes/view.js';
import { outcomeVocabulary } from '../../engine/outcomes/vocabulary.js';
import { type ExpressionParser, loadExpressionParser, parseFormula } from '../../engine/values/expressions.js';
import { bundledFuture } from '../bundled.js';

let view: OutcomeView;
let parser: ExpressionParser;

beforeAll(async () => {
  parser = await loadExpressionParser();
  const future = runFuture(await bundledFuture('tutorial/baseline'));
  view = createView(future.projection, { discountRate: 0.05, valueAddedShare: 0.5 });
});

/** The value of an expression in the tutorial's baseline, some years after 2020. */
function value(expression: string, year = 0): number {
  const parsed = parseFormula(expression, outcomeVocabulary(view.plan), parser);
  if ('mistakes' in parsed) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return outcomeSeries(compileOutcomes({ it: parsed.formula }, view.plan)[0]!, view)[year]!;
}

describe('Accounts in expressions', () => {
  it('are output times the quantity per unit of output: 80 and 20 of cars at 20 jobs, of food at 10', () => {
    expect(value('account("jobs")')).toBeCloseTo(100 * 20 + 100 * 10, 9);
    expect(value('account("jobs", "East")')).toBeCloseTo(80 * 20 + 20 * 10, 9);
    expect(value('account("jobs", "West", "Food")')).toBeCloseTo(80 * 10, 9);
    expect(value('account("energy")')).toBeCloseTo(100 * 0.5 + 100 * 0.1, 9);
  });

  it('change by the yearly change: output grows by 5 log points, jobs per output fall by 2 %', () => {
    expect(value('account("jobs", "East")', 2)).toBeCloseTo(1800 * Math.exp(0.1) * 0.98 ** 2, 8);
    expect(value('output() / account("jobs")', 3)).toBeCloseTo(200 / 3000 / 0.98 ** 3, 9);
  });

  it('are divided by the persons that the case gives in units of 10^4', () => {
    expect(value('perHead("jobs", "East")')).toBeCloseTo(1800 / 1e6, 12);
    expect(value('perHead("jobs")')).toBeCloseTo(3000 / 2e6, 12);
  });

  it('must exist', () => {
    expect(() => value('account("job")')).toThrow('unknown account "job"');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { compileOutcomes, outcomeSeries } from '../../engine/outcomes/evaluate.js';
import { createView, type OutcomeView } from '../../engine/outcomes/view.js';
import { outcomeVocabulary } from '../../engine/outcomes/vocabulary.js';
import { type ExpressionParser, loadExpressionParser, parseFormula } from '../../engine/values/expressions.js';
import { bundledFuture } from '../bundled.js';

let parser: ExpressionParser;

beforeAll(async () => {
  parser = await loadExpressionParser();
});

async function viewOf(name: string): Promise<OutcomeView> {
  const { projection } = runFuture(await bundledFuture(name));
  return createView(projection, { discountRate: 0.05, valueAddedShare: 0.5 });
}

function values(view: OutcomeView, expression: string): Float64Array {
  const parsed = parseFormula(expression, outcomeVocabulary(view.plan), parser);
  if ('mistakes' in parsed) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return outcomeSeries(compileOutcomes({ it: parsed.formula }, view.plan)[0]!, view);
}

describe('The circle around a region', () => {
  it('holds the region itself and those within reach: East and West are 60 minutes apart', async () => {
    const view = await viewOf('tutorial/baseline');
    expect(values(view, 'within("East", 59)')).toEqual(values(view, 'output("East")'));
    expect(values(view, 'within("East", 60)')[0]).toBeCloseTo(200, 9);
    expect(values(view, 'peopleWithin("East", 59)')[0]).toBe(100);
    expect(values(view, 'peopleWithin("East", 60)')[0]).toBe(200);
  });

  it('grows when a way gets shorter: halved over two years from 2021', async () => {
    const view = await viewOf('tutorial/faster-link');
    expect([...values(view, 'peopleWithin("East", 30)')]).toEqual([100, 100, 100, 200, 200, 200]);
    expect([...values(view, 'peopleWithin("East", 45)')]).toEqual([100, 100, 200, 200, 200, 200]);
  });

  it('of Changchun holds Jilin within the hour, and its own alone within half of it', async () => {
    const view = await viewOf('changchun-jilin/baseline');
    expect(values(view, 'within("Changchun", 30)')).toEqual(values(view, 'output("Changchun")'));
    const two = values(view, 'output("Changchun") + output("Jilin")');
    values(view, 'within("Changchun", 40)').forEach((value, y) => {
      expect(value).toBeCloseTo(two[y]!, 6);
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { compileOutcomes, outcomeSeries } from '../../engine/outcomes/evaluate.js';
import { createView } from '../../engine/outcomes/view.js';
import { outcomeVocabulary } from '../../engine/outcomes/vocabulary.js';
import { measure } from '../../engine/projection/measure.js';
import { type ExpressionParser, loadExpressionParser, parseFormula } from '../../engine/values/expressions.js';
import { bundledFuture } from '../bundled.js';

let parser: ExpressionParser;
beforeAll(async () => {
  parser = await loadExpressionParser();
});

/** Values of an expression in the years of a bundled scenario, or the mistakes in it. */
async function evaluated(name: string, expression: string) {
  const future = runFuture(await bundledFuture(name));
  const { plan } = future.projection;
  const parsed = parseFormula(expression, outcomeVocabulary(plan), parser);
  if ('mistakes' in parsed) return { mistakes: parsed.mistakes.map(({ message, hint }) => `${message} (${hint})`) };
  const view = createView(future.projection, { discountRate: 0.08, valueAddedShare: 0.28 });
  const series = outcomeSeries(compileOutcomes({ it: parsed.formula }, plan)[0]!, view);
  return { series, plan, measures: measure(future.projection) };
}

describe('Outcomes of chains', () => {
  it('are the measures of the projection, in every year', async () => {
    const pair = await evaluated('changchun-jilin/coordinated', 'complementarity("Changchun", "Jilin")');
    const R = pair.plan!.regions.length;
    expect([...pair.series!]).toEqual(
      pair.plan!.years.map((_, y) => pair.measures!.complementarity!.at(y * R * R + 1)),
    );
    const own = await evaluated('changchun-jilin/coordinated', 'completeness("Jilin")');
    expect([...own.series!]).toEqual(own.plan!.years.map((_, y) => own.measures!.completeness![y * R + 1]));
  });

  it('take any number of regions, each counted once', async () => {
    const [one, twice, two] = await Promise.all(
      ['"Jilin"', '"Jilin", "Jilin"', '"Changchun", "Jilin"'].map((names) =>
        evaluated('changchun-jilin/baseline', `completeness(${names})`),
      ),
    );
    expect(twice!.series).toEqual(one!.series);
    expect(two!.series![0]).toBeCloseTo(0.78, 3);
    const nine = two!.plan!.regions.map((name) => `"${name}"`).join(', ');
    expect((await evaluated('changchun-jilin/baseline', `completeness(${nine})`)).series![0]).toBeGreaterThan(0.7);
  });

  it('are undefined without an input–output table', async () => {
    expect((await evaluated('tutorial/open-border', 'completeness("East")')).series).toSatisfy((series: Float64Array) =>
      series.every(Number.isNaN),
    );
  });

  it('name what is wrong in a call', async () => {
    const mistakes = async (expression: string) => (await evaluated('changchun-jilin/baseline', expression)).mistakes;
    expect(await mistakes('completeness()')).toEqual([
      'completeness takes at least 1 argument, not 0 (completeness("region", …))',
    ]);
    expect(await mistakes('completeness("Jilin", "Changchum")')).toEqual([
      'unknown region "Changchum" (did you mean "Changchun"?)',
    ]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { compileOutcomes, outcomeSeries, outcomeValue } from '../../engine/outcomes/evaluate.js';
import { createView, type OutcomeView } from '../../engine/outcomes/view.js';
import { measure } from '../../engine/projection/measure.js';
import { OUTCOME_FUNCTIONS, outcomeVocabulary } from '../../engine/scenario/outcome-vocabulary.js';
import { type ExpressionParser, loadExpressionParser, parseFormula } from '../../engine/values/expressions.js';
import { bundledFuture } from '../bundled.js';

let view: OutcomeView;
let parser: ExpressionParser;

beforeAll(async () => {
  parser = await loadExpressionParser();
  const future = runFuture(await bundledFuture('changchun-jilin/coordinated'));
  view = createView(future.projection, { discountRate: 0.08, valueAddedShare: 0.28 });
});

function compiled(expression: string) {
  const { regions, industries } = view.plan;
  const parsed = parseFormula(expression, outcomeVocabulary(regions, industries), parser);
  if ('mistakes' in parsed) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return compileOutcomes({ it: parsed.formula }, regions, industries)[0]!;
}

const last = (expression: string): number => outcomeValue(compiled(expression), view);

describe('Outcomes', () => {
  it('read the indicators of a projection by name', () => {
    const all = measure(view.projection);
    const R = view.plan.regions.length;
    const y = view.plan.years.length - 1;
    expect(last('output("Jilin")')).toBeCloseTo(all.regionOutput[y * R + 1]!, 8);
    expect(last('output()')).toBeCloseTo(all.caseOutput[y]!, 8);
    expect(last('reference()')).toBeCloseTo(all.caseTrendOutput[y]!, 8);
    expect(last('similarity("Changchun", "Jilin")')).toBe(all.similarity[(y * R + 0) * R + 1]);
    expect(last('overlap("Changchun", "Jilin")')).toBe(all.overlapQuality![(y * R + 0) * R + 1]);
    expect(last('tie("Changchun", "Jilin")')).toBe(all.tie![(y * R + 0) * R + 1]);
    expect(last('theil()')).toBe(all.theil[y]);
    expect(last('stages("Changchun", "growing")')).toBe(all.stageCount[y * R * 4 + 1]);
    expect(last('share("Changchun", "Agro-food processing")')).toBeCloseTo(all.largestShare[y * R]!, 12);
  });

  it('agree with the figures of the paper in the base year', () => {
    expect(last('first(similarity("Changchun", "Jilin"))')).toBeCloseTo(0.631799, 9);
    expect(last('at(tie("Changchun", "Jilin"), 2011)')).toBeCloseTo(43.3983, 4);
    expect(last('first(lq("Jilin", "Chemical fibres"))')).toBeCloseTo(4.813099, 9);
  });

  it('run over the years: sums, means, bounds, discounting', () => {
    const series = outcomeSeries(compiled('output("Jilin")'), view);
    const sum = series.reduce((total, q) => total + q, 0);
    expect(last('sum(output("Jilin"))')).toBeCloseTo(sum, 6);
    expect(last('mean(output("Jilin"))')).toBeCloseTo(sum / series.length, 6);
    expect(last('lowest(output("Jilin"))')).toBe(series[0]);
    expect(last('highest(output("Jilin"))')).toBe(series.at(-1));
    expect(last('discounted(cost())')).toBeCloseTo(
      view.plan.cost.reduce((total, cost, y) => total + cost / 1.08 ** y, 0),
      8,
    );
    expect(last('last(output("Jilin")) / first(output("Jilin"))')).toBeCloseTo(series.at(-1)! / series[0]!, 12);
  });

  it('say yes or no as goals', () => {
    expect(last('output("Changchun") > output("Jilin") and theil() < 1')).toBe(1);
    expect(last('output("Changchun") < output("Jilin")')).toBe(0);
  });

  it('name an unknown region with the nearest one', () => {
    const parsed = parseFormula(
      'output("Changchum")',
      outcomeVocabulary(view.plan.regions, view.plan.industries),
      parser,
    );
    expect('mistakes' in parsed && parsed.mistakes[0]).toMatchObject({
      message: 'unknown region "Changchum"',
      hint: 'did you mean "Changchun"?',
    });
  });

  it('have an implementation for every function of the vocabulary', () => {
    const args = { region: '"Changchun"', industry: '"Food manufacturing"', stage: '"growing"', number: 'output()' };
    for (const [name, { takes }] of Object.entries(OUTCOME_FUNCTIONS)) {
      const written = takes.map((kind, k) => {
        if (kind === 'region' && k === 1) return '"Jilin"';
        return name === 'at' && k === 1 ? '2020' : args[kind];
      });
      expect(last(`${name}(${written.join(', ')})`), name).not.toBeNaN();
    }
  });
});

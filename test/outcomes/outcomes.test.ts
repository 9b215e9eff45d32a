import { beforeAll, describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { variesByYear } from '../../engine/outcomes/by-year.js';
import { compileOutcomes, outcomeSeries } from '../../engine/outcomes/evaluate.js';
import { OUTCOME_FUNCTIONS } from '../../engine/outcomes/functions/index.js';
import { createView, type OutcomeView } from '../../engine/outcomes/view.js';
import { outcomeVocabulary } from '../../engine/outcomes/vocabulary.js';
import { barrierOfPair, distanceOfPair } from '../../engine/projection/between.js';
import { measure } from '../../engine/projection/measure.js';
import { type ExpressionParser, loadExpressionParser, parseFormula } from '../../engine/values/expressions.js';
import type { Formula } from '../../engine/values/formula.js';
import { bundledFuture } from '../bundled.js';
import { sourceFiles } from '../source-files.js';

let view: OutcomeView;
let parser: ExpressionParser;

beforeAll(async () => {
  parser = await loadExpressionParser();
  const future = runFuture(await bundledFuture('changchun-jilin/coordinated'));
  view = createView(future.projection, { discountRate: 0.08, valueAddedShare: 0.28 });
});

function formulaOf(expression: string): Formula {
  const parsed = parseFormula(expression, outcomeVocabulary(view.plan), parser);
  if ('mistakes' in parsed) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return parsed.formula;
}

function compiled(expression: string) {
  return compileOutcomes({ it: formulaOf(expression) }, view.plan)[0]!;
}

const last = (expression: string): number => outcomeSeries(compiled(expression), view).at(-1)!;

describe('Outcomes', () => {
  it('read the indicators of a projection by name', () => {
    const all = measure(view.projection);
    const R = view.plan.regions.length;
    const y = view.plan.years.length - 1;
    expect(last('output("Jilin")')).toBeCloseTo(all.regionOutput[y * R + 1]!, 8);
    expect(last('output()')).toBeCloseTo(all.caseOutput[y]!, 8);
    expect(last('reference()')).toBeCloseTo(all.caseTrendOutput[y]!, 8);
    expect(last('similarity("Changchun", "Jilin")')).toBe(all.similarity.at((y * R + 0) * R + 1));
    expect(last('overlap("Changchun", "Jilin")')).toBe(all.overlapQuality!.at((y * R + 0) * R + 1));
    expect(last('tie("Changchun", "Jilin")')).toBe(all.tie!.at((y * R + 0) * R + 1));
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

  it('run over the years of each projection they are asked about, however deep they stand in each other', () => {
    // Computed anew in every year, these would take 20^12 steps.
    const deep = `${'sum('.repeat(12)}output("Jilin")${')'.repeat(12)}`;
    const once = last('sum(output("Jilin"))');
    expect(last(deep) / (once * view.plan.years.length ** 11)).toBeCloseTo(1, 9);
    const outcome = compiled('mean(output("Jilin")) + highest(year)');
    const half = { ...view, plan: { ...view.plan, years: view.plan.years.slice(0, 5) } };
    const value = (of: OutcomeView) => outcomeSeries(outcome, of).at(-1)!;
    const [whole, part] = [value(view), value(half)];
    expect(part).toBeLessThan(whole);
    expect([value(view), value(half)]).toEqual([whole, part]);
  });

  it('say yes or no as goals', () => {
    expect(last('output("Changchun") > output("Jilin") and theil() < 1')).toBe(1);
    expect(last('output("Changchun") < output("Jilin")')).toBe(0);
  });

  it('name an unknown region with the nearest one', () => {
    const parsed = parseFormula('output("Changchum")', outcomeVocabulary(view.plan), parser);
    expect('mistakes' in parsed && parsed.mistakes[0]).toMatchObject({
      message: 'unknown region "Changchum"',
      hint: 'did you mean "Changchun"?',
    });
  });

  it('take every indicator of a pair, a region or a cell from where a projection is measured', () => {
    const all = measure(view.projection);
    const y = view.plan.years.length - 1;
    const [R, I] = [view.plan.regions.length, view.plan.industries.length];
    const pair = (y * R + 0) * R + 1;
    const i = view.plan.industries.indexOf('Chemical fibres');
    expect(last('krugman("Changchun", "Jilin")')).toBe(all.krugman.at(pair));
    expect(last('tieShare("Changchun", "Jilin")')).toBe(all.tieShare!.at(pair));
    expect(last('distance("Changchun", "Jilin")')).toBe(distanceOfPair(view.plan, 1, y));
    expect(last('barrier("Changchun", "Jilin")')).toBe(barrierOfPair(view.plan, 1, y));
    expect(last('access("Jilin")')).toBe(all.marketAccess!.at(y * R + 1));
    expect(last('hhi("Jilin")')).toBe(all.hhi[y * R + 1]);
    expect(last('largestShare("Jilin")')).toBe(all.largestShare[y * R + 1]);
    expect(last('agglomeration("Jilin", "Chemical fibres")')).toBe(all.agglomerationIndex[(y * R + 1) * I + i]);
    expect(last('industry("Chemical fibres")')).toBeCloseTo(all.industryOutput[y * I + i]!, 8);
  });

  it('take every pair and every region from its own place', () => {
    const all = measure(view.projection);
    const { regions, years } = view.plan;
    const R = regions.length;
    const y = years.length - 1;
    regions.forEach((a, r) => {
      expect(last(`stages("${a}", "mature")`), a).toBe(all.stageCount[(y * R + r) * 4 + 2]);
      regions.forEach((b, s) => {
        const pair = (y * R + r) * R + s;
        expect(last(`similarity("${a}", "${b}")`), `${a}–${b}`).toBeCloseTo(r === s ? 1 : all.similarity.at(pair)!, 14);
        expect(last(`overlap("${a}", "${b}")`)).toBe(r === s ? 0 : all.overlapQuality!.at(pair));
        expect(last(`barrier("${a}", "${b}")`)).toBe(barrierOfPair(view.plan, r * R + s, y));
        expect(last(`tie("${a}", "${b}")`)).toEqual(r === s ? Number.NaN : all.tie!.at(pair));
        expect(last(`tieShare("${a}", "${b}")`)).toBe(all.tieShare!.at(pair));
      });
    });
  });

  it('have no tie where links, regional products or populations are not known, and no border where barriers are not', () => {
    const { plan } = view;
    const value = (call: string, changed: Partial<typeof plan>): number => {
      const other = createView({ ...view.projection, plan: { ...plan, ...changed } }, view);
      return outcomeSeries(compiled(`${call}("Changchun", "Jilin")`), other).at(-1)!;
    };
    expect(value('tie', {})).toBe(last('tie("Changchun", "Jilin")'));
    expect(value('tie', { levers: { ...plan.levers, between: null } })).toBeNaN();
    expect(value('tie', { initial: { ...plan.initial, gdp: null } })).toBeNaN();
    expect(value('tie', { initial: { ...plan.initial, population: null } })).toBeNaN();
    const noBarriers = { levers: { ...plan.levers, between: null } };
    expect(value('overlap', noBarriers)).toBeNaN();
    expect(value('barrier', noBarriers)).toBeNaN();
  });

  it('split the whole into parts, and value added off output by a fixed share', () => {
    const parts = view.plan.regions.map((region) => last(`part("${region}")`));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
    expect(last('valueAdded() / output()')).toBeCloseTo(0.28, 12);
    expect(last('valueAdded("Jilin") / output("Jilin")')).toBeCloseTo(0.28, 12);
  });

  it('of a single run have no policies on the reference path', () => {
    expect(last('noPolicy("Jilin")')).toBe(last('reference("Jilin")'));
    const draw = createView(view.projection, view, {
      cells: view.output.cells,
      byRegion: () => view.output.byRegion(),
    });
    expect(outcomeSeries(compiled('noPolicy() - output()'), draw).at(-1)).toBe(0);
  });

  it('say whether they differ from year to year', () => {
    const varies = (expression: string) => variesByYear(formulaOf(expression));
    expect(['output()', 'first(output()) + theil()', 'max(1, year)', 'at(output(), year)'].map(varies)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['1 + 2', 'discounted(cost())', 'at(output(), 2020)', 'max(1, last(theil()))'].map(varies)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('Every function of outcomes', () => {
  const names = Object.keys(OUTCOME_FUNCTIONS);

  it('has a record with a unit and a meaning', () => {
    expect(
      names.filter((name) => OUTCOME_FUNCTIONS[name]!.meaning === '' || OUTCOME_FUNCTIONS[name]!.unit === ''),
    ).toEqual([]);
  });

  it('has a test in this folder that calls it', () => {
    const tests = sourceFiles('test').filter(({ path }) => path.startsWith('test/outcomes/'));
    const called = (name: string) => tests.some(({ text }) => new RegExp(`['\`( ]${name}\\(`).test(text));
    expect(names.filter((name) => !called(name))).toEqual([]);
  });

  it('has a number in the bundled case', () => {
    const args: Readonly<Record<string, string>> = {
      region: '"Changchun"',
      industry: '"Food manufacturing"',
      stage: '"growing"',
      number: 'output()',
      minutes: '60',
    };
    // The bundled case has no accounts.
    const functions = Object.entries(OUTCOME_FUNCTIONS).filter(([, { takes }]) => !takes.includes('account'));
    for (const [name, { takes }] of functions) {
      const written = takes.map((kind, k) => {
        if (kind === 'region' && k === 1) return '"Jilin"';
        return name === 'at' && k === 1 ? '2020' : args[kind];
      });
      expect(last(`${name}(${written.join(', ')})`), name).not.toBeNaN();
    }
  });
});

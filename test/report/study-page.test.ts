import { beforeAll, describe, expect, it } from 'vitest';
import type { EqualCost } from '../../engine/compare/equal-cost.js';
import { analyseSensitivity, type SensitivityMethod } from '../../engine/montecarlo/sensitivity/analyse-sensitivity.js';
import type { StudyRequest } from '../../engine/montecarlo/study/study.js';
import { tenths } from '../../engine/report/comparison/answer-basis.js';
import { plainReport } from '../../engine/report/comparison/comparison-report.js';
import { binsOfRange } from '../../engine/report/figures/drawing/histogram-panel.js';
import { trueMinus } from '../../engine/report/figures/drawing/svg.js';
import { sensitivityFigures } from '../../engine/report/figures/sensitivity/sensitivity-figures.js';
import { studyFigures } from '../../engine/report/figures/study/study-figures.js';
import { renderSensitivityReport } from '../../engine/report/page/sensitivity-page.js';
import { renderStudyReport } from '../../engine/report/page/study-page.js';
import { pageTitle } from '../../engine/report/page/title.js';
import { studyAnswer } from '../../engine/report/study/study-answer.js';
import type { StudyReport } from '../../engine/report/study/study-findings.js';
import { studyText } from '../../engine/report/study/study-text.js';
import { moneyRange } from '../../engine/report/text/money.js';
import { displayWidth } from '../../engine/report/text/text-width.js';
import { bare, found, NO_NUMBER, repeatedIds, unclosed } from './html-checks.js';
import { HOSTILE, SURROUNDINGS, smallStudy, smallStudyReport } from './small-report.js';

let report: StudyReport;
let html: string;
beforeAll(async () => {
  report = await smallStudyReport(['apart', 'together'], { draws: 200 });
  html = renderStudyReport(report, SURROUNDINGS);
});

describe('The page of a study', () => {
  it('comes in the order in which it is read: answer with its pictures, how it goes, spread, why, differences, levels, convergence, one run, basis', () => {
    const first = ['answer', 'who-gains', 'cost', 'output', 'distribution', 'drivers'];
    const draws = [...first, 'chances', 'differences', 'bands-output', 'losses', 'convergence'];
    const central = ['central', 'gains', 'network', 'stages', 'attribution', 'sweep'];
    const all = [...draws, ...central, 'assumptions', 'plan', 'provenance'];
    const places = all.map((id) => html.indexOf(` id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('answers how sure it is, for whom, and who loses against no policy, with the numbers of the study', () => {
    const { total } = report.result.gains[1]!.overFirst!;
    const answers = [...html.matchAll(/<(?:p class="answer"|span class="sentence")>(.*?)<\/(?:p|span)>/g)].map(
      (match) => match[1]!,
    );
    expect(answers.slice(-2)[0]).toMatch(/^Compared with apart, it is open for /);
    expect(answers.at(-1)).toMatch(/^Compared with no policy, East loses under together in at least 9 of 10 draws\.$/);
    const { hits, count } = total.probabilityBetter!;
    const [word, times] = 2 * hits >= count ? ['more', hits] : ['less', count - hits];
    expect(answers[0]).toContain(
      `output than apart, between ${trueMinus(moneyRange(total.p10, total.p90, '10^8 yuan', 'and'))}`,
    );
    expect(answers[1]).toContain(
      `It brings ${word} in ${tenths({ hits: times, count })}, if one accepts the stated ranges.`,
    );
    const cost = report.result.outcomes.find(({ expression }) => expression === 'discounted(cost())')!.runs[1]!.at(-1)!;
    const share = report.result.study.futures[1]!.economy.valueAddedShare;
    const perUnit = (share * report.result.gains[1]!.overNoPolicy.total.p50!) / cost.p50!;
    expect(answers[2]).toMatch(/^Together costs .*, more than it brings: /);
    expect(answers[2]).toContain(`each yuan spent brings ${perUnit.toFixed(2)} of value added`);
    expect(answers[3]).toContain('Both are planned to cost the same: together stands at');
  });

  it('shows every name from files as text, and opens every tag that it closes', () => {
    for (const name of Object.values(HOSTILE)) expect(html.includes(name)).toBe(false);
    expect(found(bare(html), /<img|<[^>]* on\w+=/)).toEqual([]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(unclosed(html)).toEqual([]);
    expect(repeatedIds(html)).toEqual([]);
    const ranks = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    for (const [k, rank] of ranks.entries()) if (k > 0) expect(rank).toBeLessThanOrEqual(ranks[k - 1]! + 1);
  });

  it('names every band, lists what was drawn and from what, and says how to repeat it', () => {
    for (const name of ['10–90%', 'p10', 'p90']) expect(html.includes(name)).toBe(true);
    // One band everywhere: others stand in the tables alone.
    expect(found(html.replace(/<table.*?<\/table>/gs, ''), /5–95%|25–75%|(?<!–)90% of the draws/)).toEqual([]);
    expect(html.includes(`What was drawn: ${report.result.study.uncertain.length} uncertain numbers`)).toBe(true);
    expect(html.includes('triangular(0.05, 0.30, 0.60)')).toBe(true);
    expect(html.includes('200, sampler latin, seed 1; none failed')).toBe(true);
    expect(found(html, /--workers|\d workers?\b/)).toEqual([]);
  });

  it('gives every figure a finding, a caption, a description and a table, and no number that is none', () => {
    for (const figure of studyFigures(report)) {
      expect(figure.finding.length).toBeGreaterThan(20);
      expect(figure.tables.length).toBeGreaterThan(0);
      for (const panel of figure.panels) expect(panel.description.length).toBeGreaterThan(10);
    }
    expect(found(html, NO_NUMBER)).toEqual([]);
  });

  it('works for one future, for three, for two that are the same and for a handful of draws', async () => {
    for (const [names, draws] of [
      [['together'], 60],
      [['nothing', 'apart', 'together'], 60],
      [['together', 'together'], 60],
      [['nothing'], 30],
      [['apart', 'together'], 1],
      [['apart', 'together'], 12],
    ] as const) {
      const text = renderStudyReport(await smallStudyReport(names, { draws }), SURROUNDINGS);
      expect({ names, draws, found: found(text, NO_NUMBER) }).toEqual({ names, draws, found: [] });
      expect(unclosed(text)).toEqual([]);
    }
  });

  it('draws outcomes that are stated, of whatever name, and says how often goals are met', async () => {
    const formula = { type: 'call', name: 'output', args: [] } as const;
    const request: StudyRequest = {
      draws: 40,
      outcomes: { '<b>all</b>': { expression: 'output()', formula, better: 'none' } },
      goals: { '<i>grown</i>': { expression: 'output() > 1', formula } },
    };
    const text = renderStudyReport(await smallStudyReport(['apart', 'together'], request), SURROUNDINGS);
    expect(text.includes('&lt;b&gt;all&lt;/b&gt;')).toBe(true);
    expect(text.includes('&lt;i&gt;grown&lt;/i&gt;')).toBe(true);
    expect(found(bare(text), /<b>all|<i>/)).toEqual([]);
  });
});

describe('The answer of a study in a terminal', () => {
  it('fits one screen of 100 columns and 40 lines, whatever the futures', async () => {
    for (const names of [['together'], ['apart', 'together'], ['nothing', 'apart', 'together']]) {
      const made = await smallStudyReport(names, { draws: 60 });
      const lines = studyText({ ...made, basis: made.central }, { width: 100, colour: false }).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
      expect(lines.length).toBeLessThanOrEqual(41);
    }
  });
});

describe('The answer of a study', () => {
  it('speaks of equal cost only where costs could be made equal', async () => {
    const { study, ...rest } = (await smallStudyReport(['apart', 'together'], { draws: 20 })).result;
    const told = (change: (equal: EqualCost, k: number) => Partial<EqualCost>): string => {
      const equalCost = study.equalCost!.map((equal, k) => ({ ...equal, ...change(equal, k) }));
      return studyAnswer({ ...rest, study: { ...study, equalCost } }).join(' ');
    };
    expect(told(() => ({}))).toContain('Both are planned to cost the same: together stands at 57% of its strength.');
    expect(told((_, k) => ({ possible: k === 0 }))).toContain('Their costs cannot be made equal.');
    expect(told((_, k) => ({ before: k }))).not.toMatch(/cost the same|made equal/);
  });
});

describe('The page of a sensitivity analysis', () => {
  const analyse = async (method: SensitivityMethod, expression: 'output' | 'barrier', samples: number) => {
    const study = await smallStudy(['apart', 'together'], { draws: samples });
    const formula = {
      type: 'call',
      name: expression,
      args: expression === 'output' ? [] : ['South', 'East'].map((value) => ({ type: 'text' as const, value })),
    } as const;
    const outcome = {
      name: '<b>what</b>',
      outcome: { expression: `${expression}()`, formula, better: 'higher' as const },
    };
    const result = await analyseSensitivity(study, { method, samples, outcome });
    return { result, study, central: plainReport(study.futures, true) };
  };

  it('shows inputs as bars with intervals, by year too, for every method', async () => {
    for (const [method, samples, panels] of [
      ['sobol', 8, 2],
      ['morris', 4, 2],
      ['rank', 200, 1],
    ] as const) {
      const made = await analyse(method, 'output', samples);
      const figures = sensitivityFigures(made.result);
      expect(figures.map(({ id }) => id)).toEqual(['sensitivity', 'sensitivity-years']);
      expect(figures[0]!.panels).toHaveLength(panels);
      const text = renderSensitivityReport(made, SURROUNDINGS);
      expect(found(text, NO_NUMBER)).toEqual([]);
      expect(unclosed(text)).toEqual([]);
      expect(text.includes('<b>what')).toBe(false);
      expect(text.includes('&lt;b&gt;what&lt;/b&gt;')).toBe(true);
      for (const id of ['answer', 'hinges', 'assumptions', 'plan', 'provenance']) expect(text).toContain(` id="${id}"`);
    }
  });

  it('says of an outcome without variance that there is nothing to hinge on', async () => {
    const made = await analyse('morris', 'barrier', 3);
    expect(sensitivityFigures(made.result)).toEqual([]);
    expect(renderSensitivityReport(made, SURROUNDINGS)).toContain('is the same at every point');
  });
});

describe('A histogram', () => {
  it('gives the few losses below its range a bar of their own', () => {
    const values = [-1, ...Array.from({ length: 2000 }, (_, k) => 100 + k)];
    const bins = binsOfRange(values, [100, 2000], 40);
    expect(bins.filter(({ low }) => low < 0).reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(2001);
  });

  it('counts every number once, with 0 between two bars', () => {
    const values = Float64Array.from({ length: 1000 }, (_, k) => Math.sin(k) * 37 + (k % 7));
    const bins = binsOfRange(values, [-20, 30], 25);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    expect(bins.every(({ low, high }) => low >= 0 || high <= 1e-9)).toBe(true);
    for (const [k, bin] of bins.entries()) if (k > 0) expect(bin.low).toBeCloseTo(bins[k - 1]!.high, 9);
  });
});

describe('The title of a page', () => {
  it('asks about every future', () => {
    const named = (...labels: string[]) => labels.map((label) => ({ label, title: `${label}, whatever comes` }));
    const economy = { title: 'Two cities (2005–2011)' };
    expect(pageTitle(named('none', 'rail', 'road'), economy)).toBe('Two cities: rail, road or none?');
    expect(pageTitle(named('rail'), economy)).toBe('rail, whatever comes');
  });
});

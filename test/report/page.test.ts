import { beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonReport } from '../../engine/report/comparison/comparison-report.js';
import { attributionFigure } from '../../engine/report/figures/comparison/attribution-figure.js';
import { comparisonFigures } from '../../engine/report/figures/comparison/comparison-figures.js';
import { ingredientsFigure } from '../../engine/report/figures/comparison/ingredients-figure.js';
import { viewOf } from '../../engine/report/figures/comparison/view.js';
import { figureFile } from '../../engine/report/figures/drawing/figure-file.js';
import { renderReport } from '../../engine/report/page/report-page.js';
import { bare, found, NO_NUMBER, repeatedIds, unclosed } from './html-checks.js';
import { HOSTILE, SURROUNDINGS, smallReport } from './small-report.js';

let report: ComparisonReport;
let html: string;
beforeAll(async () => {
  report = await smallReport('apart', 'together');
  html = renderReport(report, SURROUNDINGS);
});

describe('The report page', () => {
  it('comes in the order in which it is read: answer with its pictures, how it goes and what it rests on, the rest, assumptions, plan, provenance', () => {
    const first = ['answer', 'map', 'who-gains', 'cost', 'output', 'kinds', 'cooperation'];
    const order = [...first, 'gains', 'similarity', 'network', 'stages', 'stage-plane', 'attribution'];
    const all = [...order, 'ingredients', 'sweep', 'assumptions', 'plan', 'provenance'];
    const places = all.map((id) => html.indexOf(`id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('shows every name from files as text, in no tag and no attribute', () => {
    for (const name of Object.values(HOSTILE)) expect(html.includes(name)).toBe(false);
    expect(html.includes('&lt;script&gt;globalThis.broken = 1&lt;/script&gt;')).toBe(true);
    expect(found(bare(html), /<img|<[^>]* on\w+=/)).toEqual([]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.includes('&lt;b&gt;.yaml')).toBe(true);
  });

  it('opens every tag that it closes, and has each id once', () => {
    expect(unclosed(html)).toEqual([]);
    expect(repeatedIds(html)).toEqual([]);
  });

  it('names no address outside itself and allows none', () => {
    expect(found(html, /\b(?:https?:)?\/\/[a-z]|url\((?!data:)/i)).toEqual([]);
    expect(html.includes("default-src 'none'")).toBe(true);
    expect(html.includes('unsafe-')).toBe(false);
    expect(found(bare(html), /<[^>]*\s(?:style=|href="(?!#)|src=)/)).toEqual([]);
  });

  it('has one heading of the first rank and skips no rank', () => {
    const ranks = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    for (const [k, rank] of ranks.entries()) if (k > 0) expect(rank).toBeLessThanOrEqual(ranks[k - 1]! + 1);
  });

  it('gives every figure a finding, a caption, a described picture and a table', () => {
    const figures = comparisonFigures(report);
    expect(figures.length).toBeGreaterThanOrEqual(10);
    for (const figure of figures) {
      expect(figure.finding.length).toBeGreaterThan(20);
      expect(figure.caption.length).toBeGreaterThan(20);
      expect(figure.tables.length).toBeGreaterThan(0);
      for (const panel of figure.panels) expect(panel.description.length).toBeGreaterThan(10);
      const start = html.indexOf(`<section class="figure" id="${figure.id}"`);
      const section = html.slice(start, html.indexOf('</section>', start));
      expect(section).toContain('<figcaption>');
      expect(section).toContain('<details class="aside">');
    }
  });

  it('says where it comes from, with no time in it', () => {
    for (const part of ['tandem 1.2.3', '00ff', '&#39;it&#39;\\&#39;&#39;s &lt;b&gt;.yaml&#39;'])
      expect(html.includes(part)).toBe(true);
    expect(found(html, /\b\d\d:\d\d\b/)).toEqual([]);
  });

  it('is the same for the same inputs, byte by byte', async () => {
    expect(renderReport(await smallReport('apart', 'together'), SURROUNDINGS) === html).toBe(true);
  });

  it('works for a single future, for one without policies and for three', async () => {
    const alone = renderReport(await smallReport('together'), SURROUNDINGS);
    expect(/In one run at central values, together brings [^<]* than no policy/.test(alone)).toBe(true);
    expect(alone.includes('id="attribution"')).toBe(true);
    const nothing = renderReport(await smallReport('nothing'), SURROUNDINGS);
    expect(nothing.includes('has no policy')).toBe(true);
    expect(nothing.includes('id="gains"')).toBe(false);
    const three = renderReport(await smallReport('nothing', 'apart', 'together'), SURROUNDINGS);
    for (const text of [alone, nothing, three]) expect(found(text, NO_NUMBER)).toEqual([]);
  });

  it('holds no number that is none', () => {
    expect(found(html, NO_NUMBER)).toEqual([]);
  });
});

describe('The finding of a picture', () => {
  it('says what its bars say where nothing goes through any ingredient', () => {
    const view = viewOf(report);
    const parts = view.ingredients!.parts.map((part) => ({ ...part, carried: 1e-13 }));
    const none = ingredientsFigure({ ...view, ingredients: { ...view.ingredients!, parts } })!;
    expect(none.finding).toMatch(/^None of the difference hangs on an ingredient/);
    const [first, ...rest] = parts;
    const hindered = [{ ...first!, carried: -0.5 * view.ingredients!.total }, ...rest];
    expect(ingredientsFigure({ ...view, ingredients: { ...view.ingredients!, parts: hindered } })!.finding).toMatch(
      /^None of the difference goes through an ingredient of coordination\. .* works the other way\.$/,
    );
  });

  it('counts every other region that loses, as the answer does', () => {
    const { differences, gains } = report.comparison;
    const { finding } = comparisonFigures(report).find(({ id }) => id === 'other-regions')!;
    expect(differences[1]!.output).toHaveLength(3);
    const losing = gains.map(({ output }) => Number(output[2]! < 0));
    expect(finding).toContain(`${losing[0]} of 1 under apart, ${losing[1]} of 1 under together`);
  });

  it('compares policies with each other only where there are several', () => {
    const view = viewOf(report);
    const contributions = view.attribution!.contributions.slice(0, 1);
    const one = { ...view.attribution!, contributions, interaction: 0, total: contributions[0]!.alone };
    expect(attributionFigure({ ...view, attribution: one })!.finding).toMatch(
      / is the only policy and brings [-−+\d,.]+ million yuan\.$/,
    );
  });
});

describe('A figure as a file', () => {
  it('is an SVG of its own, without anything for the page’s script', () => {
    for (const figure of comparisonFigures(report)) {
      const svg = figureFile(figure, []);
      expect(svg.slice(0, 80)).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/,
      );
      expect(found(svg, /<[^>]* data-|var\(|NaN|undefined|<script|<img/)).toEqual([]);
      expect(svg.includes('<desc')).toBe(true);
    }
  });

  it('can be read at the width of a page of a paper: letters of six points or more at 170 mm', () => {
    for (const figure of comparisonFigures(report)) {
      const svg = figureFile(figure, []);
      const smallest = Math.min(...[...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1])));
      const points = (170 / 25.4) * 72;
      expect((smallest * points) / Number(/ width="(\d+)"/.exec(svg)![1])).toBeGreaterThanOrEqual(6);
    }
  });
});

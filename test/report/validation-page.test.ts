import { beforeAll, describe, expect, it } from 'vitest';
import { runStudy } from '../../engine/montecarlo/answers/run-study.js';
import { renderValidationReport } from '../../engine/report/page/validation-page.js';
import { validationAnswer } from '../../engine/report/validation/validation-answer.js';
import type { ValidationPageReport } from '../../engine/report/validation/validation-report.js';
import { factsTable } from '../../engine/report/validation/validation-tables.js';
import { parseFacts } from '../../engine/validation/facts-file.js';
import { factsStudy, validateFacts } from '../../engine/validation/validate-facts.js';
import { bundledFuture, readBundled } from '../bundled.js';
import { bare, found, NO_NUMBER, repeatedIds, unclosed } from './html-checks.js';
import { longSentences } from './page-sentences.js';
import { HOSTILE, SURROUNDINGS } from './small-report.js';

const FILE = 'tutorial/facts.yaml';
const DRAWS = 200;

/** Facts of the tutorial, each with the value that it was published with. */
async function reportOf(
  facts: readonly { readonly name?: string; readonly expression: string; readonly value: number | string }[],
  name = 'tutorial/baseline',
): Promise<ValidationPageReport> {
  const future = await bundledFuture(name);
  const text = JSON.stringify({
    title: HOSTILE.title,
    facts: facts.map((each) => ({ ...each, source: `${HOSTILE.industry} 2012`, note: HOSTILE.policy })),
  });
  const path = name.replace(/[^/]*$/, 'facts.yaml');
  const published = await parseFacts(readBundled({ [path]: text, [FILE]: text }), path, future);
  const study = factsStudy(future, published, { draws: DRAWS, seed: 3 });
  const { title, years } = future.scenario;
  return {
    title,
    facts: published,
    validated: validateFacts(published, await runStudy(study)),
    draws: DRAWS,
    years: [years.from, years.to],
    future,
    study,
  };
}

const GROWTH = 'last(output()) / first(output())';

describe('The page of a validation', () => {
  let html: string;
  let report: ValidationPageReport;
  beforeAll(async () => {
    const { median, p90 } = (await reportOf([{ expression: GROWTH, value: 1 }])).validated[0]!;
    const reach = p90! - median!;
    report = await reportOf([
      { name: HOSTILE.region, expression: GROWTH, value: `${100 * (median! + 0.5 * reach)}%` },
      { name: 'Twice as far', expression: GROWTH, value: median! + 2 * reach },
      { name: 'Far off', expression: GROWTH, value: median! + 9 * reach },
    ]);
    html = renderValidationReport(report, SURROUNDINGS);
  });

  it('begins with how many figures lie in their bands, how many would, and what that means', () => {
    expect(html).toContain('<p class="answer">1 of 3 published figures lies inside the 80% band of 200 draws.</p>');
    expect(html).toContain('Of bands that hold what they say, about 2.4 would.');
    expect(html).toContain('So do not read these projections as forecasts.');
    expect(html).toContain('The bands would have to reach 9.0 times as far to hold 3 of 3.');
    expect(html).toMatch(/<li><span>Inside the 80% band<\/span> <b>1 of 3<\/b>/);
  });

  it('draws every figure beside its band, inside or outside, and says both once more in a table', () => {
    const panel = html.slice(html.indexOf('data-figure="facts"'), html.indexOf('<figcaption>'));
    expect(panel.match(/>outside<\/text>/g)).toHaveLength(2);
    expect(panel.match(/>inside<\/text>/g)).toHaveLength(1);
    const rows = factsTable(report).rows.map((row) => (row === 'rule' ? row : row[0]));
    expect(rows).toEqual(['Far off', 'Twice as far', HOSTILE.region]);
  });

  it('shows names, sources and notes from files as text, and opens every tag that it closes', () => {
    for (const name of Object.values(HOSTILE)) expect(html.includes(name)).toBe(false);
    expect(found(bare(html), /<img|<[^>]* on\w+=/)).toEqual([]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(unclosed(html)).toEqual([]);
    expect(found(html, NO_NUMBER)).toEqual([]);
    expect(repeatedIds(html)).toEqual([]);
  });

  it('puts each figure on the second sheet of paper, and what was drawn into the annex', () => {
    const front = html.indexOf('<div class="front">');
    const annex = html.indexOf('<div class="annex">');
    const places = ['id="figures"', 'id="reading"'].map((id) => html.indexOf(id));
    for (const place of places) expect(place > front && place < annex).toBe(true);
    expect(html.indexOf('What was drawn')).toBeGreaterThan(annex);
  });

  it('says that bands may be read as they stand where they hold what they say', async () => {
    const good = await reportOf([{ expression: 'first(output()) / first(output())', value: '100%' }]);
    expect(validationAnswer(good)).toEqual([
      '1 of 1 published figure lies inside the 80% band of 200 draws.',
      'Of bands that hold what they say, about 0.8 would.',
      'The bands held about as often as they say, so they may be read as they stand.',
      'One figure does not measure quite the same as the case, as its note says.',
    ]);
    const text = renderValidationReport(good, SURROUNDINGS);
    expect(found(text, NO_NUMBER)).toEqual([]);
    expect(longSentences(text.replaceAll('&lt;', '').replaceAll('&gt;', ''))).toEqual([]);
  });

  it('works for a case in another currency, and where no draw has a number', async () => {
    const north = await reportOf([{ expression: GROWTH, value: 1.4 }], 'uk-north/baseline');
    expect(found(renderValidationReport(north, SURROUNDINGS), NO_NUMBER)).toEqual([]);
    const nothing = {
      ...north,
      validated: north.validated.map((each) => ({ ...each, median: null, p10: null, p90: null, reach: null })),
    };
    const text = renderValidationReport(nothing, SURROUNDINGS);
    expect(text).toContain('No draw has a number for any of these facts.');
    expect(found(text, NO_NUMBER)).toEqual([]);
    expect(unclosed(text)).toEqual([]);
  });
});

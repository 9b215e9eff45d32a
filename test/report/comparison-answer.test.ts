import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import { quickStudy } from '../../engine/montecarlo/answers/quick-study.js';
import { NO_BASIS } from '../../engine/report/comparison/answer-basis.js';
import { comparisonAnswer } from '../../engine/report/comparison/comparison-answer.js';
import { comparisonReport } from '../../engine/report/comparison/comparison-report.js';
import { comparisonTables } from '../../engine/report/comparison/comparison-tables.js';
import { wholeRequest } from '../../engine/report/comparison/whole-request.js';
import { moneyRange } from '../../engine/report/text/money.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';

type Policies = Readonly<Record<string, string>>;

/** A case of some regions with one industry, run under scenarios of given lines. */
async function futuresOf(count: number, scenarios: Policies, currency = 'EUR') {
  const names = Array.from({ length: count }, (_, r) => `Region ${r + 1}`);
  const rows = names.flatMap((name, r) => [2010, 2015].map((year) => `${name},Cars,${year},${100 + r},published,`));
  const files: Record<string, string> = {
    'case.yaml': `title: Many\ncurrency: ${currency}\nprices: current\noutputs: outputs.csv\nhigherLevelRegion: sum\n`,
    'outputs.csv': `region,industry,year,output,status,source\n${rows.join('\n')}\n`,
  };
  for (const [id, lines] of Object.entries(scenarios)) files[`${id}.yaml`] = `case: ./case.yaml\n${lines}\n`;
  return Promise.all(
    Object.keys(scenarios).map(async (id) => {
      const { scenario, economy } = await parseScenario((path) => new TextEncoder().encode(files[path]), `${id}.yaml`);
      return { id, scenario, economy };
    }),
  );
}

const SERVICES = (regions: string, more = '') =>
  `policies: [{ kind: services, regions: ${regions}, failure: 0${more} }]`;

/** One region has a policy that is paid for by all others. */
async function answerOf(count: number): Promise<string> {
  const mine = `parameters: { displacement: 0.8 }\n${SERVICES('Region 1')}`;
  return comparisonAnswer(compare(await futuresOf(count, { mine }))).at(-1)!;
}

describe('The answer of a comparison', () => {
  it('names all regions where there are few, and those that change most where there are many', async () => {
    expect(await answerOf(4)).toMatch(
      /^Compared with no policy, Region 1 gains [\d.]+ EUR\. Region 4, Region 3 and Region 2 lose [\d.]+ EUR\.$/,
    );
    expect(await answerOf(6)).toMatch(/ 5 regions lose [\d.]+ EUR, most of all Region 6, Region 5 and Region 4\.$/);
    // The largest lose most.
    expect(await answerOf(40)).toMatch(
      / 39 regions lose [\d.]+ EUR, most of all Region 40, Region 39 and Region 38\.$/,
    );
  });

  it('says money in words, and wording that it does not know as it is written', async () => {
    const first = async (currency: string) =>
      comparisonAnswer(compare(await futuresOf(2, { mine: SERVICES('Region 1') }, currency)))[0];
    expect(await first('million EUR')).toMatch(/brings [\d.]+ million EUR more output/);
    expect(await first('10^8 yuan')).toMatch(/brings [\d.]+ (m|b)illion yuan more output/);
    expect(await first('"points, 2010 = 100"')).toMatch(/brings [\d.]+ points, 2010 = 100 more output/);
  });

  it('says compared with what who gains, and who of them still loses compared with no policy', async () => {
    const displacement = 'parameters: { displacement: 0.8 }';
    const futures = await futuresOf(3, {
      all: `${displacement}\n${SERVICES('Region 1')}`,
      half: `${displacement}\n${SERVICES('Region 1', ', intensity: 0.5')}`,
    });
    const [sides, still] = comparisonAnswer(compare(futures, { equalCost: false })).slice(-2);
    expect(sides).toMatch(/^Compared with all, Region 3 and Region 2 gain [\d.]+ EUR\. Region 1 loses [\d.]+ EUR\.$/);
    expect(still).toMatch(/^Compared with no policy, Region 3 and Region 2 lose [\d.]+ EUR under half\.$/);
    const freed = await futuresOf(3, {
      all: `${displacement}\n${SERVICES('Region 1')}`,
      none: `${displacement}\n${SERVICES('Region 1', ', intensity: 0')}`,
    });
    expect(comparisonAnswer(compare(freed, { equalCost: false })).at(-1)).toBe(
      'Compared with no policy, no region loses under none.',
    );
  });

  it('says how sure it is from draws, and how to find out where there are none', async () => {
    const sources = await futuresOf(3, { all: SERVICES('Region 1'), half: SERVICES('Region 1', ', intensity: 0.5') });
    const comparison = compare(sources, { equalCost: false });
    const study = await quickStudy(sources, { draws: 20, equalCost: false });
    const { p10, p90 } = study.gains[1]!.overFirst!.total;
    const [how, often] = comparisonAnswer(comparison, { ...NO_BASIS, study });
    expect(how).toMatch(/^Half brings [\d.]+ EUR less output than all, between -[\d.]+ and /);
    expect(how).toContain(`between ${moneyRange(p10, p90, 'EUR', 'and')}`);
    expect(often).toMatch(/^It brings less in all of 20 draws, if one accepts the stated ranges\. /);
    expect(comparisonAnswer(comparison)[1]).toContain('run tandem montecarlo');
  });

  it('counts a single region once, and has no line for what a case cannot have', async () => {
    const sources = await futuresOf(1, { mine: SERVICES('Region 1'), other: SERVICES('Region 1', ', intensity: 0.5') });
    const { structure, regions } = comparisonTables(comparisonReport(sources, wholeRequest(sources)));
    const counted = structure.rows.filter((row) => String(row[0]).startsWith('industries '));
    expect(counted.map((row) => row[0])).toContain('industries growing, Region 1');
    expect(counted.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(1);
    expect(structure.rows.some((row) => /tie|Theil|overlap/.test(String(row[0])))).toBe(false);
    expect(regions.notes).toEqual([]);
  });

  it('names no sides where there is one region', async () => {
    const answer = comparisonAnswer(compare(await futuresOf(1, { mine: SERVICES('Region 1') })));
    expect(answer.join(' ')).not.toMatch(/no region|Compared with/);
    expect(answer).toHaveLength(5);
  });
});

import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import { comparisonAnswer } from '../../engine/report/comparison-answer.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';

/** A case of many regions with one industry, of which one has a policy that is paid for by all others. */
async function answerOf(count: number): Promise<string> {
  const names = Array.from({ length: count }, (_, r) => `Region ${r + 1}`);
  const rows = names.flatMap((name, r) => [2010, 2015].map((year) => `${name},Cars,${year},${100 + r},published,`));
  const files: Record<string, string> = {
    'case.yaml': 'title: Many\ncurrency: EUR\nprices: current\noutputs: outputs.csv\nhigherLevelRegion: sum\n',
    'outputs.csv': `region,industry,year,output,status,source\n${rows.join('\n')}\n`,
    'mine.yaml':
      'case: ./case.yaml\nparameters: { displacement: 0.8 }\npolicies: [{ kind: services, regions: Region 1, failure: 0 }]\n',
  };
  const { scenario, economy } = await parseScenario((path) => new TextEncoder().encode(files[path]), 'mine.yaml');
  return comparisonAnswer(compare([{ id: 'mine', scenario, economy }])).at(-1)!;
}

describe('The answer of a comparison', () => {
  it('names all regions where there are few, and those that change most where there are many', async () => {
    expect(await answerOf(6)).toMatch(
      /^Region 1 gains [\d.]+; 5 regions \(Region 2, Region 3, Region 4, Region 5, Region 6\) lose [\d.]+\.$/,
    );
    // The largest lose most.
    expect(await answerOf(40)).toMatch(
      /^Region 1 gains [\d.]+; 39 regions \(most of all Region 40, Region 39, Region 38\) lose [\d.]+\.$/,
    );
  });
});

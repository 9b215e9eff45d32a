import { describe, expect, it, test } from 'vitest';
import { figureOf } from '../../engine/economy/account.js';
import { resolveAccounts } from '../../engine/plan/accounts.js';
import { mistakesWith, parseWith, RIGHT_CASE } from './case-files.js';

const HEADER = 'account,unit,region,industry,year,per_output,yearly_change,status,source';

function withAccounts(...rows: readonly string[]): Record<string, string> {
  return {
    'case.yaml': `${RIGHT_CASE['case.yaml']}accounts: accounts.csv\n`,
    'accounts.csv': `${[HEADER, ...rows].join('\n')}\n`,
  };
}

describe('A table of accounts', () => {
  it('covers all regions and industries with a blank, and lets a row that names more go first', () => {
    const { economy } = parseWith(
      withAccounts(
        'jobs,persons,,,,5,,estimated,',
        'jobs,persons,Jilin,,,6,,estimated,',
        'jobs,persons,Jilin,Transport,,7,-0.02,published,register',
      ),
    );
    const [jobs] = economy.accounts;
    const perOutput = (region: number, industry: number) => figureOf(jobs!, region, industry, 2011)?.perOutput;
    expect([perOutput(0, 0), perOutput(0, 1), perOutput(1, 0), perOutput(1, 1)]).toEqual([5, 5, 7, 6]);
    expect(economy.notes.filter((note) => note.includes('jobs'))).toEqual([]);
  });

  it('counts on from the latest year up to the first projected one, by the yearly change', () => {
    const { economy } = parseWith(
      withAccounts(
        'jobs,persons,,,2005,10,-0.05,estimated,',
        'jobs,persons,,,2009,8,-0.1,estimated,',
        'jobs,persons,,,2013,1,0,estimated,',
      ),
    );
    const [jobs] = resolveAccounts(economy, [2011, 2012]);
    expect(jobs!.perOutput[0]).toBeCloseTo(8 * 0.9 ** 2, 12);
    expect(jobs!.perOutput[4]).toBeCloseTo(8 * 0.9 ** 3, 12);
  });

  it('counts a cell without a figure as 0, with a note', () => {
    const { economy } = parseWith(withAccounts('jobs,persons,Jilin,,,5,,estimated,'));
    expect(economy.notes).toContain('jobs: no figure for Changchun, Transport and 1 more, counted as 0');
    expect([...resolveAccounts(economy, [2011])[0]!.perOutput]).toEqual([0, 0, 5, 5]);
  });
});

test('every mistake of a table of accounts is named at its place', () => {
  const rows = [
    'jobs,persons,Changchung,,,5,,estimated,',
    'jobs,persons,,Transprot,,5,,estimated,',
    'jobs,persons,,,,-5,,estimated,',
    'jobs,persons,,,,5,3,estimated,',
    'jobs,persons,Jilin,,2011,5,,estimated,',
    'jobs,persons,Jilin,,2011,6,,estimated,',
    'jobs,heads,Jilin,Tobacco,2010,6,,guessed,',
    'jobs,persons,,Transport,eleven,6,,estimated,',
    'energy,GWh,Jilin,,,5,,estimated,',
    'energy,GWh,,Transport,,5,,estimated,',
  ];
  expect(mistakesWith(withAccounts(...rows))).toEqual([
    'accounts.csv:2:14  unknown region "Changchung"  (did you mean "Changchun"?)',
    'accounts.csv:3:15  unknown industry "Transprot"  (did you mean "Transport"?)',
    'accounts.csv:4:17  per_output must be 0 or more, not -5',
    'accounts.csv:5:19  yearly_change must be between -0.5 and 0.5 a year, not 3',
    'accounts.csv:7:1  stands twice  (first on line 6)',
    'accounts.csv:8:6  jobs is counted in "heads" here and in "persons" before  (first on line 2)',
    'accounts.csv:8:34  status cannot be "guessed"  (published, derived or estimated)',
    'accounts.csv:9:25  year: "eleven" is not a year  (write a whole number such as 2011)',
    'accounts.csv:11:1  Jilin, Transport is covered by two rows  (first on line 10; add a row for Jilin, Transport itself)',
  ]);
});

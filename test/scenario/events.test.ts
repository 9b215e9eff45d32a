import { describe, expect, it } from 'vitest';
import { formatMistake, MistakesError } from '../../engine/mistakes.js';
import { checkEvents } from '../../engine/plan/check-events.js';
import { diffScenarios } from '../../engine/scenario/diff.js';
import { numericPaths } from '../../engine/scenario/numeric-paths.js';
import { RIGHT_CASE } from '../economy/case-files.js';
import { type Files, mistakesIn, parse } from './scenario-files.js';

const CASE = {
  'case.yaml': `${RIGHT_CASE['case.yaml']}accounts: accounts.csv\n`,
  'accounts.csv': `account,unit,region,industry,year,per_output,yearly_change,status,source
jobs,persons,,,,10,-0.2,estimated,
energy,GWh,,,,1,,estimated,
water,GWh,,,,0,,estimated,
`,
};

function files(events: string): Files {
  return { ...CASE, 'scenario.yaml': `case: ./case.yaml\nevents:\n${events}\n` };
}

/** Mistakes of the events of a scenario, against what there is included. */
async function mistakesOf(events: string): Promise<string[]> {
  const found = await mistakesIn(files(events));
  if (found.length > 0) return found;
  try {
    checkEvents(await parse(files(events)));
    return [];
  } catch (error) {
    if (error instanceof MistakesError) return error.mistakes.map(formatMistake);
    throw error;
  }
}

describe('Events in a scenario', () => {
  it.each([
    ['-30%', 'share', null, -0.3],
    ['-30 %', 'share', null, -0.3],
    ['triangular(-40%, -30%, -20%)', 'share', null, -0.3],
    [-12, 'output', null, -12],
    ['-12 10^8 yuan', 'output', null, -12],
    ['-500 jobs', 'account', 'jobs', -500],
    ['+1.5e2 jobs', 'account', 'jobs', 150],
    ['triangular(-700, -500, -300) jobs', 'account', 'jobs', -500],
    ['-500 persons', 'account', 'jobs', -500],
  ])('read the change %s', async (change, of, account, central) => {
    const { scenario } = await parse(files(`  - { change: "${change}", start: 2014 }`));
    const [event] = scenario.events;
    expect(event!.measure).toEqual({ of, account });
    const { change: number } = event!.numbers;
    expect(number!.kind === 'distribution' ? number!.args[1] : number).toEqual(
      number!.kind === 'distribution' ? central : { kind: 'constant', value: central },
    );
  });

  it.each([
    ['change: -500 job', '  unknown account "job"  (did you mean "jobs"?)'],
    ['change: -500 GWh', '  unknown account "GWh"  (known: jobs, energy, water)'],
    [
      'change: -100%',
      '  change: -1 is outside -0.999 … 100  (change as a part of output on the reference path; more than nothing must be left: from -0.999 to 100)',
    ],
    [
      'change: much',
      '  "much" is not a number  (a number such as 0.25, 25%, or a distribution such as triangular(0.05, 0.30, 0.60))',
    ],
    [
      'change: -1%, start: 2011',
      '  "event" happens in 2011, which the observed outputs of 2011 already show  (2012 or later)',
    ],
    ['change: -1%, start: 2014, end: 2013', '  "event" ends in 2013, before it starts in 2014  (2014 or later)'],
    ['change: -1%, replaced: 2', '  replaced: 2 is outside 0 … 1  (did you mean 2%?)'],
    ['change: -1%, regions: Jilim', '  unknown region "Jilim"  (did you mean "Jilin"?)'],
    ['change: -1%, kind: tax', '  unknown key "kind" in events[0]'],
    [
      'change: -1%, regions: Jilin, industries: Tobacco',
      '  "event" touches Tobacco in Jilin, which has no output in 2011  (an event changes what is there; growth is counted in logs, which know no nothing)',
    ],
    ['change: -40, regions: Jilin', '  "event" takes more than there is of Transport in Jilin in 2012'],
    ['change: -301 jobs, regions: Jilin', '  "event" takes more than there is of Transport in Jilin in 2012'],
    [
      'change: -70 jobs, regions: Jilin, start: 2030',
      '  "event" takes more than there is of Transport in Jilin in 2030',
    ],
    ['change: -5 water', '  "event" happens where there is no water in 2011'],
  ])('refuse { %s } at its place', async (fields, expected) => {
    const [mistake, ...more] = await mistakesOf(`  - { ${fields} }`);
    expect(more).toEqual([]);
    expect(mistake).toMatch(/^scenario\.yaml:3:\d+ {2}/);
    expect(mistake!.replace(/^scenario\.yaml:3:\d+/, '')).toContain(expected);
  });

  it('refuse a list whose events together take more than there is, each at its place', async () => {
    const found = await mistakesOf(
      '  - { name: one, change: -60%, regions: Jilin }\n  - { name: two, change: -50%, regions: Jilin, start: 2015 }',
    );
    expect(found).toEqual([
      'scenario.yaml:3:26  "one" and others take more than there is of Transport in Jilin in 2015  (something must be left: at most 99.9 % together)',
      'scenario.yaml:4:26  "two" and others take more than there is of Transport in Jilin in 2015  (something must be left: at most 99.9 % together)',
    ]);
  });

  it('skip cells without output that nobody names in full', async () => {
    expect(await mistakesOf('  - { change: -30%, regions: Jilin }')).toEqual([]);
    expect(await mistakesOf('  - { change: -30%, regions: Jilin, industries: "Tob*" }')).toEqual([
      'scenario.yaml:3:15  "event" happens where there is no output in 2011',
    ]);
  });

  it('are changed, added and removed by name in a file that extends another', async () => {
    const { scenario } = await parse({
      ...CASE,
      'below.yaml': `case: ./case.yaml
events:
  - { name: plant, change: -500 jobs, start: 2014 }
  - { name: tax, change: -1% }
`,
      'scenario.yaml': `extends: ./below.yaml
events:
  - { name: plant, start: 2016 }
  - { name: tax, remove: true }
  - { name: drought, change: -2% }
`,
    });
    expect(scenario.events.map(({ name }) => name)).toEqual(['plant', 'drought']);
    expect(scenario.events[0]!.numbers.start).toEqual({ kind: 'constant', value: 2016 });
    expect(scenario.events[0]!.measure).toEqual({ of: 'account', account: 'jobs' });
  });

  it('are set and added from the command line, and are numbers like any other', async () => {
    const { scenario } = await parse(files('  - { name: plant, change: -5% }'), [
      'events.plant.start=2015',
      'events.plant.change=-200 jobs',
      'events.new tax.change=-1%',
    ]);
    const paths = numericPaths(scenario);
    expect(paths.get('events.plant.start')).toEqual({ kind: 'constant', value: 2015 });
    expect(paths.get('events.plant.change')).toEqual({ kind: 'constant', value: -200 });
    expect(paths.get('events.new tax.change')).toEqual({ kind: 'constant', value: -0.01 });
    expect(await mistakesIn(files('  - { name: plant, change: -5% }'), ['events.plants.start=2015'])).toEqual([
      '--set:1:8  no event called "plants"  (did you mean "plant"?)',
    ]);
  });

  it('show in what two scenarios differ in', async () => {
    const from = await parse(files('  - { name: plant, change: -5% }'));
    const to = await parse(files('  - { name: plant, change: -200 jobs, replaced: 0.5 }'));
    expect(diffScenarios(from, to)).toEqual([
      { path: 'events.plant.change', from: '-5%', to: '-200 jobs' },
      { path: 'events.plant.replaced', from: '0', to: '0.5' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseCase } from '../../engine/economy/parse-case.js';
import { readBundled } from '../bundled.js';
import { mistakesWith, parseWith, RIGHT_CASE } from './case-files.js';

const LINE = 'inputOutput: { flows: flows.csv, totals: totals.csv, size: 2.5% }\n';
const FLOWS =
  'supplier,user,flow\nTransport,Transport,150\nTransport,Tobacco,500\nTobacco,Transport,200\nTobacco,Tobacco,100\n';
const TOTALS = 'industry,output,value_added,imports\nTransport,1000,650,20\nTobacco,2000,,0\n';

function withTable(flows = FLOWS, totals = TOTALS, line = LINE): Record<string, string> {
  return { 'case.yaml': `${RIGHT_CASE['case.yaml']}${line}`, 'flows.csv': flows, 'totals.csv': totals };
}

describe('An input–output table', () => {
  it('is read in the order of the case’s industries; further columns may follow', () => {
    const { economy, files } = parseWith(withTable());
    expect(economy.inputOutput).toEqual({
      flows: Float64Array.of(150, 500, 200, 100),
      output: Float64Array.of(1000, 2000),
      valueAdded: [650, null],
      size: 0.025,
      delta: 0.3,
    });
    expect(files).toContain('flows.csv');
    expect(parseWith({}).economy.inputOutput).toBeNull();
  });

  it('may lack an industry, which then has no chains and is named', () => {
    const { economy } = parseWith(
      withTable('supplier,user,flow\nTransport,Transport,150\n', TOTALS.replace(/Tobacco.*\n/, '')),
    );
    expect([...economy.inputOutput!.flows]).toEqual([150, 0, 0, 0]);
    expect([...economy.inputOutput!.output]).toEqual([1000, 0]);
    expect(economy.notes).toContain('not in the input–output table, so without chains: Tobacco');
  });

  it('of China in 2007 stands in the bundled case: 38 of 39 industries', () => {
    const { economy } = parseCase(readBundled(), 'changchun-jilin/case.yaml');
    expect(economy.industries).toHaveLength(39);
    expect(economy.inputOutput!.output.filter((x) => x > 0)).toHaveLength(38);
    expect(economy.notes).toContain('not in the input–output table, so without chains: Other mining');
  });
});

describe('A mistake in an input–output table stands at its place', () => {
  it.each([
    ['a flow below 0', withTable(FLOWS.replace('500', '-500')), 'flows.csv:3:19  flow must be 0 or more, not -500'],
    [
      'an unknown supplier',
      withTable(FLOWS.replace('Tobacco,Transport', 'Tobaco,Transport')),
      'flows.csv:4:1  unknown industry "Tobaco"  (did you mean "Tobacco"?)',
    ],
    [
      'a flow that stands twice',
      withTable(`${FLOWS}Transport,Tobacco,1\n`),
      'flows.csv:6:1  the flow from "Transport" to "Tobacco" stands twice  (first on line 3)',
    ],
    [
      'an industry that uses more than it makes',
      withTable(FLOWS.replace('150', '900')),
      'totals.csv:2:11  "Transport" uses 1100 of other industries for an output of 1000  (flows and totals must be in the same unit; inputs are part of output)',
    ],
    [
      'missing totals',
      withTable(FLOWS, TOTALS.replace(/Tobacco.*\n/, '')),
      'flows.csv:3:11  "Tobacco" has flows but no totals  (add a row for it to totals.csv)',
    ],
    [
      'totals that stand twice',
      withTable(FLOWS, `${TOTALS}Tobacco,1,1,0\n`),
      'totals.csv:4:1  industry "Tobacco" stands twice  (first on line 3)',
    ],
    [
      'totals without their column',
      withTable(FLOWS, 'industry,output\nTransport,1000\n'),
      'totals.csv:1:1  missing column "value_added"  (the header must be industry,output,value_added[,…])',
    ],
    [
      'no totals at all',
      withTable(FLOWS, TOTALS, 'inputOutput: { flows: flows.csv, size: 2% }\n'),
      'case.yaml:8:1  missing key "totals" in inputOutput',
    ],
    [
      'a size of more than the nation',
      withTable(FLOWS, TOTALS, LINE.replace('2.5%', '250%')),
      'case.yaml:8:60  size must be above 0 and at most 100%',
    ],
  ])('%s', (_, files, mistake) => {
    expect(mistakesWith(files)).toEqual([mistake]);
  });
});

import type { Command, FileContent } from '../command.js';
import { listOption, wholeOption } from '../options.js';

export const indicators: Command = {
  name: 'indicators',
  summary: 'The paper’s tables for the data of a case: stages, similarity, ties, concentration, growth',
  positionals: [{ name: 'case', description: 'A case file', path: true }],
  options: {
    year: { description: 'An observed year (default the last)', value: 'year' },
    region: { description: 'List the industries of this region only', value: 'name', repeatable: true },
  },
  examples: [
    ['indicators scenarios/changchun-jilin/case.yaml', 'everything in the last observed year'],
    [
      'indicators scenarios/changchun-jilin/case.yaml --region Changchun --region Jilin',
      'the industries of two regions',
    ],
    ['indicators mine.yaml --year 2005 --format csv', 'one row for every industry in every region'],
    ['indicators scenarios/changchun-jilin/case.yaml --set table=shares', 'on another of the case’s tables'],
  ],
  async run(args, context) {
    const { caseOptions, indexOfName, observedYear } = await import('../case-options.js');
    const { parseCase } = await import('../../engine/economy/parse-case.js');
    const { aboutCase } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { jsonText } = await import('../../engine/report/data/json.js');
    const { caseIndicators } = await import('../../engine/report/case/case-indicators.js');
    const { caseIndicatorsJson } = await import('../../engine/report/case/indicators-json.js');
    const tables = await import('../../engine/report/case/indicators-table.js');
    const { caseIndicatorsText } = await import('../../engine/report/case/indicators-text.js');
    const asked = wholeOption(args, 'year');
    const { economy } = parseCase(context.read, args.positionals[0]!, caseOptions(context.settings));
    for (const note of economy.notes) context.inform(note);
    const year = observedYear(asked, economy);
    const regions = listOption(args, 'region').map((name) => indexOfName('region', name, economy.regions, 'region'));
    const found = caseIndicators(economy, year);
    const cells = () => csvTable(tables.cellsTable(found));
    const json = () => caseIndicatorsJson(found);
    return {
      about: aboutCase(economy),
      text: (layout) => caseIndicatorsText(found, layout, regions.length === 0 ? undefined : regions),
      csv: cells,
      json,
      files: () =>
        new Map<string, FileContent>([
          ['indicators.csv', cells()],
          ['pairs.csv', csvTable(tables.casePairsTable(found))],
          ['regions.csv', csvTable(tables.caseRegionsTable(found))],
          ['indicators.json', jsonText(json())],
        ]),
    };
  },
};

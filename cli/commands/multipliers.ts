import type { Command, FileContent } from '../command.js';
import { usageError } from '../errors.js';
import { listOption, wholeOption } from '../options.js';

export const multipliers: Command = {
  name: 'multipliers',
  summary: 'Input–output multipliers, linkages and key industries of the nation and of each region of a case',
  positionals: [{ name: 'case', description: 'A case file with the key inputOutput', path: true }],
  options: {
    year: { description: 'An observed year (default the last)', value: 'year' },
    region: { description: 'Show this region’s table only', value: 'name', repeatable: true },
    industry: { description: 'Show whom this industry buys from and sells to', value: 'name', repeatable: true },
    demand: {
      description: 'Show what a final demand needs, in the case’s currency',
      value: 'industry=amount',
      repeatable: true,
    },
  },
  examples: [
    ['multipliers scenarios/changchun-jilin/case.yaml', 'the nation’s industries, and all regions side by side'],
    [
      'multipliers scenarios/changchun-jilin/case.yaml --region Changchun --demand "Transport equipment=100"',
      'one region, and what 100 more of final demand needs',
    ],
    ['multipliers mine.yaml --industry Cars', 'the strongest links of an industry'],
    ['multipliers mine.yaml --format csv', 'one row for every industry in the nation and in each region'],
  ],
  async run(args, context) {
    const { caseOptions, indexOfName, observedYear } = await import('../case-options.js');
    const { parseCase } = await import('../../engine/economy/parse-case.js');
    const { aboutCase } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { jsonText } = await import('../../engine/report/data/json.js');
    const { caseMultipliers } = await import('../../engine/report/case/multipliers.js');
    const tables = await import('../../engine/report/case/multipliers-tables.js');
    const { multipliersText } = await import('../../engine/report/case/multipliers-text.js');
    const file = args.positionals[0]!;
    const asked = wholeOption(args, 'year');
    const { economy } = parseCase(context.read, file, caseOptions(context.settings));
    for (const note of economy.notes) context.inform(note);
    const year = observedYear(asked, economy);
    if (economy.inputOutput === null)
      throw usageError(
        `${file}: no input–output table`,
        'Name one in the case under inputOutput: flows, totals, size.',
      );
    const shown = {
      regions: listOption(args, 'region').map((name) => indexOfName('region', name, economy.regions)),
      industries: listOption(args, 'industry').map((name) => indexOfName('industry', name, economy.industries)),
    };
    const demands = listOption(args, 'demand').map((text) => {
      const { name, amount } = demandOf(text);
      return { industry: indexOfName('demand', name, economy.industries), amount };
    });
    const demand = demands.length === 0 ? null : new Float64Array(economy.industries.length);
    for (const { industry, amount } of demands) demand![industry] = demand![industry]! + amount;
    const found = caseMultipliers(economy, economy.inputOutput, year, demand);
    if (found === null) throw usageError(`${file}: industries need all that they make, so there are no multipliers`);
    const csv = () => csvTable(tables.multipliersTable(found));
    const json = () => tables.multipliersJson(found);
    return {
      about: aboutCase(economy),
      text: (layout) => multipliersText(found, shown, layout),
      csv,
      json,
      files: () =>
        new Map<string, FileContent>([
          ['multipliers.csv', csv()],
          ['chain-links.csv', csvTable(tables.chainLinksTable(found))],
          ...(demand === null ? [] : [['needed-output.csv', csvTable(tables.neededOutputTable(found))] as const]),
          ['multipliers.json', jsonText(json())],
        ]),
    };
  },
};

/** An industry and an amount, as `--demand` writes them. */
function demandOf(text: string): { readonly name: string; readonly amount: number } {
  const at = text.lastIndexOf('=');
  const written = text.slice(at + 1).trim();
  const amount = Number(written);
  if (at < 1 || written === '' || !(amount >= 0 && amount <= 1e30))
    throw usageError(
      `--demand ${text}: not an industry and an amount`,
      'Write it as --demand "Transport equipment=100".',
    );
  return { name: text.slice(0, at).trim(), amount };
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FutureSource } from '../../engine/compare/future.js';
import type { Economy } from '../../engine/economy/economy.js';
import type { Layout } from '../../engine/report/text-table.js';
import type { Command, Context } from '../command.js';
import { refuseSettings } from '../options.js';

export const tour: Command = {
  name: 'tour',
  summary: 'The main job on the bundled case: the paper’s tables, then its futures',
  positionals: [],
  options: {},
  examples: [
    ['tour', 'what npm start prints'],
    ['tour --out results', 'the same, with all projections as files'],
  ],
  async run(_args, context) {
    refuseSettings('tour', context.settings);
    const { comparisonReport } = await import('../../engine/report/comparison-report.js');
    const { comparisonText } = await import('../../engine/report/comparison-tables.js');
    const { comparisonJson } = await import('../../engine/report/comparison-json.js');
    const { OUTPUTS_HEADER, outputRows, resultFiles } = await import('../../engine/report/result-files.js');
    const { csvLines } = await import('../../engine/report/csv.js');
    const { loadFutures } = await import('../load-futures.js');
    const folder = bundledCase();
    const inFolder = (name: string): string => join(folder, name);

    const trains = await loadFutures([inFolder('baseline.yaml'), inFolder('faster-trains.yaml')], context);
    const cities = await loadFutures([inFolder('uncoordinated.yaml'), inFolder('coordinated.yaml')], context);
    const nothing = {
      equalCost: true,
      byPolicy: false,
      cooperation: null,
      ingredients: false,
      breakEven: false,
      sweep: [],
    };
    const link = comparisonReport(trains, nothing);
    const together = comparisonReport(cities, { ...nothing, byPolicy: true, cooperation: 'acting' });
    const results = [link, together].flatMap(({ comparison }) =>
      comparison.futures.map((future, k) => ({
        id: future.id,
        projection: future.projection,
        measures: comparison.measures[k]!,
        title: future.title,
        economy: future.economy,
        compiled: future.compiled,
      })),
    );
    const published = await publishedText(folder, results[0]!.economy, results[0]!.measures, context);
    const { runText } = await import('../../engine/report/run-tables.js');
    const otherAnswers = await robustness(cities, inFolder, context);
    const summary = {
      link: comparisonJson(link, context.portablePath),
      coordination: comparisonJson(together, context.portablePath),
    };
    return {
      text: (layout) =>
        [
          heading('1. The paper’s tables, published beside computed', layout),
          published(layout),
          heading('2. Nothing new, and faster trains between the two cities', layout),
          results
            .slice(0, 2)
            .map((result) => runText(result, layout))
            .join('\n'),
          heading('3. Coordinated or each for itself', layout),
          comparisonText(together, layout),
          otherAnswers(layout),
        ].join('\n'),
      csv: () => csvLines(OUTPUTS_HEADER, outputRows(results)),
      json: () => summary,
      files: () => resultFiles(results, summary),
    };
  },
};

/** The bundled case stands beside the code, in a checkout as in an installed package. */
function bundledCase(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, '..', '..', '..', 'scenarios', 'changchun-jilin');
}

function heading(text: string, layout: Layout): string {
  const line = '═'.repeat(layout.width);
  return `${line}\n${text}\n${line}\n`;
}

async function publishedText(
  folder: string,
  economy: Economy,
  measures: Parameters<typeof import('../../engine/report/published-tables.js')['tiesTable']>[3],
  context: Context,
): Promise<(layout: Layout) => string> {
  const { parseTargets } = await import('../../engine/calibration/reconstruct/targets.js');
  const { parseCase } = await import('../../engine/economy/parse-case.js');
  const tables = await import('../../engine/report/published-tables.js');
  const { renderTextTable } = await import('../../engine/report/text-table.js');
  const targets = parseTargets(context.read, join(folder, 'targets.yaml'));
  const tiesFile = join(folder, 'published-ties.csv');
  const ties = tables.readPublishedTies(tiesFile, context.read(tiesFile));
  const caseFile = join(folder, 'case.yaml');
  const economies = parseCase(context.read, caseFile).tables.map(
    (table) => parseCase(context.read, caseFile, { table }).economy,
  );
  const shown = [
    tables.competitiveTable('Table 1. Competitive industries in Changchun, 2005–2011', 'Changchun', targets, economy),
    tables.competitiveTable('Table 2. Competitive industries in Jilin, 2005–2011', 'Jilin', targets, economy),
    tables.tiesTable('Table 3. Economic ties (10^4 persons × 10^8 yuan / km², base year)', ties, economy, measures),
    tables.figuresTable('Sections 2.2 and 2.3', targets, economies),
  ];
  return (layout) => shown.map((table) => `${renderTextTable(table, layout)}\n`).join('');
}

/** Does the answer depend on which figures one trusts, or on the weakest parameter? The same comparison on the other table, and without rivalry. */
async function robustness(
  base: readonly FutureSource[],
  inFolder: (name: string) => string,
  context: Context,
): Promise<(layout: Layout) => string> {
  const { compare } = await import('../../engine/compare/compare.js');
  const { robustnessTable } = await import('../../engine/report/robustness-table.js');
  const { renderTextTable } = await import('../../engine/report/text-table.js');
  const { loadFutures } = await import('../load-futures.js');
  const files = [inFolder('uncoordinated.yaml'), inFolder('coordinated.yaml')];
  const shares = await loadFutures(files, { ...context, settings: ['table=shares'] });
  const withoutRivalry = new Map([['parameters.rivalry', 0]]);
  const table = robustnessTable([
    { name: 'as above (table indicators)', comparison: compare(base) },
    { name: 'table shares', comparison: compare(shares) },
    { name: 'table indicators, no rivalry (ψ = 0)', comparison: compare(base, { values: withoutRivalry }) },
    { name: 'table shares, no rivalry (ψ = 0)', comparison: compare(shares, { values: withoutRivalry }) },
    { name: 'table indicators, costs not made equal', comparison: compare(base, { equalCost: false }) },
  ]);
  return (layout) => renderTextTable(table, layout);
}

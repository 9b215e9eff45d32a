import type { Layout } from '../../engine/report/text/text-table.js';
import { bundledFile } from '../bundled.js';
import type { Command, Context, FileContent } from '../command.js';
import { FIGURES_OPTION, refuseSettings } from '../options.js';

const FOLDER = 'changchun-jilin';
const SCENARIOS = ['baseline', 'faster-trains'];
const APART_AND_TOGETHER = ['uncoordinated', 'coordinated'];

export const tour: Command = {
  name: 'tour',
  blocking: true,
  summary: 'The main job at a glance: the paper’s tables reproduced, then futures of the bundled case',
  positionals: [],
  options: { ...FIGURES_OPTION },
  examples: [
    ['tour', 'published figures beside computed ones, faster trains, then the cities apart and together to 2030'],
    ['tour --out results', 'the same, every number as files, and a report to read in a browser'],
  ],
  async run(_args, context) {
    refuseSettings('tour', context.settings);
    const { parseTargets } = await import('../../engine/reconstruct/targets/parse-targets.js');
    const { measure } = await import('../../engine/projection/measure.js');
    const { project } = await import('../../engine/projection/project.js');
    const { caseIndicators } = await import('../../engine/report/case/case-indicators.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const published = await import('../../engine/report/case/published-tables.js');
    const { outputsTable } = await import('../../engine/report/run/outputs-table.js');
    const { resultFiles } = await import('../../engine/report/run/result-files.js');
    const { runJson } = await import('../../engine/report/run/run-json.js');
    const { runSummary } = await import('../../engine/report/run/run-summary.js');
    const { runText } = await import('../../engine/report/run/run-tables.js');
    const { loadScenario } = await import('../load-scenario.js');

    const load = async (name: string) => {
      const { scenario, economy, compiled } = await loadScenario(bundledFile(`${FOLDER}/${name}.yaml`), context);
      const { id, title } = scenario;
      const projection = project(compiled.plan, undefined, compiled.reference);
      const facts = { id, title, projection, measures: measure(projection), economy, compiled };
      return { named: { id, title, file: context.portablePath(scenario.file) }, facts };
    };
    const runs = await Promise.all(SCENARIOS.map(load));
    const { economy } = runs[0]!.facts;
    const { tables } = parseTargets(context.read, bundledFile(`${FOLDER}/targets.yaml`));
    const { targets } = tables.find((table) => table.name === economy.table)!;
    const tiesFile = bundledFile(`${FOLDER}/published-ties.csv`);
    const ties = published.readPublishedTies(tiesFile, context.read(tiesFile));
    const figures = published.publishedFigures(targets, ties, economy, caseIndicators(economy, economy.years.at(-1)!));
    const together = await compareCities(context);
    const results = [...runs.map(({ facts }) => facts), ...together.results];
    const data = () => figures.map(({ name, place, published, computed }) => ({ name, place, published, computed }));
    return {
      ...together.report,
      text: (layout) =>
        [
          published.publishedText(figures, targets, economy, layout),
          ...runs.map(({ facts }) => runText(facts, layout)),
          together.text(layout),
        ].join('\n\n'),
      csv: () => csvTable(outputsTable(results)),
      json: () => ({
        published: data(),
        runs: runs.map(({ named, facts }) => runJson(named, facts)),
        comparison: together.json(),
      }),
      files: () =>
        new Map<string, FileContent>([
          ['published.csv', csvTable(published.publishedTable(figures))],
          ...resultFiles(results, {
            published: data(),
            runs: runs.map(({ named, facts }) => runSummary(named, facts)),
            comparison: together.json(),
          }),
        ]),
    };
  },
};

/** The question of the paper: the cities apart and together, through which way, for whom, and whether the answer holds. */
async function compareCities(context: Context) {
  const { compare } = await import('../../engine/compare/compare.js');
  const { comparisonJson } = await import('../../engine/report/comparison/comparison-json.js');
  const { comparisonReport, completeReport } = await import('../../engine/report/comparison/comparison-report.js');
  const { comparisonText } = await import('../../engine/report/comparison/comparison-tables.js');
  const { wholeRequest } = await import('../../engine/report/comparison/whole-request.js');
  const { reportFiles } = await import('../output/report-files.js');
  const { robustnessTable } = await import('../../engine/report/comparison/robustness-table.js');
  const { renderTextTable } = await import('../../engine/report/text/render-table.js');
  const { loadFutures } = await import('../load-futures.js');
  const files = APART_AND_TOGETHER.map((name) => bundledFile(`${FOLDER}/${name}.yaml`));
  const sources = await loadFutures(files, context);
  const shares = await loadFutures(files, { ...context, settings: ['table=shares'] });
  const report = comparisonReport(sources, {
    equalCost: true,
    byPolicy: true,
    cooperation: 'acting',
    ingredients: true,
    kinds: true,
    breakEven: false,
    sweep: [],
  });
  const noRivalry = { values: new Map([['parameters.rivalry', 0]]) };
  const robustness = robustnessTable([
    { name: 'as above: table indicators', comparison: report.comparison },
    { name: 'table shares', comparison: compare(shares) },
    { name: 'table indicators, no rivalry (ψ = 0)', comparison: compare(sources, noRivalry) },
    { name: 'table shares, no rivalry (ψ = 0)', comparison: compare(shares, noRivalry) },
    { name: 'costs not made equal', comparison: compare(sources, { equalCost: false }) },
  ]);
  const { futures, measures } = report.comparison;
  return {
    results: futures.map((future, k) => ({ ...future, measures: measures[k]! })),
    report: reportFiles(() => completeReport(report, sources, wholeRequest(sources))),
    text: (layout: Layout) => `${comparisonText(report, layout)}\n${renderTextTable(robustness, layout)}`,
    json: () => comparisonJson(report, context.portablePath),
  };
}

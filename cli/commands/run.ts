import type { Command } from '../command.js';
import { FIGURES_OPTION } from '../options.js';
import { QUICK_DRAWS_OPTION, quickDraws } from '../study/quick-draws.js';

export const run: Command = {
  name: 'run',
  summary: 'Project one scenario year by year',
  positionals: [{ name: 'scenario', description: 'A scenario file', path: true }],
  options: { ...QUICK_DRAWS_OPTION, ...FIGURES_OPTION },
  examples: [
    ['run scenarios/changchun-jilin/faster-trains.yaml', 'output, similarity, ties and stages by year'],
    ['run mine.yaml --out results', 'the same as CSV files, with a report to read in a browser'],
    ['run mine.yaml --set parameters.rivalry=0 --format json', 'every number, without rivalry'],
  ],
  async run(args, context) {
    const { loadScenario } = await import('../load-scenario.js');
    const { aboutFutures } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { outputsTable } = await import('../../engine/report/run/outputs-table.js');
    const { holdsNamedPairs, NAMED_PAIRS_NOTE } = await import('../../engine/report/run/pairs-table.js');
    const { resultFiles } = await import('../../engine/report/run/result-files.js');
    const { runJson } = await import('../../engine/report/run/run-json.js');
    const { runSummary } = await import('../../engine/report/run/run-summary.js');
    const { runText } = await import('../../engine/report/run/run-tables.js');
    const { wholeRequest } = await import('../../engine/report/comparison/whole-request.js');
    const { measure } = await import('../../engine/projection/measure.js');
    const { project } = await import('../../engine/projection/project.js');
    const { scenario, economy, compiled } = await loadScenario(args.positionals[0]!, context);
    const projection = project(compiled.plan, undefined, compiled.reference);
    const result = { id: scenario.id, projection, measures: measure(projection) };
    const named = { id: scenario.id, title: scenario.title, file: context.portablePath(scenario.file) };
    const facts = { ...result, title: scenario.title, economy, compiled };
    const { comparisonReport } = await import('../../engine/report/comparison/comparison-report.js');
    const { reportFiles } = await import('../output/report-files.js');
    const source = { id: scenario.id, economy, scenario };
    return {
      ...reportFiles(async () => ({
        ...comparisonReport([source], wholeRequest([source])),
        study: await quickDraws(args, [source], false, context),
      })),
      about: aboutFutures([source]),
      text: (layout) => runText(facts, layout),
      csv: () => csvTable(outputsTable([result])),
      json: () => runJson(named, result),
      files: () => {
        if (holdsNamedPairs([result])) context.inform(NAMED_PAIRS_NOTE);
        return resultFiles([result], runSummary(named, facts), compiled.policies);
      },
    };
  },
};

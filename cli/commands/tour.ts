import { bundledFile } from '../bundled.js';
import type { Command, FileContent } from '../command.js';
import { refuseSettings } from '../options.js';

const FOLDER = 'changchun-jilin';
const SCENARIOS = ['baseline', 'faster-trains'];

export const tour: Command = {
  name: 'tour',
  summary: 'The main job at a glance: the paper’s tables reproduced, then two futures of the bundled case',
  positionals: [],
  options: {},
  examples: [
    ['tour', 'published figures beside computed ones, then the baseline and the faster trains to 2030'],
    ['tour --out results', 'the same, and every number as files'],
  ],
  async run(_args, context) {
    refuseSettings('tour', context.settings);
    const { parseTargets } = await import('../../engine/calibration/reconstruct/targets.js');
    const { measure } = await import('../../engine/projection/measure.js');
    const { project } = await import('../../engine/projection/project.js');
    const { caseIndicators } = await import('../../engine/report/case-indicators.js');
    const { csvLines } = await import('../../engine/report/csv.js');
    const published = await import('../../engine/report/published-tables.js');
    const { OUTPUTS_HEADER, outputRows, resultFiles } = await import('../../engine/report/result-files.js');
    const { runJson } = await import('../../engine/report/run-json.js');
    const { runSummary, runText } = await import('../../engine/report/run-tables.js');
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
    const results = runs.map(({ facts }) => facts);
    const data = () => figures.map(({ name, place, published, computed }) => ({ name, place, published, computed }));
    return {
      text: (layout) =>
        [
          published.publishedText(figures, targets, economy, layout),
          ...results.map((facts) => runText(facts, layout)),
        ].join('\n\n'),
      csv: () => csvLines(OUTPUTS_HEADER, outputRows(results)),
      json: () => ({
        published: data(),
        runs: runs.map(({ named, facts }) => runJson(named, facts.projection, facts.measures)),
      }),
      files: () =>
        new Map<string, FileContent>([
          ['published.csv', csvLines(published.PUBLISHED_HEADER, published.publishedRows(figures))],
          ...resultFiles(results, {
            published: data(),
            runs: runs.map(({ named, facts }) => runSummary(named, facts)),
          }),
        ]),
    };
  },
};

import type { AnswersOfTable } from '../../engine/report/comparison/beliefs-by-table.js';
import type { Layout } from '../../engine/report/text/text-table.js';
import { bundledFile } from '../bundled.js';
import type { Command, Context, FileContent } from '../command.js';
import { FIGURES_OPTION, refuseSettings, wholeOption } from '../options.js';
import { quickDraws } from '../study/quick-draws.js';

const FOLDER = 'changchun-jilin';
const SCENARIOS = ['baseline', 'faster-trains'];
const APART_AND_TOGETHER = ['uncoordinated', 'coordinated'];
const TABLES = ['indicators', 'shares', 'later'];
const BELIEFS = ['believing', 'sceptical', 'steady', 'quarrelsome', 'slow'];

/** Draws of each belief on each table: enough to tell a share of draws to less than one in ten, and done in seconds. */
const DRAWS = 60;

export const tour: Command = {
  name: 'tour',
  blocking: true,
  summary: 'The main job at a glance: the paper’s tables reproduced, then futures of the bundled case',
  positionals: [],
  options: {
    draws: { description: `Draws of each belief on each table (default ${DRAWS})`, value: 'number' },
    ...FIGURES_OPTION,
  },
  examples: [
    ['tour', 'published figures beside computed ones, faster trains, then the cities apart and together to 2030'],
    ['tour --out results', 'the same, every number as files, and a report to read in a browser'],
  ],
  async run(args, context) {
    refuseSettings('tour', context.settings);
    const { parseTargets } = await import('../../engine/reconstruct/targets/parse-targets.js');
    const { measure } = await import('../../engine/projection/measure.js');
    const { project } = await import('../../engine/projection/project.js');
    const { caseIndicators } = await import('../../engine/report/case/case-indicators.js');
    const { aboutFutures } = await import('../../engine/report/data/about.js');
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
    const together = await compareCities(context, wholeOption(args, 'draws', 1, 100_000) ?? DRAWS);
    const results = [...runs.map(({ facts }) => facts), ...together.results];
    const data = () => figures.map(({ name, place, published, computed }) => ({ name, place, published, computed }));
    return {
      ...together.report,
      about: aboutFutures(together.sources),
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
          ...resultFiles(
            results,
            {
              published: data(),
              runs: runs.map(({ named, facts }) => runSummary(named, facts)),
              comparison: together.json(),
            },
            runs.flatMap(({ facts }) => facts.compiled.policies),
          ),
        ]),
    };
  },
};

/** The question of the paper: the cities apart and together, through which way, for whom, and whether the answer holds. */
async function compareCities(context: Context, draws: number) {
  const { comparisonJson } = await import('../../engine/report/comparison/comparison-json.js');
  const { comparisonReport, completeReport } = await import('../../engine/report/comparison/comparison-report.js');
  const { comparisonAnswer } = await import('../../engine/report/comparison/comparison-answer.js');
  const { comparisonText } = await import('../../engine/report/comparison/comparison-tables.js');
  const { moneyOf } = await import('../../engine/report/comparison/comparison-cells.js');
  const { beliefsJson } = await import('../../engine/report/comparison/beliefs-table.js');
  const { beliefsByTable } = await import('../../engine/report/comparison/beliefs-by-table.js');
  const { wholeRequest } = await import('../../engine/report/comparison/whole-request.js');
  const { reportFiles } = await import('../output/report-files.js');
  const { renderTextTable } = await import('../../engine/report/text/render-table.js');
  const { wrapWords } = await import('../../engine/report/text/text-width.js');
  const { loadFutures } = await import('../load-futures.js');
  const files = APART_AND_TOGETHER.map((name) => bundledFile(`${FOLDER}/${name}.yaml`));
  const sources = await loadFutures(files, context);
  const compared = comparisonReport(sources, {
    equalCost: true,
    byPolicy: true,
    cooperation: 'acting',
    ingredients: true,
    kinds: true,
    breakEven: false,
    sweep: [],
  });
  const tables = await answersByTable(files, draws, context);
  const report = { ...compared, beliefs: tables[0]!.answers };
  const { comparison } = report;
  const held = beliefsByTable(tables, sources[0]!.scenario.label, (values) => moneyOf(comparison, values));
  const headline = comparisonAnswer(comparison, report).slice(0, 2).join(' ');
  return {
    sources,
    results: comparison.futures.map((future, k) => ({ ...future, measures: comparison.measures[k]! })),
    report: reportFiles(async () => ({
      ...completeReport(report, sources, wholeRequest(sources)),
      study: await quickDraws({ positionals: [], options: {} }, sources, true, context),
    })),
    // The answer and whether it holds come last, where a terminal still shows them.
    text: (layout: Layout) =>
      `${comparisonText(compared, layout)}\n${wrapWords(headline, layout.width).join('\n')}\n\n${renderTextTable(held, layout)}`,
    json: () => ({
      ...comparisonJson(report, context.portablePath),
      tables: Object.fromEntries(tables.map(({ table, answers }) => [table, beliefsJson(answers)])),
    }),
  };
}

/** The question on every output table of the case, as written and under the bundled beliefs. */
async function answersByTable(files: readonly string[], draws: number, context: Context): Promise<AnswersOfTable[]> {
  const { loadFutures } = await import('../load-futures.js');
  const { answerBeliefs, loadBeliefs } = await import('../study/belief-answers.js');
  const paths = BELIEFS.map((name) => bundledFile(`${FOLDER}/beliefs/${name}.yaml`));
  const answered: AnswersOfTable[] = [];
  for (const table of TABLES) {
    const chosen = { ...context, settings: [`table=${table}`], inform: () => {} };
    const sources = await loadFutures(files, chosen);
    const believed = await loadBeliefs(paths, files, sources, chosen);
    const seed = context.seed === null ? {} : { seed: context.seed };
    answered.push({
      table,
      answers: await answerBeliefs(sources, believed, { draws, ...seed }, undefined, context),
    });
  }
  return answered;
}

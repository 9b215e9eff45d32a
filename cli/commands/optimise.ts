import type { OptimiseReport } from '../../engine/report/optimise/optimise-report.js';
import type { Command, FileContent } from '../command.js';
import { usageError } from '../errors.js';
import { FIGURES_OPTION, listOption, switchOption, textOption, wholeOption } from '../options.js';
import { BELIEFS_OPTION } from '../study/study-options.js';

/** Settings where nothing else is asked for. */
const DEFAULTS = { evaluations: 10_000, draws: 100, fresh: 1000, beliefs: 200, objectives: 'gain,worst,cost' } as const;

export const optimise: Command = {
  name: 'optimise',
  summary: 'The best portfolio of policies for a budget, and what it exploits',
  positionals: [{ name: 'scenario', description: 'A scenario file: its policies are the menu', path: true }],
  options: {
    budget: {
      description: 'Most discounted cost, in the case’s currency (default: what the scenario costs)',
      value: 'number',
    },
    'budget-of': { description: 'The budget is what this scenario costs', value: 'file', path: true },
    objectives: {
      description: `What to search for: gain, worst, cost, cvar, names or expressions of outcomes (default ${DEFAULTS.objectives})`,
      value: 'list',
    },
    'no-region-loses': { description: 'Only plans in which every region gains or stays as it is, on average' },
    'meet-goals': { description: 'Only plans that meet the scenario’s goals at central values' },
    evaluations: { description: `Plans to try, unless all are (default ${DEFAULTS.evaluations})`, value: 'number' },
    'search-draws': {
      description: 'Draws on which plans are tried (default 0: central values; with cvar 10)',
      value: 'number',
    },
    draws: { description: `Draws that the frontier meets (default ${DEFAULTS.draws})`, value: 'number' },
    fresh: { description: `Draws of another seed that the picks meet (default ${DEFAULTS.fresh})`, value: 'number' },
    ...BELIEFS_OPTION,
    workers: { description: 'Workers at once (default all cores). Changes no number', value: 'number' },
    resume: { description: 'Go on with an interrupted search in the folder of --out' },
    ...FIGURES_OPTION,
  },
  examples: [
    [
      'optimise scenarios/changchun-jilin/portfolio.yaml --budget-of scenarios/changchun-jilin/coordinated.yaml',
      'what to do with the money that coordination costs',
    ],
    ['optimise menu.yaml --budget 600 --no-region-loses --out results', 'nobody left behind; picks as scenario files'],
    ['optimise menu.yaml --objectives gain,cvar', 'also safe where things go badly'],
    ['optimise menu.yaml --beliefs beliefs/*.yaml', 'whether the best plan stays best under other assumptions'],
  ],
  async run(args, context) {
    if (switchOption(args, 'resume') && context.out === null)
      throw usageError('--resume needs --out', 'Name the folder.');
    const { loadMenu, readRequest } = await import('../optimise/read-request.js');
    const { prepareWithin } = await import('../optimise/prepare-within.js');
    const { askAfterwards } = await import('../optimise/ask-afterwards.js');
    const { pickFiles } = await import('../optimise/pick-files.js');
    const { workerStages } = await import('../optimise/run-stages.js');
    const { openStageLog } = await import('../optimise/stage-log.js');
    const { optimise: search } = await import('../../engine/optimise/optimise.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { optimiseText } = await import('../../engine/report/optimise/optimise-tables.js');
    const { optimiseJson } = await import('../../engine/report/optimise/optimise-json.js');
    const { aboutFutures } = await import('../../engine/report/data/about.js');
    const { frontierTable, optimiseFiles } = await import('../../engine/report/optimise/optimise-files.js');
    const { optimiseReportFiles } = await import('../output/report-files.js');
    const workers = wholeOption(args, 'workers', 1, 1024);
    const draws = wholeOption(args, 'draws', 1, 1_000_000) ?? DEFAULTS.draws;
    const fresh = wholeOption(args, 'fresh', 1, 10_000_000) ?? DEFAULTS.fresh;
    const evaluations = wholeOption(args, 'evaluations', 1, 100_000_000) ?? DEFAULTS.evaluations;
    const menu = await loadMenu(args.positionals[0]!, context);
    const objectives = textOption(args, 'objectives') ?? DEFAULTS.objectives;
    const request = await readRequest(args, menu.source, { objectives, evaluations }, context);
    const prepared = prepareWithin(menu.source, request);
    const believed = await menu.believed(listOption(args, 'beliefs'));
    const kept = openStageLog(prepared, { draws, fresh }, switchOption(args, 'resume'), context);
    try {
      const optimisation = await search(prepared, { draws, fresh }, workerStages({ kept, workers, context }));
      const how = { draws: DEFAULTS.beliefs, workers, asked: listOption(args, 'beliefs').length > 0 };
      const after = await askAfterwards(optimisation, believed, how, context);
      const report: OptimiseReport = { optimisation, ...after, draws, freshDraws: fresh };
      const json = optimiseJson(report, context.portablePath);
      return {
        ...optimiseReportFiles(() => report),
        about: aboutFutures([menu.source]),
        seed: request.seed,
        text: (layout) => optimiseText(report, layout),
        csv: () => csvTable(frontierTable(report)),
        json: () => json,
        files: () =>
          new Map<string, FileContent>([...optimiseFiles(report, json), ...pickFiles(optimisation, menu, context)]),
        ...(kept.log === null ? {} : { close: kept.log.close }),
      };
    } catch (error) {
      kept.log?.close();
      throw error;
    }
  },
};

import type { FutureSource } from '../../engine/compare/future.js';
import type { SweepAxis } from '../../engine/compare/sweep.js';
import type { BeliefAnswer } from '../../engine/montecarlo/answers/belief-answer.js';
import type { ComparisonReport, ComparisonRequest } from '../../engine/report/comparison/comparison-report.js';
import type { Arguments, Command, Context } from '../command.js';
import { usageError } from '../errors.js';
import { FIGURES_OPTION, listOption, switchOption, textOption, wholeOption } from '../options.js';
import { QUICK_DRAWS_OPTION, quickDraws } from '../study/quick-draws.js';
import { BELIEFS_OPTION } from '../study/study-options.js';

/** Draws under each belief where none are asked for: a share of them is known to about a twentieth. */
const BELIEF_DRAWS = 200;

/** More runs than this take minutes and fill no screen. */
const MOST_SWEEP_POINTS = 2000;

export const compare: Command = {
  name: 'compare',
  blocking: true,
  summary: 'Futures side by side: who gains, through which policy, at what cost',
  positionals: [
    {
      name: 'scenario',
      description: 'Scenario files of one case; all are compared with the first',
      path: true,
      repeatable: true,
    },
  ],
  options: {
    'equal-cost': { description: 'Scale intensities until all futures cost the same (the default)' },
    'no-equal-cost': { description: 'Let each future cost what it costs' },
    'by-policy': { description: 'Attribute the difference to policies: each alone, and each left out' },
    cooperation: { description: 'The two-by-two table of two regions acting together or apart', value: 'A,B' },
    ingredients: { description: 'Switch the ingredients of coordination off, one at a time' },
    'break-even': { description: 'Find where in a parameter’s range the last future stops paying' },
    sweep: {
      description: 'Move a number over a range (twice for two numbers); coordination moves in the last future only',
      value: 'field=from:to:step',
      repeatable: true,
    },
    ...BELIEFS_OPTION,
    ...QUICK_DRAWS_OPTION,
    workers: { description: 'Workers at once (default all cores). Changes no number', value: 'number' },
    ...FIGURES_OPTION,
    all: { description: 'By policy, cooperation of the two regions compared, ingredients and break-evens' },
  },
  examples: [
    [
      'compare scenarios/changchun-jilin/uncoordinated.yaml scenarios/changchun-jilin/coordinated.yaml',
      'what coordination changes, at equal cost',
    ],
    [
      'compare a.yaml b.yaml --by-policy --cooperation Changchun,Jilin',
      'through which way, and whether each city would keep to it',
    ],
    ['compare a.yaml b.yaml --out results --figures charts', 'a report for the browser, and its charts for a paper'],
    ['compare a.yaml b.yaml --sweep coordination=0:1:0.1', 'how much coordination'],
    ['compare a.yaml b.yaml --beliefs sceptical.yaml steady.yaml', 'whether the answer holds under other assumptions'],
  ],
  async run(args, context) {
    if (args.positionals.length < 2) {
      const eaten =
        listOption(args, 'beliefs').length > 1
          ? 'All files after --beliefs are its own: scenarios come first.'
          : undefined;
      throw usageError('compare: two or more scenario files are needed', eaten);
    }
    if (switchOption(args, 'equal-cost') && switchOption(args, 'no-equal-cost')) {
      throw usageError('compare: --equal-cost and --no-equal-cost contradict each other');
    }
    const { loadFutures } = await import('../load-futures.js');
    const { comparisonReport, completeReport } = await import('../../engine/report/comparison/comparison-report.js');
    const { comparisonText } = await import('../../engine/report/comparison/comparison-tables.js');
    const { comparisonJson } = await import('../../engine/report/comparison/comparison-json.js');
    const { outputsTable } = await import('../../engine/report/run/outputs-table.js');
    const { holdsNamedPairs, NAMED_PAIRS_NOTE } = await import('../../engine/report/run/pairs-table.js');
    const { resultFiles } = await import('../../engine/report/run/result-files.js');
    const { gainsFile } = await import('../../engine/report/study/study-files.js');
    const { wholeRequest } = await import('../../engine/report/comparison/whole-request.js');
    const { reportFiles } = await import('../output/report-files.js');
    const { aboutFutures } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const sources = await loadFutures(args.positionals, context);
    const all = switchOption(args, 'all');
    const request: ComparisonRequest = {
      equalCost: !switchOption(args, 'no-equal-cost'),
      kinds: true,
      byPolicy: all || switchOption(args, 'by-policy'),
      cooperation: readPair(args, sources, all),
      ingredients: all || switchOption(args, 'ingredients'),
      breakEven: all || switchOption(args, 'break-even'),
      sweep: await readSweep(args, sources),
    };
    const compared = comparisonReport(sources, request);
    const study = await quickDraws(args, sources, request.equalCost, context);
    const report = { ...compared, study, beliefs: await askBeliefs(args, sources, { ...compared, study }, context) };
    const results = report.comparison.futures.map((future, k) => ({
      id: future.id,
      projection: future.projection,
      measures: report.comparison.measures[k]!,
    }));
    return {
      ...reportFiles(() => completeReport(report, sources, wholeRequest(sources, request))),
      about: aboutFutures(sources),
      text: (layout) => comparisonText(report, layout),
      csv: () => csvTable(outputsTable(results)),
      json: () => comparisonJson(report, context.portablePath),
      files: () => {
        if (holdsNamedPairs(results)) context.inform(NAMED_PAIRS_NOTE);
        const gains = study === null ? [] : [['gains.csv', gainsFile(study)] as const];
        return resultFiles(results, comparisonJson(report, context.portablePath), policiesOf(report), gains);
      },
    };
  },
};

/** The policies of all futures compared. */
function policiesOf({ comparison }: Pick<ComparisonReport, 'comparison'>) {
  return comparison.futures.flatMap(({ compiled }) => compiled.policies);
}

/** The same question as written and under each belief that is given, on a few draws; null where none is. */
async function askBeliefs(
  args: Arguments,
  sources: readonly FutureSource[],
  { study, comparison }: Pick<ComparisonReport, 'study' | 'comparison'>,
  context: Context,
): Promise<BeliefAnswer[] | null> {
  const paths = listOption(args, 'beliefs');
  if (paths.length === 0) return null;
  const { answerBeliefs, loadBeliefs } = await import('../study/belief-answers.js');
  const { beliefAnswer } = await import('../../engine/montecarlo/answers/belief-answer.js');
  const believed = await loadBeliefs(paths, args.positionals, sources, context);
  const draws = wholeOption(args, 'draws', 0, 1_000_000) || BELIEF_DRAWS;
  const workers = wholeOption(args, 'workers', 1, 1024);
  const equalCost = comparison.equalCost !== null;
  const request = { draws, equalCost, ...(context.seed === null ? {} : { seed: context.seed }) };
  const written = study === null ? [] : [beliefAnswer(null, study, false, comparison)];
  const answers = await answerBeliefs(study === null ? sources : null, believed, request, workers, context);
  return [...written, ...answers];
}

/** The two regions of `--cooperation`; with `--all` alone, those that the futures act in. */
function readPair(
  args: Arguments,
  sources: readonly FutureSource[],
  all: boolean,
): readonly [number, number] | 'acting' | null {
  const text = textOption(args, 'cooperation');
  const { regions } = sources[0]!.economy;
  if (text === undefined) return all && regions.length > 1 ? 'acting' : null;
  const names = text.split(',').map((name) => name.trim());
  const [a = -1, b = -1] = names.map((name) => regions.indexOf(name));
  if (names.length !== 2 || a < 0 || b < 0 || a === b) {
    throw usageError(`--cooperation ${text}: two different regions are needed, of ${regions.join(', ')}`);
  }
  return [a, b];
}

async function readSweep(args: Arguments, sources: readonly FutureSource[]): Promise<SweepAxis[]> {
  const { rangeValues } = await import('../../engine/compare/sweep.js');
  const { numericPaths, resolvePath } = await import('../../engine/scenario/numeric-paths.js');
  const { knownNames } = await import('../../engine/mistakes.js');
  const { numberDomains } = await import('../../engine/scenario/numeric-paths.js');
  const domains = new Map(sources.flatMap((source) => [...numberDomains(source.scenario)]));
  const texts = listOption(args, 'sweep');
  if (texts.length > 2) throw usageError('--sweep: at most two fields at once');
  const paths = new Map(sources.flatMap((source) => [...numericPaths(source.scenario)]));
  for (const region of sources[0]!.economy.regions) paths.set(`coordination.${region}`, { kind: 'constant', value: 1 });
  const axes = texts.map((text): SweepAxis => {
    const equals = text.lastIndexOf('=');
    const path = resolvePath(paths, text.slice(0, Math.max(0, equals)).trim());
    if (equals <= 0) throw usageError(`--sweep ${text}: not field=from:to:step`);
    if (path === null) {
      const field = text.slice(0, equals).trim();
      throw usageError(`--sweep ${text}: no number "${field}" (${knownNames(field, [...paths.keys()])})`);
    }
    const values = rangeValues(text.slice(equals + 1));
    if (values === null) throw usageError(`--sweep ${text}: not a range from:to:step, such as 0:1:0.1`);
    const [low, high] = domains.get(path) ?? [0, 1];
    const outside = values.find((value) => !(value >= low && value <= high));
    if (outside !== undefined) throw usageError(`--sweep ${text}: ${outside} is outside ${low} … ${high}`);
    return { path, values };
  });
  const points = axes.reduce((product, axis) => product * axis.values.length, 1);
  if (points > MOST_SWEEP_POINTS)
    throw usageError(`--sweep: ${points} points are more than ${MOST_SWEEP_POINTS}; take larger steps`);
  return axes;
}

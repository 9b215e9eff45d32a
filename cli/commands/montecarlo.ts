import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StudyResult } from '../../engine/montecarlo/answers/answers.js';
import type { BeliefAnswer } from '../../engine/montecarlo/answers/belief-answer.js';
import type { Study } from '../../engine/montecarlo/study/study.js';
import { once } from '../../engine/values/once.js';
import type { Arguments, Command, CommandResult, Context, FileContent } from '../command.js';
import { usageError } from '../errors.js';
import { FIGURES_OPTION, switchOption, textOption, wholeOption } from '../options.js';
import { PART_OPTIONS, partOption } from '../study/part-options.js';
import { BELIEFS_OPTION, type LoadedStudy, STUDY_OPTIONS } from '../study/study-options.js';

/** A file that only the result of a whole study has. */
const STUDY_RESULT = 'bands.csv';

export const montecarlo: Command = {
  name: 'montecarlo',
  summary: 'How sure it is: many draws of everything uncertain, all futures under the same ones',
  positionals: [
    {
      name: 'scenario',
      description: 'Scenario files of one case, compared with the first; or one study file',
      path: true,
      repeatable: true,
    },
  ],
  options: {
    draws: { description: 'Number of draws (default 1000)', value: 'number' },
    ...STUDY_OPTIONS,
    ...PART_OPTIONS,
    ...BELIEFS_OPTION,
    draw: { description: 'Run this one draw alone and show its inputs and outcomes; the first is 0', value: 'number' },
    'all-draws': { description: 'Also write inputs and outcomes of every draw: draws.csv and draws.parquet' },
    discover: { description: 'Find where among the draws the last future loses' },
    ...FIGURES_OPTION,
    full: { description: 'Print every table, not only what fits a screen' },
  },
  examples: [
    [
      'montecarlo scenarios/changchun-jilin/uncoordinated.yaml scenarios/changchun-jilin/coordinated.yaml',
      'is coordination better, how surely, and for whom',
    ],
    ['montecarlo a.yaml b.yaml --draws 10000 --seed 2 --out results', 'more draws of another seed, kept as files'],
    ['montecarlo a.yaml b.yaml --draws 10000 --seed 2 --out results --resume', 'goes on where it was interrupted'],
    ['montecarlo a.yaml b.yaml --draws 10000 --shard 3/40 --out parts/3', 'part 3 of 0 to 39, for tandem merge'],
    ['montecarlo a.yaml b.yaml --draws 10000 --seed 2 --draw 4711', 'one draw alone, as it is in that study'],
    ['montecarlo a.yaml b.yaml --beliefs sceptical.yaml steady.yaml', 'whether it holds under other assumptions'],
    ['montecarlo study.yaml --freeze "policies.*.failure"', 'a study file, every policy at its expected success'],
  ],
  async run(args, context) {
    const { loadStudy } = await import('../study/study-options.js');
    checkOptions(args, context);
    const loaded = await loadStudy(args, context);
    if (textOption(args, 'draw') !== undefined) return replay(loaded.study, args);
    return runWhole(loaded, args, context);
  },
};

function checkOptions(args: Arguments, context: Context): void {
  for (const option of ['resume', 'all-draws']) {
    if (switchOption(args, option) && context.out === null && !switchOption(args, 'estimate'))
      throw usageError(`--${option} needs --out`, 'Name the folder.');
  }
  partOption(args, context);
  if (textOption(args, 'draw') === undefined) return;
  for (const option of ['resume', 'all-draws', 'discover', 'full', 'shard', 'estimate']) {
    if (args.options[option] !== undefined) throw usageError(`--${option} is of a whole study, not of one --draw`);
  }
  if (context.out !== null && existsSync(join(context.out, STUDY_RESULT))) {
    throw usageError(`--out ${context.out} holds a whole study, which one draw would replace`, 'Name another folder.');
  }
}

async function replay(study: Study, args: Arguments): Promise<CommandResult> {
  const { replayDraw } = await import('../../engine/montecarlo/draws/replay.js');
  const report = await import('../../engine/report/study/replay-report.js');
  const { aboutFutures } = await import('../../engine/report/data/about.js');
  const { csvTable } = await import('../../engine/report/data/columns.js');
  const replayed = replayDraw(study, wholeOption(args, 'draw', 0, study.draws - 1)!);
  return {
    about: aboutFutures(study.futures),
    seed: study.seed,
    text: (layout) => report.replayText(replayed, layout),
    csv: () => csvTable(report.replayTable(replayed)),
    json: () => report.replayJson(replayed),
  };
}

async function runWhole(loaded: LoadedStudy, args: Arguments, context: Context): Promise<CommandResult> {
  const { study, workers } = loaded;
  const { aboutFutures } = await import('../../engine/report/data/about.js');
  const { csvTable } = await import('../../engine/report/data/columns.js');
  const { bandsTable, studyFiles } = await import('../../engine/report/study/study-files.js');
  const { drawsTable } = await import('../../engine/report/study/draws-table.js');
  const { centralRun } = await import('../../engine/montecarlo/answers/central-run.js');
  const { discoverLosses } = await import('../../engine/montecarlo/discovery/discover-losses.js');
  const { studyDrivers } = await import('../../engine/montecarlo/answers/study-drivers.js');
  const { studyReport } = await import('../../engine/report/study/study-findings.js');
  const { discoveryJson, discoveryText } = await import('../../engine/report/study/discovery-report.js');
  const { driversJson, studyJson } = await import('../../engine/report/study/study-json.js');
  const { studyReportFiles } = await import('../output/report-files.js');
  const { fullStudyText, studyText } = await import('../../engine/report/study/study-text.js');
  const { drawParquet } = await import('../../engine/report/study/study-parquet.js');
  const { kindsLeftOut } = await import('../../engine/compare/kinds-left-out.js');
  const { runStudy } = await import('../../engine/montecarlo/answers/run-study.js');
  const { runKept } = await import('../study/run-kept.js');
  const resume = switchOption(args, 'resume');
  const part = partOption(args, context);
  const how = { command: montecarlo.name, part, total: study.draws, unit: 'draws', workers, resume } as const;
  const kinds = once(() => {
    const { futures, equalCost } = study;
    return futures.length < 2 ? null : kindsLeftOut(futures[0]!, futures.at(-1)!, { equalCost: equalCost !== null });
  });
  const kept = await runKept({ kind: 'draws', study }, how, context, (options) => {
    // Workers take their time to start, which is enough for what needs no draws.
    if (options.parallel !== undefined && options.parallel > 1) setImmediate(() => attempt(kinds));
    return runStudy(study, options);
  });
  if (kept.instead !== undefined) return kept.instead;
  const { result, log } = kept;
  for (const { draw, message } of result.failures.slice(0, 5)) context.inform(`draw ${draw} failed: ${message}`);
  if (result.failures.length > 5) context.inform(`${result.failures.length} draws failed in all`);
  const beliefs = await askBeliefs(loaded, result, context);
  const drivers = once(() => studyDrivers(result));
  const discovery = once(() => discoverLosses(result));
  const asked = switchOption(args, 'discover');
  const json = (discovers: boolean) => ({
    ...studyJson(result, { kinds: kinds(), beliefs, study: result }, context.portablePath),
    drivers: driversJson(drivers()),
    ...(discovers ? { discovery: discoveryJson(discovery()) } : {}),
  });
  return {
    ...studyReportFiles(() =>
      studyReport(result, { drivers: drivers(), discovery: discovery(), kinds: kinds(), beliefs }),
    ),
    about: aboutFutures(study.futures),
    seed: study.seed,
    text: (layout) => {
      const text = switchOption(args, 'full') ? fullStudyText : studyText;
      return (
        text(
          {
            result,
            drivers: drivers(),
            centralRun: centralRun(result),
            basis: { kinds: kinds(), beliefs, study: result },
          },
          layout,
        ) + (asked ? `\n${discoveryText(discovery(), layout)}` : '')
      );
    },
    csv: () => csvTable(bandsTable(result)),
    json: () => json(asked),
    files: () =>
      new Map<string, FileContent>([
        ...studyFiles(result, json(true)),
        ...(switchOption(args, 'all-draws') && log !== null
          ? [
              ['draws.csv', csvTable(drawsTable(study, () => log.ordered()))] as const,
              ['draws.parquet', drawParquet(study, log.ordered())] as const,
            ]
          : []),
      ]),
    ...(log === null ? {} : { close: log.close }),
  };
}

/** Makes something ahead of time; what goes wrong with it is said when it is asked for. */
function attempt(make: () => unknown): void {
  try {
    make();
  } catch {}
}

/** The answer of the study and the same under each belief; null where none is given. */
async function askBeliefs(
  { study, request, workers, believed }: LoadedStudy,
  result: StudyResult,
  context: Context,
): Promise<BeliefAnswer[] | null> {
  if (believed.length === 0) return null;
  const { beliefAnswer } = await import('../../engine/montecarlo/answers/belief-answer.js');
  const { answerBeliefs } = await import('../study/belief-answers.js');
  const { position: _, ...asked } = request;
  const answers = await answerBeliefs(null, believed, { ...asked, draws: study.draws }, workers, context);
  return [beliefAnswer(null, result, false), ...answers];
}

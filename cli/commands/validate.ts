import type { StudyResult } from '../../engine/montecarlo/answers/answers.js';
import type { Study } from '../../engine/montecarlo/study/study.js';
import type { Command, Context } from '../command.js';
import { usageError } from '../errors.js';
import { FIGURES_OPTION, textOption, wholeOption } from '../options.js';

/** Draws where none are asked for: an 80 % band is then known to about a fortieth of its width. */
const DRAWS = 1000;

export const validate: Command = {
  name: 'validate',
  blocking: true,
  summary: 'Holds projections against figures that were published later',
  positionals: [{ name: 'scenario', description: 'A scenario file, such as a baseline', path: true }],
  options: {
    facts: { description: 'The file of published figures', value: 'file', path: true },
    draws: { description: `Draws for the bands (default ${DRAWS})`, value: 'number' },
    workers: { description: 'Workers at once (default all cores). Changes no number', value: 'number' },
    ...FIGURES_OPTION,
  },
  examples: [
    [
      'validate scenarios/changchun-jilin/baseline.yaml --facts scenarios/changchun-jilin/facts.yaml',
      'what the model foresaw of 2012 to 2019, and what it did not',
    ],
    ['validate baseline.yaml --facts facts.yaml --set table=shares', 'the same on another table of the case'],
  ],
  async run(args, context) {
    const facts = textOption(args, 'facts');
    if (facts === undefined) throw usageError('validate: a file of facts is needed', '--facts facts.yaml');
    const { loadFutures } = await import('../load-futures.js');
    const { parseFacts } = await import('../../engine/validation/facts-file.js');
    const { factsStudy, validateFacts } = await import('../../engine/validation/validate-facts.js');
    const { validationReportFiles } = await import('../output/report-files.js');
    const tables = await import('../../engine/report/validation/validation-tables.js');
    const { aboutFutures } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const draws = wholeOption(args, 'draws', 1, 10_000_000) ?? DRAWS;
    const workers = wholeOption(args, 'workers', 1, 1024);
    const [future] = await loadFutures(args.positionals, context);
    const published = await parseFacts(context.read, facts, future!);
    const study = factsStudy(future!, published, { draws, ...(context.seed === null ? {} : { seed: context.seed }) });
    const result = await runDraws(study, workers, context);
    const { from, to } = future!.scenario.years;
    const report = {
      title: future!.scenario.title,
      facts: published,
      validated: validateFacts(published, result),
      draws,
      years: [from, to] as const,
      future: future!,
      study,
    };
    return {
      ...validationReportFiles(() => report),
      about: aboutFutures([future!]),
      seed: study.seed,
      text: (layout) => tables.validationText(report, layout),
      csv: () => csvTable(tables.validationTable(report)),
      json: () => tables.validationData(report),
    };
  },
};

async function runDraws(study: Study, workers: number | undefined, context: Context): Promise<StudyResult> {
  const { runStudy } = await import('../../engine/montecarlo/answers/run-study.js');
  const { startJob } = await import('../study/run-job.js');
  const { startProgress } = await import('../progress.js');
  const job = startJob({ kind: 'draws', study }, study.draws, workers);
  const progress = startProgress(study.draws, 'draws', context.progressPlace, 0);
  try {
    return await runStudy(study, { ...job, onBatch: (_batch, done) => progress.update(done) });
  } finally {
    progress.stop();
    await job.close();
  }
}

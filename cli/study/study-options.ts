import type { FutureSource } from '../../engine/compare/future.js';
import { throwMistakes } from '../../engine/mistakes.js';
import type { SamplingMethod } from '../../engine/montecarlo/sampling/sampler.js';
import type { Study, StudyRequest } from '../../engine/montecarlo/study/study.js';
import type { ParsedStudy } from '../../engine/montecarlo/study/study-file.js';
import type { Arguments, Context, OptionDefinition } from '../command.js';
import { usageError } from '../errors.js';
import type { ParsedFuture } from '../load-futures.js';
import { listOption, switchOption, textOption, wholeOption } from '../options.js';
import type { BelievedFutures } from './belief-answers.js';

/** Options of commands that draw. */
export const STUDY_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  sampler: {
    description: 'How draws are spread (default latin)',
    value: 'name',
    choices: ['random', 'latin', 'sobol'],
  },
  workers: {
    description: 'Workers at once (default all cores); 1 runs in one thread. Changes no number',
    value: 'number',
  },
  resume: { description: 'Go on with an interrupted study in the folder of --out' },
  freeze: {
    description:
      'Keep a number at its central value: a path, a parameter’s name or a glob such as "policies.*.failure"',
    value: 'name',
    repeatable: true,
  },
  include: { description: 'Draw only this and what else is included', value: 'name', repeatable: true },
  'equal-cost': { description: 'Scale intensities until all futures cost the same at central values (the default)' },
  'no-equal-cost': { description: 'Let each future cost what it costs' },
};

/** The option of commands that can ask a question again under other assumptions. */
export const BELIEFS_OPTION: Readonly<Record<string, OptionDefinition>> = {
  beliefs: {
    description: 'Ask the same again under each of these beliefs, files of other assumptions',
    value: 'file',
    path: true,
    many: true,
  },
};

/** Part of a distribution that is worth a word when it is cut off. */
const WORTH_SAYING = 0.01;

/** A study as asked for: its futures loaded, and how it is to be run. */
export interface LoadedStudy {
  readonly study: Study;
  /** The sources of the study, to be asked again under other assumptions. */
  readonly request: StudyRequest;
  readonly workers: number | undefined;
  /** The futures under each belief that the command line names, else those of the study file. */
  readonly believed: readonly BelievedFutures[];
}

/**
 * Loads the study that a command line asks for: scenarios, or one study file; options win over the file.
 *
 * @param draws in place of what options and file say
 */
export async function loadStudy(args: Arguments, context: Context, draws?: number): Promise<LoadedStudy> {
  const { unknownPatterns } = await import('../../engine/montecarlo/study/study-file.js');
  const { createStudy, MOST_DRAWS } = await import('../../engine/montecarlo/study/study.js');
  if (switchOption(args, 'equal-cost') && switchOption(args, 'no-equal-cost')) {
    throw usageError('--equal-cost and --no-equal-cost contradict each other');
  }
  const wantedDraws = draws ?? wholeOption(args, 'draws', 1, MOST_DRAWS);
  const workers = wholeOption(args, 'workers', 1, 1024);
  const { futures: parsed, request: written, workers: wantedWorkers, beliefs } = await readStudy(args, context);
  const futures: readonly FutureSource[] = parsed.map(({ id, economy, scenario }) => ({ id, economy, scenario }));
  const given = { freeze: listOption(args, 'freeze'), include: listOption(args, 'include') };
  throwMistakes(unknownPatterns(given, futures, (key, k) => ({ file: `--${key}`, line: k + 1, column: 1 })));
  const sampler = textOption(args, 'sampler') as SamplingMethod | undefined;
  const equalCost = switchOption(args, 'no-equal-cost') ? false : switchOption(args, 'equal-cost') ? true : undefined;
  const request: StudyRequest = {
    ...written,
    ...(wantedDraws === undefined ? {} : { draws: wantedDraws }),
    ...(context.seed === null ? {} : { seed: context.seed }),
    ...(sampler === undefined ? {} : { sampler }),
    ...(equalCost === undefined ? {} : { equalCost }),
    uncertainties: {
      freeze: [...(written.uncertainties?.freeze ?? []), ...given.freeze],
      include: [...(written.uncertainties?.include ?? []), ...given.include],
    },
    position: (future, correlation) => parsed[future]!.position(['correlations', correlation]),
  };
  const study = createStudy(futures, request);
  await sayWhatIsCut(study, context);
  const named = listOption(args, 'beliefs');
  const believed = await believedFutures(named.length > 0 ? named : beliefs, futures, context);
  return { study, request, workers: workers ?? wantedWorkers ?? undefined, believed };
}

async function believedFutures(
  paths: readonly string[],
  futures: readonly FutureSource[],
  context: Context,
): Promise<readonly BelievedFutures[]> {
  if (paths.length === 0) return [];
  const { loadBeliefs } = await import('./belief-answers.js');
  return loadBeliefs(
    paths,
    futures.map(({ scenario }) => scenario.file),
    futures,
    context,
  );
}

/** Says of which distributions a part lies where their number may not be, and is never drawn. */
async function sayWhatIsCut(study: Study, context: Context): Promise<void> {
  const { partOutside } = await import('../../engine/montecarlo/study/uncertain.js');
  const { formatPercent } = await import('../../engine/report/text/number-format.js');
  for (const { path, sources } of study.uncertain) {
    for (const source of sources) {
      if (source?.kind !== 'distribution') continue;
      const outside = partOutside(source);
      if (outside < WORTH_SAYING) continue;
      const [low, high] = source.domain;
      context.inform(
        `${path}: ${formatPercent(outside, outside < 0.1 ? 1 : 0)} of ${source.distribution.text} lies outside ${low} … ${high}; draws come from what lies inside`,
      );
    }
  }
}

/** The futures that are named, or the study file that is the only argument with its own. */
async function readStudy(args: Arguments, context: Context): Promise<ParsedStudy<ParsedFuture>> {
  const { futureLoader, loadParsedFutures } = await import('../load-futures.js');
  const { fileKeys } = await import('../check-file.js');
  const [path, ...others] = args.positionals;
  if (path !== undefined && others.length === 0 && fileKeys(context.read, path).includes('futures')) {
    const { parseStudy } = await import('../../engine/montecarlo/study/study-file.js');
    return parseStudy(context.read, path, futureLoader(context));
  }
  return { futures: await loadParsedFutures(args.positionals, context), request: {}, workers: null, beliefs: [] };
}

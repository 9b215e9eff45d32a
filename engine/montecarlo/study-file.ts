import type { FutureSource } from '../compare/future.js';
import { dirname, join, normalise } from '../files/paths.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import { validate } from '../files/validate.js';
import { readYaml, type YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake, MistakesError, type Position, throwMistakes } from '../mistakes.js';
import { collectFindings } from '../scenario/build-context.js';
import { readGoals, readOutcomes } from '../scenario/read-outcomes.js';
import { type ExpressionParser, loadExpressionParser } from '../values/expressions.js';
import type { StudyRequest } from './study.js';
import { type StudyInput, studySchema } from './study-schema.js';
import { matchPaths, NOISE_INPUT, uncertainNumbers } from './uncertain.js';

/** A study file, its own keys checked, the files it names not yet read. */
export interface StudyFile {
  readonly file: string;
  readonly input: StudyInput;
  /** Paths of the futures, as seen from where the study file was seen. */
  readonly futures: readonly string[];
  readonly document: YamlDocument;
}

/**
 * Reads a study file.
 *
 * @throws MistakesError with every mistake of its keys
 */
export function readStudyFile(read: ReadFile, path: string): StudyFile {
  const file = normalise(path);
  const opened = openFile(read, file, { file, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  const document = readYaml(file, opened.bytes);
  const checked = validate(document, studySchema);
  throwMistakes([...document.mistakes, ...checked.mistakes]);
  const input = checked.value!;
  return { file, input, document, futures: input.futures.map((future) => join(dirname(file), future)) };
}

/**
 * What a study file asks for, its outcomes and goals read over the case of its futures and its names checked.
 *
 * @throws MistakesError with every mistake found
 */
export async function readStudyRequest(
  { input, document }: StudyFile,
  futures: readonly FutureSource[],
): Promise<StudyRequest> {
  const { draws, seed, sampler, equalCost, uncertainties } = input;
  const needed = [input.outcomes, input.goals].some((named) => Object.keys(named ?? {}).length > 0);
  const { outcomes, goals, mistakes } = readExpressions(
    input,
    futures[0]!,
    needed ? await loadExpressionParser() : null,
    (path, part) => document.positionOf(path, part),
  );
  throwMistakes([
    ...mistakes,
    ...unknownPatterns(uncertainties, futures, (key, k) => document.positionOf(['uncertainties', key, k], 'value')),
  ]);
  return {
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(sampler === undefined ? {} : { sampler }),
    ...(equalCost === undefined ? {} : { equalCost }),
    ...(uncertainties === undefined
      ? {}
      : { uncertainties: { freeze: uncertainties.freeze ?? [], include: uncertainties.include ?? [] } }),
    ...(input.outcomes === undefined ? {} : { outcomes }),
    ...(input.goals === undefined ? {} : { goals }),
  };
}

/**
 * Names to freeze or to include that mean no uncertain number of any future.
 *
 * @param at where the k-th name of a list was written
 */
export function unknownPatterns(
  uncertainties: {
    readonly freeze?: readonly string[] | undefined;
    readonly include?: readonly string[] | undefined;
  } = {},
  futures: readonly FutureSource[],
  at: (key: 'freeze' | 'include', k: number) => Position,
): Mistake[] {
  const numbers = uncertainNumbers(futures.map(({ scenario }) => scenario)).map(({ path }) => path);
  const paths = [...numbers, NOISE_INPUT];
  const short = paths.map((path) => path.replace(/^parameters\./, ''));
  return (['freeze', 'include'] as const).flatMap((key) =>
    (uncertainties[key] ?? []).flatMap((pattern, k): Mistake[] => {
      if (matchPaths([pattern], paths).size > 0) return [];
      return [
        { ...at(key, k), message: `no uncertain number is called "${pattern}"`, hint: knownNames(pattern, short) },
      ];
    }),
  );
}

/** Reads outcomes and goals over the case of a future. */
function readExpressions(
  input: Pick<StudyInput, 'outcomes' | 'goals'>,
  { economy, scenario }: FutureSource,
  expressions: ExpressionParser | null,
  at: YamlDocument['positionOf'],
) {
  const found = collectFindings(at);
  const { from, to } = scenario.years;
  const context = {
    economy,
    expressions,
    horizon: Array.from({ length: to - from + 1 }, (_, y) => from + y),
    report: found.report,
    leaveUnread: found.leaveUnread,
  };
  return {
    outcomes: readOutcomes(input.outcomes, context),
    goals: readGoals(input.goals, context),
    mistakes: found.findings().mistakes,
  };
}

/**
 * Reads one outcome, as a person writes it on a command line.
 *
 * @throws MistakesError with what is wrong with it
 */
export async function readOutcome(name: string, expression: string, future: FutureSource, file: string) {
  const { outcomes, mistakes } = readExpressions(
    { outcomes: { [name]: expression } },
    future,
    await loadExpressionParser(),
    () => ({ file, line: 1, column: 1 }),
  );
  throwMistakes(mistakes);
  return outcomes[name]!;
}

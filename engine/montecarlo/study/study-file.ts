import type { FutureSource } from '../../compare/future.js';
import { inFileOrder } from '../../files/mistake-order.js';
import { dirname, join, normalise } from '../../files/paths.js';
import { openFile, type ReadFile } from '../../files/read-file.js';
import { validate } from '../../files/validate.js';
import { readYaml, type YamlDocument } from '../../files/yaml.js';
import { knownNames, type Mistake, MistakesError, type Position, throwMistakes } from '../../mistakes.js';
import { collectFindings } from '../../scenario/build-context.js';
import { buildGoals, buildOutcomes } from '../../scenario/build-outcomes.js';
import { isPlain } from '../../scenario/plain-data.js';
import { readableEntries } from '../../scenario/readable-input.js';
import { type ExpressionParser, loadExpressionParser } from '../../values/expressions.js';
import type { StudyRequest } from './study.js';
import { type StudyInput, studySchema } from './study-schema.js';
import { matchPaths, NOISE_INPUT, uncertainNumbers } from './uncertain.js';

/** A study file with its futures, as asked for. */
export interface ParsedStudy<Future extends FutureSource> {
  readonly futures: readonly Future[];
  readonly request: StudyRequest;
  /** Workers to run it with; null where the file leaves that open. */
  readonly workers: number | null;
  /** Belief files, named as seen from where the study file was seen. */
  readonly beliefs: readonly string[];
}

/**
 * Parses a study file with all its futures, its outcomes and goals read over the case of the first and its names checked against all.
 *
 * @param load parses one of the futures, named as seen from where the study file was seen
 * @throws MistakesError with every mistake of every file
 */
export async function parseStudy<Future extends FutureSource>(
  read: ReadFile,
  path: string,
  load: (file: string, index: number, files: readonly string[]) => Promise<Future>,
): Promise<ParsedStudy<Future>> {
  const file = normalise(path);
  const opened = openFile(read, file, { file, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  const document = readYaml(file, opened.bytes);
  const checked = validate(document, studySchema);
  const mistakes: Mistake[] = [...document.mistakes, ...checked.mistakes];
  const input = readableStudy(document.value);
  const files = input.futures.map((future) => join(dirname(file), future));
  const futures: Future[] = [];
  for (const [k, each] of files.entries()) {
    const there = openFile(read, each, document.positionOf(['futures', k], 'value'));
    try {
      if ('mistake' in there) mistakes.push(there.mistake);
      else futures.push(await load(each, k, files));
    } catch (error) {
      if (!(error instanceof MistakesError)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  const request = await readRequest(input, document, futures, futures.length === files.length, mistakes);
  throwMistakes(inFileOrder(eachOnce(mistakes)));
  const beliefs = (input.beliefs ?? []).map((belief) => join(dirname(file), belief));
  return { futures, request, workers: input.workers ?? null, beliefs };
}

/** The parts of a study that can be read although others cannot. */
function readableStudy(value: unknown): StudyInput {
  const written = isPlain(value) ? value : {};
  const readable: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(studySchema.shape)) {
    const part = written[key];
    const entries = schema.safeParse(part).success ? part : readableEntries(part, {}, schema);
    if (entries !== undefined && entries !== null) readable[key] = entries;
  }
  return { futures: [], ...readable };
}

/** Futures of one case share its mistakes. */
function eachOnce(mistakes: readonly Mistake[]): Mistake[] {
  return [...new Map(mistakes.map((mistake) => [JSON.stringify(mistake), mistake])).values()];
}

/**
 * @param whole true where all futures could be parsed, so that names unknown to all of them are mistakes
 * @param mistakes gets those found
 */
async function readRequest(
  input: StudyInput,
  document: YamlDocument,
  futures: readonly FutureSource[],
  whole: boolean,
  mistakes: Mistake[],
): Promise<StudyRequest> {
  const { draws, seed, sampler, equalCost, uncertainties } = input;
  const needed = [input.outcomes, input.goals].some((named) => Object.keys(named ?? {}).length > 0);
  const { outcomes, goals } =
    futures.length === 0
      ? { outcomes: {}, goals: {} }
      : readExpressions(input, futures[0]!, needed ? await loadExpressionParser() : null, document, mistakes);
  if (whole) {
    const at = (key: string, k: number) => document.positionOf(['uncertainties', key, k], 'value');
    mistakes.push(...unknownPatterns(uncertainties, futures, at));
  }
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

/** Reads outcomes and goals over the case of a future; `mistakes` gets what is wrong with them. */
function readExpressions(
  input: Pick<StudyInput, 'outcomes' | 'goals'>,
  { economy, scenario }: FutureSource,
  expressions: ExpressionParser | null,
  document: Pick<YamlDocument, 'positionOf'>,
  mistakes: Mistake[],
) {
  const found = collectFindings((path, part) => document.positionOf(path, part));
  const { from, to } = scenario.years;
  const context = {
    economy,
    expressions,
    horizon: Array.from({ length: to - from + 1 }, (_, y) => from + y),
    report: found.report,
    leaveUnread: found.leaveUnread,
  };
  const read = { outcomes: buildOutcomes(input.outcomes, context), goals: buildGoals(input.goals, context) };
  mistakes.push(...found.findings().mistakes);
  return read;
}

/**
 * Reads one outcome, as a person writes it on a command line.
 *
 * @throws MistakesError with what is wrong with it
 */
export async function readOutcome(name: string, expression: string, future: FutureSource, file: string) {
  const mistakes: Mistake[] = [];
  const { outcomes } = readExpressions(
    { outcomes: { [name]: expression } },
    future,
    await loadExpressionParser(),
    { positionOf: () => ({ file, line: 1, column: 1 }) },
    mistakes,
  );
  throwMistakes(mistakes);
  return outcomes[name]!;
}

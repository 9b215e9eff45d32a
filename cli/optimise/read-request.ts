import type { FutureSource } from '../../engine/compare/future.js';
import { costOf } from '../../engine/optimise/given-plans.js';
import type { SearchRequest } from '../../engine/optimise/prepare.js';
import { BUILT_IN_OBJECTIVES, type BuiltInObjective, type Objective } from '../../engine/optimise/problem.js';
import { type ParsedScenario, parseScenario } from '../../engine/scenario/parse-scenario.js';
import { scenarioIds, settingsOf } from '../../engine/scenario/scenario-ids.js';
import type { Arguments, Context } from '../command.js';
import { usageError } from '../errors.js';
import { switchOption, textOption, wholeOption } from '../options.js';
import type { BelievedFutures } from '../study/belief-answers.js';

/** Draws of a search that looks at the worst tenth of them: then that is one draw. */
const CVAR_DRAWS = 10;

/** A scenario whose policies are the menu. */
export interface Menu {
  readonly file: string;
  readonly source: FutureSource;
  readonly parsed: ParsedScenario;
  /** The menu under each of some beliefs. */
  believed(paths: readonly string[]): Promise<BelievedFutures[]>;
}

/** Loads the menu and says what its case leaves out. */
export async function loadMenu(file: string, context: Context): Promise<Menu> {
  const parsed = await parseScenario(context.read, file, settingsOf(context.settings, scenarioIds([file]), 0));
  for (const note of parsed.notes) context.inform(`${file}: ${note}`);
  const { scenario, economy } = parsed;
  const source = { id: scenario.id, economy, scenario };
  return {
    file,
    source,
    parsed,
    async believed(paths) {
      const { loadBeliefs } = await import('../study/belief-answers.js');
      return loadBeliefs(paths, [file], [source], context);
    },
  };
}

/** The request of a search, from the command line. */
export async function readRequest(
  args: Arguments,
  source: FutureSource,
  { objectives, evaluations }: { readonly objectives: string; readonly evaluations: number },
  context: Context,
): Promise<SearchRequest> {
  const { scenario } = source;
  if (scenario.policies.length === 0) {
    throw usageError(
      `${scenario.file} has no policies to choose from`,
      'Name a scenario with policies: they are the menu.',
    );
  }
  const goals = switchOption(args, 'meet-goals');
  if (goals && Object.keys(scenario.goals).length === 0) throw usageError('--meet-goals: the scenario states no goals');
  const read = await readObjectives(objectives, source);
  const searchDraws =
    wholeOption(args, 'search-draws', 0, 1000) ?? (read.some(({ name }) => name === 'cvar') ? CVAR_DRAWS : 0);
  if (searchDraws === 0 && read.some(({ name }) => name === 'cvar')) {
    throw usageError('--search-draws 0: cvar is about draws', `--search-draws ${CVAR_DRAWS}`);
  }
  const budget = await readBudget(args, source, context);
  return {
    objectives: read,
    constraints: { budget, noRegionLoses: switchOption(args, 'no-region-loses'), goals },
    evaluations,
    searchDraws,
    seed: context.seed ?? 1,
  };
}

async function readBudget(args: Arguments, source: FutureSource, context: Context): Promise<number> {
  const text = textOption(args, 'budget');
  const file = textOption(args, 'budget-of');
  if (text !== undefined && file !== undefined) throw usageError('--budget and --budget-of contradict each other');
  if (file !== undefined) {
    const settings = settingsOf(context.settings, scenarioIds([file]), 0);
    return costOf(await parseScenario(context.read, file, settings));
  }
  if (text === undefined) return costOf(source);
  const budget = Number(text);
  if (!/^\d{1,20}(\.\d{1,20})?(e\d{1,2})?$/i.test(text) || !Number.isFinite(budget)) {
    throw usageError(`--budget ${text}: not a number of ${source.economy.currency}`, 'As in --budget 600.');
  }
  return budget;
}

async function readObjectives(text: string, source: FutureSource): Promise<Objective[]> {
  const { readOutcome } = await import('../../engine/montecarlo/study/study-file.js');
  const { knownNames } = await import('../../engine/mistakes.js');
  const stated = source.scenario.outcomes;
  const names = splitList(text);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) throw usageError(`--objectives ${text}: ${twice} stands there twice`);
  if (names.length > 5)
    throw usageError(`--objectives ${text}: at most five`, 'More of them make every plan a good one.');
  const objectives: Objective[] = [];
  for (const name of names) {
    if (isBuiltIn(name)) objectives.push({ name, outcome: null });
    else if (Object.hasOwn(stated, name)) {
      const outcome = stated[name]!;
      if (outcome.better === 'none') throw usageError(`--objectives ${name}: neither more nor less of it is better`);
      objectives.push({ name, outcome });
    } else if (/^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(name)) {
      const known = [...BUILT_IN_OBJECTIVES, ...Object.keys(stated)];
      throw usageError(`--objectives ${text}: no objective is called "${name}" (${knownNames(name, known)})`);
    } else objectives.push({ name, outcome: await readOutcome(name, name, source, '--objectives') });
  }
  return objectives;
}

function isBuiltIn(name: string): name is BuiltInObjective {
  return (BUILT_IN_OBJECTIVES as readonly string[]).includes(name);
}

/** Parts of a list between commas that stand in no brackets and no quotes. */
function splitList(text: string): string[] {
  const parts = [''];
  let [depth, quote] = [0, ''];
  for (const letter of text) {
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(') depth++;
    else if (letter === ')') depth--;
    if (letter === ',' && depth === 0 && quote === '') parts.push('');
    else parts[parts.length - 1] += letter;
  }
  const named = parts.map((part) => part.trim());
  if (named.includes('')) throw usageError(`--objectives ${text}: an objective is empty`, 'As in gain,worst,cost.');
  return named;
}

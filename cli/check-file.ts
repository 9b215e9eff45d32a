import { caseShape } from '../engine/economy/case-schema.js';
import type { Economy } from '../engine/economy/economy.js';
import { type ParsedCase, parseCase } from '../engine/economy/parse-case.js';
import { openFile, type ReadFile } from '../engine/files/read-file.js';
import { readYaml } from '../engine/files/yaml.js';
import { type Mistake, MistakesError } from '../engine/mistakes.js';
import { createStudy } from '../engine/montecarlo/study/study.js';
import { parseStudy } from '../engine/montecarlo/study/study-file.js';
import { checkEvents } from '../engine/plan/check-events.js';
import { compilePlan } from '../engine/plan/compile.js';
import { createResolver } from '../engine/plan/resolve.js';
import { parseTargets } from '../engine/reconstruct/targets/parse-targets.js';
import { positionIn } from '../engine/scenario/layers.js';
import { parseScenario } from '../engine/scenario/parse-scenario.js';
import { scenarioFileSchema } from '../engine/scenario/scenario-schema.js';
import { caseOptions } from './case-options.js';
import { futureLoader } from './load-futures.js';

export type FileKind = 'case' | 'scenario' | 'study' | 'targets';

/** The result of the check of one file. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: FileKind;
  /** The content of the file in a few words; empty where it has mistakes. */
  readonly contents: string;
  readonly notes: readonly string[];
  readonly mistakes: readonly Mistake[];
}

/**
 * Checks a file as far as can be without projecting: its text, its keys, every file it names, and for a scenario that a plan can be made of it.
 * A case with several tables is checked with each of them.
 */
export async function checkFile(read: ReadFile, file: string, settings: readonly string[]): Promise<CheckedFile> {
  const kind = kindOf(read, file);
  try {
    const found = await checks[kind](read, file, settings);
    return { file, kind, ...found, mistakes: [] };
  } catch (error) {
    if (!(error instanceof MistakesError)) throw error;
    return { file, kind, contents: '', notes: [], mistakes: error.mistakes };
  }
}

/** The keys of a file; none where it cannot be read or is no mapping. */
export function fileKeys(read: ReadFile, file: string): readonly string[] {
  const opened = openFile(read, file, { file, line: 1, column: 1 });
  const value = 'bytes' in opened ? readYaml(file, opened.bytes).value : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/**
 * The kind of a file, from its keys: only studies have futures, only scenarios name a case or extend a file, only targets have
 * figures and a prior; of a file without any of these, most of its keys decide.
 */
function kindOf(read: ReadFile, file: string): FileKind {
  const keys = fileKeys(read, file);
  if (keys.includes('futures')) return 'study';
  if (keys.includes('figures') || keys.includes('prior')) return 'targets';
  if (keys.includes('case') || keys.includes('extends')) return 'scenario';
  const known = (shape: object) => keys.filter((key) => Object.hasOwn(shape, key)).length;
  return known(scenarioFileSchema.shape) > known(caseShape) ? 'scenario' : 'case';
}

const checks = { case: checkCase, scenario: checkScenario, study: checkStudy, targets: checkTargets };

function checkCase(read: ReadFile, file: string, settings: readonly string[]) {
  const options = caseOptions(settings);
  const parsed = parseCase(read, file, options);
  if (options.table === undefined) for (const table of parsed.tables) parseCase(read, file, { ...options, table });
  return { contents: describeCase(parsed), notes: parsed.economy.notes };
}

async function checkScenario(read: ReadFile, file: string, settings: readonly string[]) {
  const { scenario, economy, layers, notes } = await parseScenario(read, file, settings);
  const start = { file: scenario.file, line: 1, column: 1 };
  checkEvents({ economy, scenario, layers });
  compilePlan(economy, scenario, createResolver());
  // Whether its correlations can hold together shows only here.
  createStudy([{ id: scenario.id, scenario, economy }], {
    equalCost: false,
    position: (_, k) => positionIn(layers, start, ['correlations', k]),
  });
  const policies = scenario.policies.length;
  const contents = `${scenario.years.from} to ${scenario.years.to}, ${policies} ${policies === 1 ? 'policy' : 'policies'}`;
  return { contents, notes };
}

async function checkStudy(read: ReadFile, file: string, settings: readonly string[]) {
  const notes: string[] = [];
  const inform = (note: string) => void notes.push(note);
  const { futures, request } = await parseStudy(read, file, futureLoader({ read, settings, inform }));
  const { draws, runs, uncertain } = createStudy(
    futures.map(({ id, economy, scenario }) => ({ id, economy, scenario })),
    {
      ...request,
      equalCost: false,
      position: (future, correlation) => futures[future]!.position(['correlations', correlation]),
    },
  );
  return {
    contents: `${runs.length - 1} ${runs.length === 2 ? 'future' : 'futures'}, ${draws} draws, ${uncertain.length} uncertain numbers`,
    notes,
  };
}

function checkTargets(read: ReadFile, file: string) {
  const { tables } = parseTargets(read, file);
  const figures = tables[0]?.targets.figures.length ?? 0;
  return { contents: `${figures} figures, tables ${tables.map(({ name }) => name).join(', ')}`, notes: [] };
}

function describeCase({ economy, tables }: ParsedCase): string {
  return describeEconomy(economy) + (tables.length > 1 ? `, tables ${tables.join(', ')}` : '');
}

function describeEconomy({ regions, industries, years }: Economy): string {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  const shown = years.length > 4 ? `${years.length} years ${years[0]} to ${years.at(-1)}` : years.join(', ');
  return `${count(regions.length, 'region', 'regions')}, ${count(industries.length, 'industry', 'industries')}, ${shown}`;
}

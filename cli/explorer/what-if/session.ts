import { keepPrepared, type Preparer } from '../../../engine/compare/prepared-future.js';
import type { ReadFile } from '../../../engine/files/read-file.js';
import type { CompiledPlan } from '../../../engine/plan/compile.js';
import { keepLayout, type LayOutMap } from '../../../engine/report/figures/map/map-layout.js';
import { keepFiles, type ParsedScenario, parseScenario } from '../../../engine/scenario/parse-scenario.js';
import { type FutureControls, futureControls } from './controls.js';
import type { ShownChapter } from './shown.js';

/** Parses a scenario file with settings laid over it, and names it anew where a label is given. */
export type Parser = (file: string, settings: readonly string[], label: string | null) => Promise<ParsedScenario>;

/** The work that a page keeps from one what-if to the next: from move to move most stays as it was. Files are taken not to change. */
export interface Session {
  readonly parse: Parser;
  readonly prepare: Preparer;
  readonly controls: typeof futureControls;
  readonly layOut: LayOutMap;
  /** Chapters of the last what-if: they stand until the rest is there, so that only figures that are wanted at once need be worked out. */
  chapters: readonly ShownChapter[] | null;
}

/** Begins the session of a page. */
export function beginSession(read: ReadFile): Session {
  return {
    parse: keepParsed(read),
    prepare: keepPrepared(),
    controls: keepControls(),
    layOut: keepLayout(),
    chapters: null,
  };
}

/** A parser that keeps nothing. */
export function newParser(read: ReadFile): Parser {
  return async (file, settings, label) => labelled(await parseScenario(read, file, settings), label);
}

/** Results kept: as many as futures, and each once more as it was before. */
const KEPT = 16;

/** A parser that keeps what it parsed last, so that a future in which nothing is changed is the same object as before. */
export function keepParsed(read: ReadFile): Parser {
  const kept = new Map<string, ParsedScenario>();
  const parsers = keepFiles(read);
  return async (file, settings, label) => {
    const key = JSON.stringify([file, settings, label]);
    const parsed = kept.get(key) ?? labelled(await parseScenario(read, file, settings, parsers), label);
    keepLast(kept, key, parsed);
    return parsed;
  };
}

/** The controls of futures, made anew only for those that were compiled anew. */
function keepControls(): typeof futureControls {
  const kept = new Map<CompiledPlan, { readonly name: string; readonly of: ParsedScenario; made: FutureControls }>();
  return (name, parsed, compiled) => {
    const known = kept.get(compiled);
    const same = known !== undefined && known.name === name && known.of === parsed;
    const made = same ? known.made : futureControls(name, parsed, compiled);
    keepLast(kept, compiled, { name, of: parsed, made });
    return made;
  };
}

function keepLast<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
}

function labelled(parsed: ParsedScenario, label: string | null): ParsedScenario {
  return label === null ? parsed : { ...parsed, scenario: { ...parsed.scenario, label } };
}

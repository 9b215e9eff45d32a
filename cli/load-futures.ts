import type { FutureSource } from '../engine/compare/future.js';
import type { Position } from '../engine/mistakes.js';
import { checkEvents } from '../engine/plan/check-events.js';
import { positionIn } from '../engine/scenario/layers.js';
import type { LayerDocument } from '../engine/scenario/origin-map.js';
import { keepFiles, parseScenario } from '../engine/scenario/parse-scenario.js';
import type { Path } from '../engine/scenario/plain-data.js';
import { scenarioIds, settingsOf } from '../engine/scenario/scenario-ids.js';
import type { Context } from './command.js';

/** A future with where each of its values was written. */
export interface ParsedFuture extends FutureSource {
  position(path: Path): Position;
}

/** Parses the scenarios of a comparison or study; each future's id is its file's name, numbered where two share one. */
export async function loadFutures(files: readonly string[], context: Context): Promise<FutureSource[]> {
  const parsed = await loadParsedFutures(files, context);
  return parsed.map(({ id, economy, scenario }) => ({ id, economy, scenario }));
}

/** The same, still knowing where everything was written. */
export async function loadParsedFutures(files: readonly string[], context: Context): Promise<ParsedFuture[]> {
  const load = futureLoader(context);
  const sources: ParsedFuture[] = [];
  for (const [k, file] of files.entries()) sources.push(await load(file, k, files));
  return sources;
}

/**
 * Parses the scenarios of a list one by one; what there is to say of several is said once.
 *
 * @param beliefs layers to lay over every scenario
 */
export function futureLoader(
  context: Pick<Context, 'read' | 'settings' | 'inform'>,
  beliefs: readonly LayerDocument[] = [],
) {
  const said = new Set<string>();
  const parsers = keepFiles(context.read);
  return async (file: string, index: number, files: readonly string[]): Promise<ParsedFuture> => {
    const ids = scenarioIds(files);
    const settings = settingsOf(context.settings, ids, index);
    const { scenario, economy, layers, notes } = await parseScenario(context.read, file, settings, {
      beliefs,
      ...parsers,
    });
    for (const note of notes) {
      if (!said.has(note)) context.inform(`${file}: ${note}`);
      said.add(note);
    }
    const start: Position = { file: scenario.file, line: 1, column: 1 };
    checkEvents({ economy, scenario, layers });
    return { id: ids[index]!, economy, scenario, position: (path) => positionIn(layers, start, path) };
  };
}

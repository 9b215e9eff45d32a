import type { FutureSource } from '../engine/compare/future.js';
import { parseScenario } from '../engine/scenario/parse-scenario.js';
import type { Context } from './command.js';

/** Parses the scenarios of a comparison or study; each future's id is its file's name, numbered where two share one. */
export async function loadFutures(files: readonly string[], context: Context): Promise<FutureSource[]> {
  const sources: FutureSource[] = [];
  const said = new Set<string>();
  for (const file of files) {
    const { scenario, economy, notes } = await parseScenario(context.read, file, context.settings);
    for (const note of notes) {
      if (!said.has(note)) context.inform(`${file}: ${note}`);
      said.add(note);
    }
    const id = uniqueId(
      scenario.id,
      sources.map((source) => source.id),
    );
    sources.push({ id, economy, scenario });
  }
  return sources;
}

function uniqueId(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let n = 2; taken.includes(id); n++) id = `${wanted}-${n}`;
  return id;
}

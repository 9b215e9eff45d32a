import type { ParsedScenario } from '../../../engine/scenario/parse-scenario.js';
import { isPlain, type Plain } from '../../../engine/scenario/plain-data.js';
import type { NamedList } from './what-if.js';

/** A policy or an event as the files and settings write it; empty where it has no name there. */
export function writtenEntry({ layers }: ParsedScenario, list: NamedList, name: string): Plain {
  const written = layers.value[list];
  const entries = Array.isArray(written) ? written.filter(isPlain) : [];
  return entries.find((each) => String(each.name) === name) ?? {};
}

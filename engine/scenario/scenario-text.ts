import { stringify } from 'yaml';
import { type Mistake, MistakesError } from '../mistakes.js';
import { isPlain, type Plain } from './plain-data.js';
import { parseSetting } from './set.js';

/** The parts of a file that has the same effect as some settings. */
export interface SettingsFile {
  /** One line; null leaves the title of the extended file. */
  readonly title: string | null;
  /** The extended scenario as seen from the new file's folder. */
  readonly extends: string;
  /** `path=value` texts that can all be read over the extended scenario. */
  readonly settings: readonly string[];
  /** Lines said at the top. */
  readonly comments: readonly string[];
}

/**
 * Writes settings over a scenario as a scenario file of their own, which extends it and gives the same future.
 *
 * @param below the extended scenario's merged value, in which settings find policies by name
 * @throws MistakesError for a setting that cannot be read
 */
export function scenarioText(file: SettingsFile, below: Plain): string {
  const known = new Set(policiesOf(below).map(({ name }) => name));
  const top: Plain = {};
  const entries = new Map<unknown, Plain>();
  const mistakes: Mistake[] = [];
  for (const [k, text] of file.settings.entries()) {
    // Settings find policies by name and kind, those added before them included.
    const read = parseSetting(text, k + 1, { policies: [...policiesOf(below), ...entries.values()] });
    if ('mistakes' in read) {
      mistakes.push(...read.mistakes);
      continue;
    }
    const { policies, ...rest } = read.layer.value as Plain;
    merge(top, rest);
    for (const entry of Array.isArray(policies) ? policies.filter(isPlain) : [])
      mergePolicyEntry(entries, entry, known);
  }
  if (mistakes.length > 0) throw new MistakesError(mistakes);
  const { title: renamed, ...others } = top;
  const title = file.title ?? renamed;
  const value: Plain = {
    ...(title === undefined ? {} : { title }),
    extends: file.extends,
    ...others,
    ...(entries.size === 0 ? {} : { policies: [...entries.values()] }),
  };
  const comments = file.comments.map((line) => `# ${line.replace(/[\r\n]+/g, ' ')}\n`);
  return comments.join('') + stringify(value, { lineWidth: 0 });
}

function policiesOf(value: Plain): Plain[] {
  return (Array.isArray(value.policies) ? value.policies : []).filter(isPlain);
}

/** Merges an entry into the new file’s entry of its policy; a policy of the extended file is identified by its name alone. */
function mergePolicyEntry(entries: Map<unknown, Plain>, entry: Plain, known: ReadonlySet<unknown>): void {
  const { name, kind, remove, ...changes } = entry;
  if (remove !== undefined) {
    // A policy that was added here and then removed leaves no trace.
    if (known.has(name)) entries.set(name, { name, remove });
    else entries.delete(name);
    return;
  }
  const written = entries.get(name) ?? (known.has(name) ? { name } : { kind, name });
  merge(written, changes);
  entries.set(name, written);
}

/** Merges one mapping into another key by key; any other value replaces the one below. */
function merge(below: Plain, top: Plain): void {
  for (const [key, value] of Object.entries(top)) {
    const existing = Object.hasOwn(below, key) ? below[key] : undefined;
    if (isPlain(existing) && isPlain(value)) merge(existing, value);
    else below[key] = structuredClone(value);
  }
}

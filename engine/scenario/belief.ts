import { z } from 'zod';
import { line } from '../files/line-schema.js';
import { normalise } from '../files/paths.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import { validate } from '../files/validate.js';
import { readYaml, type YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake, MistakesError } from '../mistakes.js';
import { sharedShape } from '../parameters/schema.js';
import type { LayerDocument } from './origin-map.js';
import { isPlain, type Path } from './plain-data.js';
import { scenarioId } from './scenario-ids.js';

const changedPolicy = z
  .looseObject({ name: z.string().min(1) })
  .describe('changes numbers of the policy of this name, in every future that has it');

/** Schema of a belief file. */
export const beliefSchema = z
  .strictObject({
    title: line.describe('one line that names the belief'),
    why: z.string().min(1).describe('one line that says why somebody may hold it'),
    parameters: sharedShape.parameters,
    trend: sharedShape.trend,
    noise: sharedShape.noise,
    policies: z.array(changedPolicy).describe('numbers of policies, by their names').optional(),
  })
  .describe('Assumptions that are laid over every future of a question');

/** Assumptions under which the same question is asked again: parameters, trend, noise and numbers of policies. */
export interface Belief {
  /** File name without extension. */
  readonly id: string;
  readonly title: string;
  /** One line on why somebody may hold it. */
  readonly why: string;
  /** The path as it was opened. */
  readonly file: string;
  /** The file, with positions of all that it says. */
  readonly document: YamlDocument;
}

/**
 * Parses a belief file. Its numbers are checked when they are laid over a future, whose case they may depend on.
 *
 * @throws MistakesError with every mistake of the file
 */
export function parseBelief(read: ReadFile, path: string): Belief {
  const file = normalise(path);
  const opened = openFile(read, file, { file, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  const document = readYaml(file, opened.bytes);
  const { value, mistakes } = validate(document, beliefSchema);
  const found = [...document.mistakes, ...mistakes, ...addedPolicies(document)];
  if (found.length > 0 || value === undefined) throw new MistakesError(found);
  return { id: scenarioId(file), title: value.title, why: value.why, file, document };
}

/**
 * The layer that a belief is over one future: all that it says but its title, its reason, and what it says of policies that the
 * future does not have.
 *
 * @param policies names of the future's policies
 */
export function beliefLayer({ document }: Belief, policies: readonly string[]): LayerDocument {
  const { title: _title, why: _why, ...rest } = document.value as Readonly<Record<string, unknown>>;
  const kept = policyEntries(document).flatMap(({ name }, k) => (policies.includes(name) ? [k] : []));
  return {
    file: document.file,
    value: kept.length === 0 ? withoutPolicies(rest) : { ...rest, policies: kept.map((k) => entriesOf(rest)[k]) },
    positionOf: (path, part) => document.positionOf(writtenPath(path, kept), part),
  };
}

/**
 * Policies that a belief names and none of the futures has.
 *
 * @param futures names of the policies of each future
 */
export function unknownPolicies({ document }: Belief, futures: readonly (readonly string[])[]): Mistake[] {
  const known = [...new Set(futures.flat())];
  return policyEntries(document).flatMap(({ name }, k): Mistake[] => {
    if (known.includes(name)) return [];
    const message = `none of the futures has a policy called "${name}"`;
    const hint = known.length === 0 ? 'none of them has a policy' : knownNames(name, known);
    return [{ ...document.positionOf(['policies', k, 'name'], 'value'), message, hint }];
  });
}

/** Entries that would add or remove a policy: a belief is about what policies do, not about which there are. */
function addedPolicies(document: YamlDocument): Mistake[] {
  return policyEntries(document).flatMap((entry, k) =>
    (['kind', 'remove'] as const).flatMap((key): Mistake[] => {
      if (!Object.hasOwn(entry, key)) return [];
      const message = `a belief changes numbers of policies; "${key}" would change which there are`;
      return [
        { ...document.positionOf(['policies', k, key], 'key'), message, hint: 'a scenario that extends this one' },
      ];
    }),
  );
}

function policyEntries({ value }: YamlDocument): { readonly name: string }[] {
  return (isPlain(value) ? entriesOf(value) : []).filter(
    (entry): entry is { name: string } => isPlain(entry) && typeof entry.name === 'string',
  );
}

function entriesOf(value: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(value.policies) ? value.policies : [];
}

function withoutPolicies({ policies: _policies, ...rest }: Readonly<Record<string, unknown>>): unknown {
  return rest;
}

/** The path in the file of a path in the layer, in which only some of the policies are left. */
function writtenPath(path: Path, kept: readonly number[]): Path {
  const [key, index, ...rest] = path;
  return key === 'policies' && typeof index === 'number' ? [key, kept[index] ?? index, ...rest] : path;
}

import { readYaml, type YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake, type Position } from '../mistakes.js';
import { isPlain, type Path } from './layers.js';

/** A `--set path=value`, read: a document with that one value, to be laid over the files. */
export type SetLayer =
  | { readonly layer: Pick<YamlDocument, 'file' | 'value' | 'positionOf'> }
  | { readonly mistakes: readonly Mistake[] };

/**
 * Reads one `path=value`. Keys are separated by dots, keys with dots in quotes; after `policies` stands a policy's name.
 * The value is written as in a file.
 *
 * @param text such as `parameters.rivalry=0`, `policies.market.opening=50%`, `coordination={ Changchun: 0, Jilin: 1 }`
 * @param nth counted from 1: the "line" of the position, as there is no file
 * @param value what the files say, to find policies by name
 */
export function readSet(text: string, nth: number, value: Readonly<Record<string, unknown>>): SetLayer {
  const at = (offset: number): Position => ({ file: '--set', line: nth, column: offset + 1 });
  const equals = unquotedIndex(text, '=');
  if (equals <= 0) {
    return { mistakes: [{ ...at(0), message: `"${text}" is not path=value`, hint: 'such as parameters.rivalry=0' }] };
  }
  const keys = splitKeys(text.slice(0, equals));
  const right = text.slice(equals + 1);
  const document = readYaml('--set', new TextEncoder().encode(`value: ${right.trim() === '' ? '""' : right}\n`));
  if (document.mistakes.length > 0 || keys.some((key) => key === '')) {
    const mistakes = document.mistakes.map(({ message, hint }) => ({
      ...at(equals + 1),
      message,
      ...(hint === undefined ? {} : { hint }),
    }));
    if (keys.some((key) => key === '')) mistakes.push({ ...at(0), message: 'a key of the path is empty' });
    return { mistakes };
  }
  const unsafe = keys.find((key) => key === '__proto__' || key === 'constructor' || key === 'prototype');
  if (unsafe !== undefined) return { mistakes: [{ ...at(0), message: `"${unsafe}" cannot be a key` }] };
  const written = isPlain(document.value) ? document.value.value : undefined;
  const nested = nest(keys, written, value, at(0));
  if ('mistakes' in nested) return nested;
  const positionOf = (path: Path): Position => at(path.length >= nested.depth ? equals + 1 : 0);
  return { layer: { file: '--set', value: nested.value, positionOf } };
}

function nest(
  keys: readonly string[],
  written: unknown,
  value: Readonly<Record<string, unknown>>,
  at: Position,
): { value: Record<string, unknown>; depth: number } | { mistakes: readonly Mistake[] } {
  if (keys[0] !== 'policies') return { value: wrap(keys, written) as Record<string, unknown>, depth: keys.length };
  const policies = (Array.isArray(value.policies) ? value.policies : []).filter(isPlain);
  // A policy's name may hold dots, so the longest run of keys that is a name wins.
  for (let length = keys.length - 1; length >= 2; length--) {
    const name = keys.slice(1, length).join('.');
    const policy = policies.find((candidate) => candidate.name === name);
    if (policy === undefined) continue;
    const entry = wrap(keys.slice(length), written) as Record<string, unknown>;
    return { value: { policies: [{ ...entry, name, kind: policy.kind }] }, depth: 3 };
  }
  const names = policies.map((policy) => String(policy.name));
  const wanted = keys[1] ?? '';
  const hint = names.length === 0 ? 'the scenario has no policies' : knownNames(wanted, names);
  return { mistakes: [{ ...at, message: `no policy called "${wanted}"`, hint }] };
}

function wrap(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function unquotedIndex(text: string, wanted: string): number {
  let quoted = false;
  for (let k = 0; k < text.length; k++) {
    if (text[k] === '"') quoted = !quoted;
    else if (text[k] === wanted && !quoted) return k;
  }
  return -1;
}

function splitKeys(path: string): string[] {
  const keys: string[] = [];
  let rest = path.trim();
  for (;;) {
    const dot = unquotedIndex(rest, '.');
    const key = (dot < 0 ? rest : rest.slice(0, dot)).trim();
    keys.push(key.startsWith('"') && key.endsWith('"') && key.length > 1 ? key.slice(1, -1) : key);
    if (dot < 0) return keys;
    rest = rest.slice(dot + 1);
  }
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './source-files.js';

interface Example {
  readonly file: string;
  /** Line of the file on which the example starts. */
  readonly line: number;
  /** What follows the comment, such as a function's name. */
  readonly subject: string;
  readonly code: readonly string[];
}

const ARROW = /^(?<expression>.*?);?\s*\/\/ → (?<value>.*)$/;

/** The examples in a file's doc comments that state a value. */
function examplesOf(file: string, text: string): Example[] {
  const examples: Example[] = [];
  for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const after = text.slice(comment.index + comment[0].length, comment.index + comment[0].length + 200);
    const subject =
      /^\s*(?:export\s+)?(?:async\s+)?(?:function\*?|const|class|interface|type)\s+(\w+)/.exec(after)?.[1] ??
      'this file';
    const lines = comment[0].split('\n').map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*)?\s?/, ''));
    let code: string[] | null = null;
    const flush = (end: number) => {
      if (code?.some((line) => ARROW.test(line))) {
        const line = text.slice(0, comment.index).split('\n').length + end - code.length;
        examples.push({ file, line, subject, code });
      }
      code = null;
    };
    for (const [index, line] of lines.entries()) {
      if (/^\s*@/.test(line)) {
        flush(index);
        if (line.trim() === '@example') code = [];
      } else if (index === lines.length - 1) flush(index);
      else code?.push(line);
    }
  }
  return examples;
}

/** Runs an example with everything its file exports in scope; gives each stated value beside the computed one. */
async function runExample(example: Example): Promise<{ computed: unknown[]; stated: unknown[] }> {
  const module: Record<string, unknown> = await import(pathToFileURL(join(ROOT, example.file)).href);
  const names = Object.keys(module).filter((name) => name !== 'default');
  const body = example.code.map((line) => {
    const { expression, value } = ARROW.exec(line)?.groups ?? {};
    return expression === undefined ? line : `computed.push((${expression})); stated.push((${value}));`;
  });
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  const computed: unknown[] = [];
  const stated: unknown[] = [];
  await new AsyncFunction('computed', 'stated', ...names, body.join('\n'))(
    computed,
    stated,
    ...names.map((name) => module[name]),
  );
  return { computed: computed.map(plain), stated: stated.map(plain) };
}

/** Typed arrays as arrays, since examples write both as `[…]`, and numbers to the 12 digits that are not rounding. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

const examples = sourceFiles('engine').flatMap(({ path, text }) => examplesOf(path, text));

describe('The documentation', () => {
  it('has examples that state values', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it('says of every public name what it is', () => {
    const files = new Map(sourceFiles('engine').map(({ path, text }) => [path, text]));
    const named = [...files.get('engine/index.ts')!.matchAll(/^export (?:type )?\{([^}]*)\} from '\.\/(.*)\.js'/gm)];
    const silent = named.flatMap(([, names, path]) => {
      const text = files.get(`engine/${path}.ts`)!;
      const list = names!.split(',').map((name) => name.replace('type ', '').trim());
      return list.filter((name) => {
        const declared = `export (?:async )?(?:function\\*?|const|class|interface|type) ${name}\\b`;
        return name !== '' && !new RegExp(`\\*/\\n${declared}`).test(text);
      });
    });
    expect(named.length).toBeGreaterThan(40);
    expect(silent).toEqual([]);
  });

  for (const example of examples) {
    it(`gives an example of ${example.subject} that holds (${example.file}:${example.line})`, async () => {
      const { computed, stated } = await runExample(example);
      expect(computed).toEqual(stated);
    });
  }
});

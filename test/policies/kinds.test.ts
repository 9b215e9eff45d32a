import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { gainsOf } from '../../engine/compare/gains.js';
import { POLICY_KINDS } from '../../engine/policies/index.js';
import type { PolicyKind } from '../../engine/policies/kind.js';
import { bundledFuture } from '../bundled.js';

const root = new URL('../../', import.meta.url);
const fromRoot = (path: string): URL => new URL(path, root);
const text = (path: string): string => readFileSync(fromRoot(path), 'utf8');

/** Everything that a kind still needs besides its file and its line in `kinds.ts`, each with what to do; its numbers are checked in definitions.test.ts. */
function missing(kind: PolicyKind): string[] {
  const { kind: name } = kind;
  const found: string[] = [];
  const need = (there: boolean, what: string): void => {
    if (!there) found.push(what);
  };
  need(existsSync(fromRoot(`engine/policies/${name}.ts`)), `engine/policies/${name}.ts: the file of the kind`);
  need(existsSync(fromRoot(`test/policies/${name}.test.ts`)), `test/policies/${name}.test.ts: hand-computed effects`);
  const texts = { title: kind.title, summary: kind.summary, apart: kind.apart, whenFailed: kind.whenFailed };
  for (const [key, value] of Object.entries({ ...texts, 'cost.meaning': kind.cost.meaning })) {
    need(value.trim().length > 2, `engine/policies/${name}.ts: ${key} in words`);
  }
  need(
    text('scenarios/README.md').includes(`  - kind: ${name}\n`),
    `scenarios/README.md: an entry "  - kind: ${name}"`,
  );
  need(
    text('scenarios/schema/scenario.json').includes(`"const": "${name}"`),
    'scenarios/schema/scenario.json: renew it with "npm run schemas"',
  );
  return found;
}

describe('Every kind of policy', () => {
  it('has all that a kind needs', () => {
    expect(POLICY_KINDS.flatMap(missing)).toEqual([]);
  });

  it('is listed after those of the paper, in the order of its sections', () => {
    const sections = POLICY_KINDS.map(({ section }) => section).filter((section) => section !== null);
    expect(sections).toEqual([...sections].sort());
    expect(POLICY_KINDS.slice(sections.length).every(({ section }) => section === null)).toBe(true);
    expect(new Set(POLICY_KINDS.map(({ kind }) => kind)).size).toBe(POLICY_KINDS.length);
  });
});

describe.each(POLICY_KINDS.map((kind) => [kind.kind, kind] as const))('The kind %s', (name, kind) => {
  /** The future of the bundled case with the example of the kind pasted in. */
  async function exampleFuture(...further: readonly string[]) {
    const pasted = [...kind.example.split('\n'), ...further].map((line, k) =>
      k === 0 ? `  - ${line}` : `    ${line}`,
    );
    const path = `changchun-jilin/example-of-${name}`;
    const written = ['extends: ./baseline.yaml', 'policies:', ...pasted].join('\n');
    return runFuture(await bundledFuture(path, [], { [`${path}.yaml`]: written }));
  }

  it('has an example that works when pasted, changes the future and costs something', async () => {
    const future = await exampleFuture();
    const { projection, compiled } = future;
    expect(projection.output).not.toEqual(projection.reference);
    expect(compiled.policies.map((policy) => policy.kind)).toEqual([name]);
    expect(gainsOf(future).cost).toBeGreaterThan(0);
  });

  it('changes and costs nothing at all with intensity 0', async () => {
    const { projection, compiled } = await exampleFuture('intensity: 0');
    expect(projection.output).toEqual(projection.reference);
    expect(compiled.plan.cost.every((cost) => cost === 0)).toBe(true);
  });
});

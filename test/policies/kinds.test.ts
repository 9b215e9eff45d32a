import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { gainsOf } from '../../engine/compare/gains.js';
import { numberFields } from '../../engine/policies/common.js';
import { POLICY_KINDS } from '../../engine/policies/index.js';
import { jsonSchema } from '../../engine/report/data/json-schemas.js';
import { bundledFuture } from '../bundled.js';

const root = new URL('../../', import.meta.url);
const fromRoot = (path: string): URL => new URL(path, root);

/** What a new kind needs besides its file and its line in the index: each failing line says what is missing. */
describe.each(POLICY_KINDS.map((kind) => [kind.kind, kind] as const))('The kind %s', (name, kind) => {
  it('has a file of its name, a test of its name, and a place in the guide to scenarios', () => {
    expect(existsSync(fromRoot(`engine/policies/${name}.ts`)), `engine/policies/${name}.ts`).toBe(true);
    expect(existsSync(fromRoot(`test/policies/${name}.test.ts`)), `test/policies/${name}.test.ts`).toBe(true);
    const guide = readFileSync(fromRoot('scenarios/README.md'), 'utf8');
    expect(guide, `scenarios/README.md says nothing of kind: ${name}`).toContain(`kind: ${name}`);
  });

  it('says what it does, what happens apart, and what when it fails', () => {
    for (const text of [kind.title, kind.section, kind.summary, kind.apart, kind.whenFailed, kind.common.cost]) {
      expect(text.length).toBeGreaterThan(2);
    }
  });

  it('is in the schema that editors use, with every field described', () => {
    const schema = JSON.stringify(jsonSchema('scenario'));
    expect(schema).toContain(`"const":"${name}"`);
    for (const field of Object.keys(numberFields(kind))) expect(schema).toContain(`"${field}":{`);
  });

  it('has an example that works when pasted, changes the future and costs something', async () => {
    const pasted = kind.example.split('\n').map((line, k) => (k === 0 ? `  - ${line}` : `    ${line}`));
    const text = ['extends: ./baseline.yaml', 'policies:', ...pasted].join('\n');
    const path = `changchun-jilin/example-of-${name}`;
    const future = runFuture(await bundledFuture(path, [], { [`${path}.yaml`]: text }));
    const { projection, compiled } = future;
    expect(projection.output).not.toEqual(projection.reference);
    expect(compiled.policies.map((policy) => policy.kind)).toEqual([name]);
    expect(gainsOf(future).cost).toBeGreaterThan(0);
  });

  it('changes nothing at all with intensity 0', async () => {
    const pasted = kind.example.split('\n').map((line, k) => (k === 0 ? `  - ${line}` : `    ${line}`));
    const text = ['extends: ./baseline.yaml', 'policies:', ...pasted, '    intensity: 0'].join('\n');
    const path = `changchun-jilin/nothing-of-${name}`;
    const { projection, compiled } = runFuture(await bundledFuture(path, [], { [`${path}.yaml`]: text }));
    expect(projection.output).toEqual(projection.reference);
    expect(compiled.plan.cost.every((cost) => cost === 0)).toBe(true);
  });
});

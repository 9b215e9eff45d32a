import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ENOTCACHED|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/;

/** Runs a program to its end; its output is there to be read where it fails. */
function run(folder: string, program: string, ...argv: string[]): SpawnSyncReturns<string> {
  return spawnSync(program, argv, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** A program that comes with the development dependencies. */
function tool(name: string): string {
  return join(ROOT, 'node_modules', '.bin', name);
}

/** The example at the head of the library as lines of code, without the star of the comment. */
function libraryExample(): string[] {
  const text = readFileSync(join(ROOT, 'engine/index.ts'), 'utf8');
  const comment = /\/\*\*[\s\S]*?\*\//.exec(text)![0];
  return comment
    .slice(comment.indexOf('@example') + '@example'.length, -2)
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, ''));
}

/** The example as a module of whoever installs the package: names are imported, and each stated value is compared. */
function exampleModule(names: readonly string[]): string {
  const body = libraryExample().map((line) => {
    const [, expression, value] = /^(.*?);?\s*\/\/ → (.*)$/.exec(line) ?? [];
    return expression === undefined ? line : `holds(${expression}, ${value});`;
  });
  const used = names.filter((name) => body.some((line) => new RegExp(`\\b${name}\\b`).test(line)));
  return [
    `import { ${used.join(', ')} } from 'tandem-region';`,
    'let stated = 0;',
    'function holds(computed: unknown, value: unknown): void {',
    '  stated++;',
    '  if (JSON.stringify(computed) !== JSON.stringify(value)) throw new Error("" + computed + " is not " + value);',
    '}',
    ...body,
    'console.log(stated);',
  ].join('\n');
}

describe('The packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-package-'));
  let tarball = '';

  beforeAll(() => {
    const packed = run(ROOT, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
    expect(packed.status, packed.stderr).toBe(0);
    tarball = join(folder, (JSON.parse(packed.stdout) as { filename: string }[])[0]!.filename);
  });

  it('has nothing that publint or arethetypeswrong complains of', () => {
    for (const [program, ...argv] of [
      ['publint', 'run', tarball, '--strict'],
      ['attw', tarball, '--profile', 'esm-only', '--no-color'],
    ] as const) {
      const { status, stdout, stderr } = run(folder, tool(program), ...argv);
      expect(status, stdout + stderr).toBe(0);
    }
  });

  it('installs into an empty folder, where its library example type-checks and runs, and its tool runs', async ({
    skip,
  }) => {
    writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
    const installed = run(folder, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
    if (installed.status !== 0 && NO_NETWORK.test(installed.stderr)) skip('the registry of npm is out of reach');
    expect(installed.status, installed.stderr).toBe(0);

    const names = Object.keys(await import(join(folder, 'node_modules/tandem-region/dist/engine/index.js')));
    writeFileSync(join(folder, 'example.ts'), exampleModule(names));
    // The library's own types are checked with the example, so no package that they name may be missing.
    const settings = ['--strict', '--noImplicitAny', 'false', '--module', 'nodenext', '--target', 'es2023'];
    const checked = run(folder, tool('tsc'), ...settings, '--lib', 'es2023,dom', '--types', '', 'example.ts');
    expect(checked.stdout + checked.stderr).toBe('');
    const done = run(folder, process.execPath, 'example.js');
    expect(done.stderr).toBe('');
    expect(Number(done.stdout)).toBeGreaterThan(5);

    const bundled = 'node_modules/tandem-region/scenarios/tutorial/open-border.yaml';
    const tandem = run(folder, join(folder, 'node_modules/.bin/tandem'), 'run', bundled, '--format', 'json');
    expect(tandem.status, tandem.stderr).toBe(0);
    expect(JSON.parse(tandem.stdout)).toMatchObject({ scenario: { id: 'open-border' } });
  });
});

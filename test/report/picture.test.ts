import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { call } from '../cli/run-in-memory.js';
import { ROOT } from '../source-files.js';

const CASE = join(ROOT, 'scenarios/changchun-jilin');

it('The picture of the README is what --figures draws of the bundled case (npm run documents draws it anew), and each chart comes as SVG and PNG', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-picture-'));
  try {
    const files = ['uncoordinated', 'coordinated'].map((name) => join(CASE, `${name}.yaml`));
    const { code, stderr } = await call(['compare', ...files, '--draws', '0', '--figures', join(folder, 'charts')]);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('map.png') });
    const svg = readFileSync(join(folder, 'charts/map.svg'), 'utf8');
    expect(svg).toBe(readFileSync(join(CASE, 'map.svg'), 'utf8'));
    const png = readFileSync(join(folder, 'charts/map.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)![1]));
    expect(existsSync(join(folder, 'charts/manifest.json'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

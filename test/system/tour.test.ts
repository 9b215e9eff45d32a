import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { call } from '../cli/run-in-memory.js';

it('tandem tour writes and prints the same bytes twice, the second result in the place of the first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  try {
    const out = join(folder, 'results');
    const written = async () => {
      const { code, stdout, stderr } = await call(['tour', '--draws', '2', '--quiet', '--out', out]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return { stdout, files: readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'latin1')]) };
    };
    const first = await written();
    expect(first.files.map(([name]) => name)).toContain('report.html');
    expect(await written()).toEqual(first);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

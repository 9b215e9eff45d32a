import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { call } from '../cli/run-in-memory.js';

/** The page that a command writes. */
export async function pageOf(argv: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-words-'));
  try {
    const { code, stderr } = await call([...argv, '--quiet', '--out', join(folder, 'out')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return readFileSync(join(folder, 'out/report.html'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Found {
  readonly wrong: readonly string[];
}
interface Crash {
  killOften(study: string, kills: number, folder: string): Promise<Found & { readonly kills: number }>;
  twoAtOnce(study: string, pairs: number, folder: string): Promise<Found & { readonly refused: number }>;
}

describe('A study of the built tool', () => {
  let folder: string;
  let crash: Crash;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-crash-'));
    // `node test/system/crash.mjs` does the same hundreds of times.
    crash = (await import('./crash.mjs' as string)) as Crash;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['montecarlo', 'sensitivity', 'optimise'])(
    'killed at random moments, ends with the bytes of one that was not: %s',
    async (study) => {
      expect((await crash.killOften(study, 4, folder)).wrong).toEqual([]);
    },
    300_000,
  );

  it.each(['montecarlo', 'sensitivity', 'optimise'])(
    'is not disturbed by another in its folder, which is refused: %s',
    async (study) => {
      expect((await crash.twoAtOnce(study, 3, folder)).wrong).toEqual([]);
    },
    300_000,
  );
});

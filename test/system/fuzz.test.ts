import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';

/** Tests that try random input, in the folders where a case not yet tried is likeliest to be told something. */
const FUZZED = ['test/scenario/fuzz', 'test/scenario/precedence', 'test/projection', 'test/values', 'test/importing'];

/** How many seeds beside the usual one; FUZZ_SEEDS asks for more. */
const SEEDS = Number(process.env.FUZZ_SEEDS ?? 3);

/** Damaged files and made tables, more of them than in every run. */
it('Two thousand damaged files and made tables are read, or their mistakes named', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', 'test/fuzz'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, FUZZ_RUNS: '2000', FUZZ_SEED: '1' } },
  );
  expect(status, `${stdout}${stderr}`).toBe(0);
});

describe('Properties hold on other random input than that of every run', () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => 1000 + i))('seed %i', (seed) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', ...FUZZED],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, FAST_CHECK_SEED: String(seed) } },
    );
    expect(status, `FAST_CHECK_SEED=${seed}\n${stdout}${stderr}`).toBe(0);
  });
});

import { defineConfig } from 'vitest/config';

/** `npm test`: everything that needs no more than npm, and tests in a browser where one is. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**'],
    setupFiles: ['test/setup.ts'],
    // The analysis of regular expressions runs in this process: its other backends start Java or a binary, where there is one.
    env: { RECHECK_BACKEND: 'pure' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'threads',
    // The engine and the tool hold no state in modules, so that a file may use the modules that the one before it has loaded.
    isolate: false,
    // Vitest leaves one core free otherwise, half of a machine of two.
    maxWorkers: '100%',
  },
});

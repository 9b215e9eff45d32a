import { defineConfig } from 'vitest/config';

/** `npm run test:system`: tests that are long or need more than npm; each says what it misses where it is skipped. */
export default defineConfig({
  test: {
    include: ['test/system', 'test/browser', 'test/optimise', 'test/cli/study'].map((folder) => `${folder}/**/*.test.ts`),
    setupFiles: ['test/setup.ts'],
    env: { RECHECK_BACKEND: 'pure', TANDEM_TESTS: 'whole' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // One after the other: each may use all cores itself.
    fileParallelism: false,
    reporters: ['verbose'],
  },
});

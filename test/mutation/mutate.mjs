/**
 * Mutation testing of one folder of the engine: `npm run mutate -- engine/indicators`. Stryker changes the code in many small
 * ways and runs the tests of the folder against each change; a change that no test notices has survived. The list of survivors
 * is printed, and the whole report written to coverage/mutation.
 *
 * Constants and tables of a module, which are computed once as it loads, need all tests for each change; `--static` tries them too.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Stryker } from '@stryker-mutator/core';

/** Folders below test/ whose tests are run beside that of the same name. */
const FURTHER_TESTS = {
  'engine/plan': ['policies', 'projection', 'economy'],
  'engine/policies': ['plan'],
};

const tryStatic = process.argv.includes('--static');
const [folder, ...rest] = process.argv
  .slice(2)
  .filter((argument) => argument !== '--static')
  .map((argument) => argument.replace(/\/$/, ''));
if (folder === undefined || rest.length > 0 || !existsSync(folder)) {
  console.error('One folder or file is needed, as in: npm run mutate -- engine/indicators');
  process.exit(2);
}

const [, ...below] = folder.replace(/\/[^/]*\.ts$/, '').split('/');
const top = below[0];
const places = [below.join('/'), ...(FURTHER_TESTS[`engine/${top}`] ?? [])];

const results = await new Stryker({
  mutate: [folder.endsWith('.ts') ? folder : `${folder}/**/*.ts`],
  testFiles: places.map((place) => `test/${place}/**/*.test.ts`),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { related: false },
  // Sentences are checked by reading them; a changed word is no fault of the model.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  // On a busy machine a slow test is no sign of an endless loop.
  timeoutMS: 20_000,
  ignoreStatic: !tryStatic,
  concurrency: Number(process.env.MUTATE_CONCURRENCY ?? availableParallelism()),
  // What no test needs is not copied.
  ignorePatterns: ['dist', 'coverage', 'results', '.ci'],
  // No tsconfig.json is rewritten: the compiler in use has no programming interface for it, and the copy is not compiled.
  tsconfigFile: 'none',
  tempDirName: 'coverage/mutation-sandbox',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  htmlReporter: { fileName: 'coverage/mutation/report.html' },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  thresholds: { high: 90, low: 75, break: null },
  allowConsoleColors: false,
}).runMutationTest();

console.log(`${results.length} changes tried in ${folder}`);

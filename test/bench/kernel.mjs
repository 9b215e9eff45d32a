import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEquation } from '../../dist/engine/kernel/equation.js';
import { median } from './median.mjs';
import { syntheticPlan } from './synthetic-plan.mjs';

const STEPS = 20;
const ROUNDS = 7;
/** Draws of a round, and the bars: one future with its reference path, and one of three futures that share it. */
export const SIZES = [
  { regions: 9, industries: 39, draws: 1500, bar: 0.85, sharedBar: 0.55 },
  { regions: 41, industries: 20, draws: 400, bar: 1.1, sharedBar: 0.75 },
  { regions: 300, industries: 96, draws: 4, bar: 1.5, sharedBar: 1.05 },
];
const NOISE = { common: 0, industry: 0.03, region: 0.015, cell: 0.03, drift: 0, persistence: 0.5, relativeCell: null };

/** The reference program in C, compiled; null where there is no compiler or no program. */
function buildReference() {
  const source = process.env.TANDEM_REFERENCE ?? new URL('../../../shared/bench/reference.c', import.meta.url).pathname;
  if (!existsSync(source)) return null;
  const binary = join(mkdtempSync(join(tmpdir(), 'tandem-bench-')), 'reference');
  try {
    // An instruction set that most machines of today have, so that the ratio moves less from one to the next.
    execFileSync('cc', ['-O3', '-march=x86-64-v3', '-ffast-math', source, '-o', binary, '-lm']);
    return binary;
  } catch {
    return null;
  }
}

/** Processor time per cell and year of a draw in C, nanoseconds: other work on the machine counts for little. */
function measureReference(binary, { regions, industries, draws }) {
  const script = `TIMEFORMAT='%3U %3S'; time ${binary} ${regions} ${industries} ${STEPS} ${draws} >/dev/null`;
  const { stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  const seconds = stderr.trim().split(' ').map(Number);
  return ((seconds[0] + seconds[1]) * 1e9) / (draws * regions * industries * STEPS);
}

/** Processor time of this process, nanoseconds. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/**
 * The kernel against C, in turn: a draw is the reference path and a future with noise that is drawn anew, its levers in place, everything recomputed
 * each year. Rounds are compared one by one, so that a busy moment counts on both sides.
 *
 * @returns by size: nanoseconds per cell-year, and the ratio to C of a future with its own reference path and of one of three that share it
 */
export function benchKernel() {
  const reference = buildReference();
  return SIZES.map((size) => {
    const { regions, industries, draws, bar, sharedBar } = size;
    const plan = syntheticPlan(regions, industries, STEPS);
    const equation = createEquation({ regions, industries, years: STEPS + 1 });
    equation.writeReference(plan);
    equation.projectReference();
    equation.writeFuture(plan);
    let draw = 0;
    const measure = (count, futures) => {
      const start = processorTime();
      for (let k = 0; k < count; k++) {
        equation.projectReference();
        draw++;
        for (let f = 0; f < futures; f++) equation.projectFuture({ parameters: NOISE, seed: 7, draw });
      }
      return (processorTime() - start) / (count * futures * regions * industries * STEPS);
    };
    measure(Math.max(1, Math.ceil(draws / 3)), 1);
    const rounds = Array.from({ length: ROUNDS }, () => ({
      own: measure(draws, 1),
      c: reference === null ? Number.NaN : measureReference(reference, size),
      shared: measure(Math.ceil(draws / 3), 3),
    }));
    const ratio = (of) => (reference === null ? null : median(rounds.map((round) => of(round) / round.c)));
    return {
      name: `${regions}x${industries}x${STEPS}`,
      nanoseconds: median(rounds.map(({ own }) => own)),
      ratio: ratio(({ own }) => own),
      shared: ratio(({ shared }) => shared),
      bar,
      sharedBar,
    };
  });
}

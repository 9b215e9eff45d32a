import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './median.mjs';

const HERE = new URL('../../', import.meta.url).pathname;
const ROUNDS = 3;

/** Seconds of a whole study of the bundled comparison, three futures and one outcome, by a checkout that is built. */
function measureStudy(checkout, draws, workers) {
  const folder = join(checkout, 'scenarios/changchun-jilin');
  const futures = ['uncoordinated.yaml', 'coordinated.yaml'].map((name) => join(folder, name));
  const asked = ['--draws', draws, '--workers', workers, '--set', 'outcomes={ output: output() }'];
  const args = [join(checkout, 'dist/cli/main.js'), 'montecarlo', ...futures, ...asked, '--quiet', '--format', 'json'];
  const start = performance.now();
  execFileSync(process.execPath, args.map(String), { stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 1 << 28 });
  return (performance.now() - start) / 1000;
}

/** Draws a second in one thread, the start left out: what 3,000 draws more take. */
function drawsPerSecond(checkout) {
  const [few, many] = [measureStudy(checkout, 1000, 1), measureStudy(checkout, 4000, 1)];
  return { rate: 3000 / (many - few), start: few - (1000 * (many - few)) / 3000 };
}

/**
 * Whole studies in one thread, in turn with another checkout that is built, where TANDEM_BEFORE names one.
 *
 * @returns draws a second here and there; null where there is no other
 */
export function benchStudy() {
  const other = process.env.TANDEM_BEFORE ?? null;
  const before = other !== null && existsSync(join(other, 'dist/cli/main.js')) ? other : null;
  const rounds = Array.from({ length: ROUNDS }, () => ({
    here: drawsPerSecond(HERE).rate,
    before: before === null ? Number.NaN : drawsPerSecond(before).rate,
  }));
  return {
    drawsPerSecond: median(rounds.map(({ here }) => here)),
    before: before === null ? null : median(rounds.map((round) => round.before)),
    times: before === null ? null : median(rounds.map((round) => round.here / round.before)),
  };
}

/** Draws at which starting the command and its workers no longer counts. */
export const LONGER = 16_000;

/** Whole commands on one and on two workers, in turn: 4,000 draws, of which starting takes a good part, and once a longer study. */
export function benchWorkers() {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    one: measureStudy(HERE, 4000, 1),
    two: measureStudy(HERE, 4000, 2),
  }));
  const longer = measureStudy(HERE, LONGER, 1) / measureStudy(HERE, LONGER, 2);
  return {
    longer,
    one: median(rounds.map(({ one }) => one)),
    two: median(rounds.map(({ two }) => two)),
    speedup: median(rounds.map(({ one, two }) => one / two)),
  };
}

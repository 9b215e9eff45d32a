/**
 * What a draw costs: one future with its reference path and noise, everything recomputed each year, in one thread.
 * `npm run bench` builds first. Last come whole studies on one and on two workers. Where a C compiler and the reference program are at hand (TANDEM_REFERENCE, or ../shared/bench/reference.c),
 * both are run in turn on the same machine and their ratio is printed: loads of the machine then count on both sides.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNoise } from '../../dist/engine/projection/noise.js';
import { project } from '../../dist/engine/projection/project.js';
import { stream } from '../../dist/engine/values/streams.js';
import { syntheticPlan } from './synthetic-plan.mjs';

const STEPS = 20;
const ROUNDS = 5;
const STUDIES = [4_000, 32_000];
const SIZES = [
  { regions: 9, industries: 39, draws: 600, bar: 3 },
  { regions: 41, industries: 20, draws: 150, bar: 4 },
  { regions: 300, industries: 96, draws: 3, bar: 6 },
];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Nanoseconds per cell and year of a draw. */
function measureTandem(plan, draws, first) {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const sigmas = { common: 0, industry: 0.03, region: 0.015, cell: 0.03, persistence: 0.5 };
  const start = performance.now();
  for (let draw = first; draw < first + draws; draw++) {
    const source = (name) => {
      const normals = stream(7, draw, name);
      return (target) => normals.fillNormals(target);
    };
    const fill = Object.fromEntries(['common', 'industry', 'region', 'cell'].map((name) => [name, source(name)]));
    project(plan, createNoise(sigmas, regions, industries, fill));
  }
  return ((performance.now() - start) * 1e6) / (draws * regions * industries * STEPS);
}

function buildReference() {
  const source = process.env.TANDEM_REFERENCE ?? new URL('../../../shared/bench/reference.c', import.meta.url).pathname;
  if (!existsSync(source)) return null;
  const binary = join(mkdtempSync(join(tmpdir(), 'tandem-bench-')), 'reference');
  try {
    execFileSync('cc', ['-O3', '-march=native', '-ffast-math', source, '-o', binary, '-lm']);
    return binary;
  } catch {
    return null;
  }
}

function measureReference(binary, regions, industries, draws) {
  const text = execFileSync(binary, [regions, industries, STEPS, draws].map(String), { encoding: 'utf8' });
  return Number(/([\d.]+) ns per cell-year/.exec(text)[1]);
}

const reference = buildReference();
if (reference === null) console.log('No reference program in C at hand: times only, no ratios.');
const lines = [];
for (const { regions, industries, draws, bar } of SIZES) {
  const plan = syntheticPlan(regions, industries, STEPS);
  measureTandem(plan, Math.max(1, Math.ceil(draws / 4)), 0);
  const own = [];
  const other = [];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(measureTandem(plan, draws, 1000 * (round + 1)));
    if (reference !== null) other.push(measureReference(reference, regions, industries, draws * 2));
  }
  const ns = median(own);
  const perSecond = 1e9 / (ns * regions * industries * STEPS);
  const size = `${regions} regions × ${industries} industries × ${STEPS} years`;
  const times = `${perSecond.toFixed(perSecond < 10 ? 2 : 0)} draws/s, ${ns.toFixed(1)} ns per cell-year`;
  // Rounds are compared one by one, so that a busy moment counts on both sides.
  const ratio =
    reference === null
      ? ''
      : `, ${median(own.map((time, k) => time / other[k])).toFixed(2)} times the reference in C (${median(other).toFixed(1)} ns; bar ${bar})`;
  lines.push(`${size}: ${times}${ratio}`);
  console.log(`${size}: measured`);
}

// The cost of a draw must not grow with the number of draws.
const plan = syntheticPlan(9, 39, STEPS);
const few = measureTandem(plan, 300, 50_000);
const many = measureTandem(plan, 3000, 60_000);
lines.push(`9 × 39 × ${STEPS}: ${few.toFixed(1)} ns per cell-year over 300 draws, ${many.toFixed(1)} over 3,000`);

// Whole studies as a user runs them, start-up of the workers included, on one and on two of them. A short one is half start-up: every worker's
// thread has the engine to load and to compile, on the core that the other one needs.
const folder = new URL('../../scenarios/changchun-jilin/', import.meta.url).pathname;
const tool = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const futures = ['uncoordinated.yaml', 'coordinated.yaml'].map((name) => join(folder, name));

/** Seconds of a study of one outcome on so many workers. */
function measureStudy(draws, workers) {
  const start = performance.now();
  const asked = ['--draws', draws, '--workers', workers, '--set', 'outcomes={ output: output() }'];
  const args = ['montecarlo', ...futures, ...asked, '--quiet', '--format', 'json'];
  execFileSync(process.execPath, [tool, ...args.map(String)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    maxBuffer: 1 << 28,
  });
  return (performance.now() - start) / 1000;
}

for (const draws of STUDIES) {
  const one = measureStudy(draws, 1);
  const two = measureStudy(draws, 2);
  lines.push(
    `study of ${draws} draws, three futures: ${one.toFixed(1)} s on 1 worker, ${two.toFixed(1)} s on 2: ${(one / two).toFixed(2)} times faster (bar 1.85 once start-up is paid)`,
  );
}
console.log(`\n${lines.join('\n')}`);

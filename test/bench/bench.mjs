/**
 * How fast tandem is, in about three minutes: `npm run bench` builds first. The kernel against the same work in C, in turn (TANDEM_REFERENCE names the
 * program, default ../shared/bench/reference.c); a whole study, against another built checkout where TANDEM_BEFORE names one; workers; the what-if
 * page, where there is a Chromium; a made nation. The last lines are the figures with their bars, and bench.json has them as data.
 */
import { writeFileSync } from 'node:fs';
import { benchKernel } from './kernel.mjs';
import { benchNation } from './nation.mjs';
import { benchStudy, benchWorkers, LONGER } from './studies.mjs';

const said = (text) => console.log(text);
const figure = (value, digits = 2) => (value === null ? 'not measured' : value.toFixed(digits));

said('kernel …');
const kernel = benchKernel();
said('whole study …');
const study = benchStudy();
said('workers …');
const workers = benchWorkers();
said('redraw of the what-if page …');
const redraw = await redrawOrNull();
said('a nation …');
const nation = benchNation(2850, 40);

/** Milliseconds from a slider to the new picture; null where no browser can be started. */
async function redrawOrNull() {
  try {
    const { measureRedraw } = await import('./redraw.mjs');
    return await measureRedraw();
  } catch (error) {
    said(`  not measured: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return null;
  }
}

const lines = [
  ...kernel.map(
    ({ name, nanoseconds, ratio, shared, bar, sharedBar }) =>
      `kernel ${name}: ${figure(nanoseconds, 1)} ns per cell-year, ${figure(ratio)} × C (bar ${bar}); of three futures that share a reference path ${figure(shared)} (bar ${sharedBar})`,
  ),
  `study: ${figure(study.drawsPerSecond, 0)} draws a second in one thread, before ${figure(study.before, 0)}: ${figure(study.times)} times (bar 2.5)`,
  `workers: 4,000 draws in ${figure(workers.one, 1)} s on one, ${figure(workers.two, 1)} s on two: ${figure(workers.speedup)} times (bar 1.85); ${LONGER} draws ${figure(workers.longer)} times`,
  `redraw: median ${figure(redraw?.median ?? null, 0)} ms (bar 50), 95 % within ${figure(redraw?.p95 ?? null, 0)} ms (bar 80)`,
  `nation: ${nation.regions} regions × ${nation.industries} industries × 20 years run in ${figure(nation.seconds, 0)} s and ${figure(nation.megabytes / 1000, 1)} GB (bar 4)`,
];
said(`\n${lines.join('\n')}`);

const results = {
  kernel: Object.fromEntries(kernel.map(({ name, ratio }) => [name, ratio])),
  kernelShared: Object.fromEntries(kernel.map(({ name, shared }) => [name, shared])),
  study,
  workers,
  redraw: redraw ?? { median: null, p95: null },
  nation,
  bars: {
    kernel: Object.fromEntries(kernel.map(({ name, bar }) => [name, bar])),
    kernelShared: Object.fromEntries(kernel.map(({ name, sharedBar }) => [name, sharedBar])),
    study: { times: 2.5 },
    workers: { speedup: 1.85 },
    redraw: { median: 50, p95: 80 },
    nation: { megabytes: 4096 },
  },
};
writeFileSync(new URL('../../bench.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);

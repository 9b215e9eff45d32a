import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = new URL('../../', import.meta.url).pathname;
/** Said by the child at its end: the largest memory it had, in megabytes. */
const TELL_MEMORY = `process.on('exit', () => process.stderr.write('peak ' + Math.round(process.resourceUsage().maxRSS / 1024) + '\\n'))`;

/** A made nation of so many regions, one future over 20 years by `tandem run`: seconds and megabytes. */
export function benchNation(regions, industries) {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-nation-'));
  execFileSync(process.execPath, [join(HERE, 'test/bench/made-nation.mjs'), folder, regions, industries].map(String));
  const start = performance.now();
  const told = `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`;
  const args = ['--import', told, join(HERE, 'dist/cli/main.js'), 'run', join(folder, 'together.yaml')];
  const { stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  return { regions, industries, seconds, megabytes: Number(/peak (\d+)/.exec(stderr)[1]) };
}

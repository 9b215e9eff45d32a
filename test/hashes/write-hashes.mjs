/**
 * Writes hashes.json anew, as `npm run hashes` does. Hashes change where a change to the model, its parameters, a bundled case or the order of
 * an addition changes results, be it in the last bit; the commit that writes them says which of these it was. They must not change with the
 * machine, the engine or its version, nor with the number of workers: where they differ there and not here, it is the code that is wrong.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleHashes } from './bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tandem-hashes-'));
try {
  const script = join(folder, 'hashes.mjs');
  writeFileSync(script, await bundleHashes('node'));
  const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));
  const hashes = execFileSync(process.execPath, [script, scenarios], { encoding: 'utf8' });
  writeFileSync(new URL('hashes.json', import.meta.url), `${hashes}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * Writes hashes.json anew, as `npm run hashes` does. A hash changes where the model, its parameters, a bundled case or the order of operations
 * changes results, be it in the last bit, and where a result comes to hold other numbers; the commit that writes it says which of these it was.
 * It must not change with the machine, the engine and its version, or the number of workers: npm run test:system looks at that.
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

import type { Context } from '../../command.js';
import { isUsageError, usageError } from '../../errors.js';
import { createFileReader } from '../../read-file.js';
import { pageAssets } from './assets.js';
import { startText } from './first-answer.js';
import { bundledFolder, type DrawOptions, pageScenarios, prepareStart } from './prepare-start.js';
import { type ServedFile, serveFiles } from './served-files.js';
import { type RunningServer, servePage } from './server.js';

const USUAL_PORT = 7321;

/** Settings of a page to be served. */
export interface PageOptions extends DrawOptions {
  /** Null for the usual one, or any where that is taken. */
  readonly port: number | null;
}

/**
 * Checks the scenarios and serves the what-if page that begins with them.
 *
 * @param named files as the user names them
 * @throws MistakesError for scenarios that cannot be used, a usage error for files outside the working folder
 */
export async function startPage(
  named: readonly string[],
  { port, ...options }: PageOptions,
  context: Context,
): Promise<RunningServer> {
  const read = (path: string) => createFileReader().read(path);
  const files = serveFiles([process.cwd(), bundledFolder()], read);
  const asked = pageScenarios(named);
  for (const file of asked) refuseOutside(file, files(file));
  const opened = new Set<string>();
  const noting = (path: string): Uint8Array => {
    opened.add(path);
    return context.read(path);
  };
  const start = await prepareStart(asked, options, { ...context, read: noting });
  for (const file of opened) refuseOutside(file, files(file));
  const text = startText(start, read);
  const assets = pageAssets(text);
  // Before the address is told: a page that is opened then finds its answer.
  await text();
  if (port !== null) return await servePage(port, assets, files);
  // Links of an earlier call hold where the port is the same again.
  return await servePage(USUAL_PORT, assets, files).catch((error: unknown) => {
    if (!isUsageError(error)) throw error;
    return servePage(0, assets, files);
  });
}

/** A missing file is told of by whoever reads it, at the place that names it. */
function refuseOutside(file: string, served: ServedFile): void {
  if (!('status' in served) || served.status !== 403) return;
  throw usageError(`${file}: ${served.reason}`, 'Start it in a folder above all that the scenarios read.');
}

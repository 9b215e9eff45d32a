import { dirname, relative, sep } from 'node:path';
import { checkComparable } from '../../../engine/compare/check-comparable.js';
import { compileFuture, type FutureSource } from '../../../engine/compare/future.js';
import { FUTURE_COLOURS } from '../../../engine/report/figures/drawing/colours.js';
import { ownSetting, scenarioId } from '../../../engine/scenario/scenario-ids.js';
import { splitSetting } from '../../../engine/scenario/set.js';
import { centralValue } from '../../../engine/values/resolve.js';
import { bundledFile } from '../../bundled.js';
import type { Context } from '../../command.js';
import { isUsageError, usageError } from '../../errors.js';
import { loadFutures } from '../../load-futures.js';
import { createFileReader } from '../../read-file.js';
import type { FutureState, Override } from '../what-if/what-if.js';
import { pageAssets } from './assets.js';
import { type ServedFile, serveFiles } from './served-files.js';
import { type RunningServer, servePage } from './server.js';

/** The futures shown where none is named. */
const BUNDLED = ['uncoordinated', 'coordinated'];

/** Most futures of a page: as many as have a colour of their own. */
const MOST_FUTURES = FUTURE_COLOURS;

const USUAL_PORT = 7321;

/** Settings of a page to be served. */
export interface PageOptions {
  /** Null for the usual one, or any where that is taken. */
  readonly port: number | null;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Checks the scenarios and serves the what-if page that begins with them.
 *
 * @param named files as the user names them
 * @throws MistakesError for scenarios that cannot be used, a usage error for files outside the working folder
 */
export async function startPage(
  named: readonly string[],
  { port, draws, seed }: PageOptions,
  context: Context,
): Promise<RunningServer> {
  if (named.length > MOST_FUTURES) throw usageError(`explore: at most ${MOST_FUTURES} scenarios fit the page`);
  const bundled = BUNDLED.map((name) => slashed(bundledFile(`changchun-jilin/${name}.yaml`)));
  const read = (path: string) => createFileReader().read(path);
  const files = serveFiles([process.cwd(), dirname(dirname(bundled[0]!))], read);
  const asked = named.length === 0 ? bundled : named.map((file) => slashed(relative('', file)));
  for (const file of asked) refuseOutside(file, files(file));
  const opened = new Set<string>();
  const noting = (path: string): Uint8Array => {
    opened.add(path);
    return context.read(path);
  };
  const sources = await loadFutures(asked, { ...context, read: noting });
  for (const file of opened) refuseOutside(file, files(file));
  checkComparable(sources);
  const ids = sources.map(({ id }) => id);
  const common: Override[] = [];
  const own = ids.map((): Override[] => []);
  for (const text of context.settings) {
    const one = ownSetting(text, ids);
    const [path, value] = splitSetting(one?.text ?? text);
    (one === null ? common : own[one.which]!).push({ path, value });
  }
  const listed = asked.map((file, k): FutureState => ({ file, name: null, pinned: false, own: own[k]! }));
  const futures = listed.length === 1 ? counterpart(listed[0]!, sources[0]!) : listed;
  const start = { whatIf: { futures, common, equalCost: true }, draws, seed };
  const assets = pageAssets(start);
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

/**
 * The counterpart of a single scenario: itself with its regions apart or, where it is apart, together. Where coordination changes
 * nothing, because no policy acts in two regions, it stands alone against no policy.
 */
function counterpart(own: FutureState, source: FutureSource): readonly FutureState[] {
  const joint = compileFuture(source).policies.some(({ regions }) => regions.length > 1);
  if (!joint) return [own];
  const { all, regions } = source.scenario.coordination;
  const apart = Object.keys(regions).length === 0 && all.kind !== 'expression' && centralValue(all) === 0;
  const other = (word: string, value: string): FutureState => ({
    ...own,
    name: `${scenarioId(own.file)} ${word}`,
    own: [...own.own.filter(({ path }) => path !== 'coordination'), { path: 'coordination', value }],
  });
  return apart ? [own, other('together', '1')] : [other('apart', '0'), own];
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

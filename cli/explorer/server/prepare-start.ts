import { dirname, relative, sep } from 'node:path';
import { checkComparable } from '../../../engine/compare/check-comparable.js';
import { compileFuture, type FutureSource } from '../../../engine/compare/future.js';
import { FUTURE_COLOURS } from '../../../engine/report/figures/drawing/colours.js';
import { ownSetting, scenarioId } from '../../../engine/scenario/scenario-ids.js';
import { splitSetting } from '../../../engine/scenario/set.js';
import { centralValue } from '../../../engine/values/resolve.js';
import { bundledFile } from '../../bundled.js';
import type { Context } from '../../command.js';
import { usageError } from '../../errors.js';
import { loadFutures } from '../../load-futures.js';
import type { StartState } from '../what-if/start.js';
import type { FutureState, Override } from '../what-if/what-if.js';
import { nearBeliefs } from './near-beliefs.js';

/** The futures shown where none is named. */
const BUNDLED = ['uncoordinated', 'coordinated'];

/** Most futures of a page: as many as have a colour of their own. */
const MOST_FUTURES = FUTURE_COLOURS;

/** The number of draws and their seed. */
export type DrawOptions = Pick<StartState, 'draws' | 'seed'>;

/** The folder of the bundled scenarios. */
export function bundledFolder(): string {
  return dirname(dirname(bundledPath(BUNDLED[0]!)));
}

/** The scenarios that a page is about, as the user names them: the bundled two where none is. */
export function pageScenarios(named: readonly string[]): string[] {
  if (named.length > MOST_FUTURES) throw usageError(`explore: at most ${MOST_FUTURES} scenarios fit the page`);
  return named.length === 0 ? BUNDLED.map(bundledPath) : named.map((file) => slashed(relative('', file)));
}

/**
 * The state with which a page of these scenarios begins, checked.
 *
 * @throws MistakesError for scenarios that cannot be used or compared
 */
export async function prepareStart(
  files: readonly string[],
  { draws, seed }: DrawOptions,
  context: Context,
): Promise<StartState> {
  const sources = await loadFutures(files, context);
  checkComparable(sources);
  const ids = sources.map(({ id }) => id);
  const common: Override[] = [];
  const own = ids.map((): Override[] => []);
  for (const text of context.settings) {
    const one = ownSetting(text, ids);
    const [path, value] = splitSetting(one?.text ?? text);
    (one === null ? common : own[one.which]!).push({ path, value });
  }
  const listed = files.map((file, k): FutureState => ({ file, name: null, pinned: false, own: own[k]! }));
  const futures = listed.length === 1 ? counterpart(listed[0]!, sources[0]!) : listed;
  return { whatIf: { futures, common, equalCost: true }, draws, seed, beliefs: nearBeliefs(files[0]!, context) };
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
    name: word === source.scenario.label ? `${scenarioId(own.file)} ${word}` : word,
    own: [...own.own.filter(({ path }) => path !== 'coordination'), { path: 'coordination', value }],
  });
  return apart ? [own, other('together', '1')] : [other('apart', '0'), own];
}

function bundledPath(name: string): string {
  return slashed(bundledFile(`changchun-jilin/${name}.yaml`));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

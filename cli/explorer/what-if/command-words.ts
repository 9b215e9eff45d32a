import { scenarioIds } from '../../../engine/scenario/scenario-ids.js';
import { overridesOf, rankOf, type WhatIf } from './what-if.js';

/** Words of the command, after `tandem`, that computes the same futures: each to be quoted by whoever writes them in a shell. */
export function commandWords(whatIf: WhatIf): string[] {
  const { futures, common, equalCost } = whatIf;
  const files = futures.map(({ file }) => file);
  const ids = scenarioIds(files);
  const everywhere = (path: string, value: string): boolean =>
    futures.every((_, k) => overridesOf(whatIf, k).some((each) => each.path === path && each.value === value));
  const settings = [0, 1, 2].flatMap((rank) => {
    const shared = common.filter(({ path, value }) => rankOf(path) === rank && everywhere(path, value));
    const single = futures.flatMap((_, k) =>
      overridesOf(whatIf, k)
        .filter((each) => rankOf(each.path) === rank && !shared.includes(each))
        .map(({ path, value }) => `${ids[k]}:${path}=${value}`),
    );
    return [...shared.map(({ path, value }) => `${path}=${value}`), ...single];
  });
  const words = [futures.length === 1 ? 'run' : 'compare', ...files];
  if (futures.length > 1 && !equalCost) words.push('--no-equal-cost');
  return [...words, ...settings.flatMap((text) => ['--set', text])];
}

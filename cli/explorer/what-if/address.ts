import { splitSetting } from '../../../engine/scenario/set.js';
import type { FutureState, Override, WhatIf } from './what-if.js';

/** Longer addresses are refused, as are more futures or changes than a person makes. */
const MOST = { letters: 50_000, futures: 8, overrides: 400 };

/**
 * A what-if as the part of an address behind `#`, in the order in which it is read: what is set in all futures, then each future with its own.
 *
 * @example
 * // all=parameters.rivalry%3D0&future=a.yaml&set=coordination%3D0.5&future=b.yaml
 */
export function writeAddress({ futures, common, equalCost }: WhatIf): string {
  const words = new URLSearchParams();
  for (const { path, value } of common) words.append('all', `${path}=${value}`);
  for (const { file, name, pinned, own } of futures) {
    words.append(pinned ? 'pinned' : 'future', file);
    if (name !== null) words.append('name', name);
    for (const { path, value } of own) words.append('set', `${path}=${value}`);
  }
  if (!equalCost) words.append('cost', 'own');
  return words.toString();
}

/** A what-if from an address, or what is wrong with it. Whatever it holds is only text, to be parsed as that of a command line. */
export function readAddress(hash: string): { readonly whatIf: WhatIf } | { readonly problem: string } {
  if (hash.length > MOST.letters) return { problem: 'The address is too long to be one of this page.' };
  const futures: { -readonly [Key in keyof FutureState]: FutureState[Key] }[] = [];
  const common: Override[] = [];
  let equalCost = true;
  let overrides = 0;
  for (const [key, text] of new URLSearchParams(hash)) {
    const future = futures.at(-1);
    if (key === 'future' || key === 'pinned') {
      futures.push({ file: text, name: null, pinned: key === 'pinned', own: [] });
    } else if (key === 'name' && future !== undefined && text.trim() !== '') future.name = text.slice(0, 80);
    else if (key === 'cost' && text === 'own') equalCost = false;
    else if (key === 'all' || (key === 'set' && future !== undefined)) {
      const [path, value] = splitSetting(text);
      if (path.trim() === '') return { problem: `The address sets something without a name: ${text}` };
      if (key === 'all') common.push({ path, value });
      else future!.own = [...future!.own, { path, value }];
      overrides += 1;
    } else return { problem: `The address holds something that this page does not know: ${key.slice(0, 40)}` };
  }
  if (futures.every(({ pinned }) => pinned)) return { problem: 'The address names no scenario.' };
  if (futures.slice(1).some(({ pinned }) => pinned))
    return { problem: 'The address pins a scenario that is not the first.' };
  if (futures.length > MOST.futures) return { problem: `The address names more than ${MOST.futures} scenarios.` };
  if (overrides > MOST.overrides) return { problem: `The address sets more than ${MOST.overrides} values.` };
  return { whatIf: { futures, common, equalCost } };
}

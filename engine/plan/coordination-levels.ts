import type { CoordinationLevels } from '../scenario/scenario.js';
import type { Resolver } from './resolve.js';

/** c of each region, R: the region's own where the file gives one, else that of all; a value chosen for all, as by a sweep, holds for every region. */
export function readLevels(
  levels: CoordinationLevels,
  regions: readonly string[],
  resolver: Resolver,
  path: string,
): Float64Array {
  const chosen = resolver.chosen(path);
  if (chosen !== undefined) {
    return Float64Array.from(regions, (region) => resolver.chosen(`${path}.${region}`) ?? chosen);
  }
  const all = resolver.number(path, levels.all);
  return Float64Array.from(regions, (region) =>
    Object.hasOwn(levels.regions, region)
      ? resolver.number(`${path}.${region}`, levels.regions[region]!)
      : (resolver.chosen(`${path}.${region}`) ?? all),
  );
}

import type { Degrees } from '../../../economy/boundaries/boundaries.js';
import type { Economy } from '../../../economy/economy.js';

/** Rounds in which nodes without coordinates are put between their neighbours. */
const ROUNDS = 50;

/**
 * The place of each node of a case's network, or of each region where it has no network: as the case gives it, else between the neighbours
 * on the network, the nearer ones weighing more; null where nothing tells.
 */
export function locatedNodes({ regions, facts, places = [], network }: Economy): (Degrees | null)[] {
  const given: (Degrees | null)[] = [
    ...regions.map((_, r): Degrees | null => {
      const [longitude, latitude] = [facts?.longitude[r] ?? null, facts?.latitude[r] ?? null];
      return longitude === null || latitude === null ? null : [longitude, latitude];
    }),
    ...places.map(({ at }) => at),
  ];
  if (network === null || !given.includes(null)) return given;
  const found = [...given];
  for (let round = 0; round < ROUNDS; round++) {
    const before = [...found];
    // A region is somewhere in itself, which its neighbours do not tell.
    for (let node = regions.length; node < found.length; node++)
      if (given[node] === null) found[node] = between(node, before, network.links);
    if (found.every((place, node) => place === before[node])) break;
  }
  return found;
}

function between(
  node: number,
  found: readonly (Degrees | null)[],
  links: NonNullable<Economy['network']>['links'],
): Degrees | null {
  let [longitude, latitude, weights, neighbours] = [0, 0, 0, 0];
  for (const { from, to, km } of links) {
    if (from !== node && to !== node) continue;
    const place = found[from === node ? to : from];
    if (place == null) continue;
    const weight = 1 / (Number.isFinite(km) ? km : 100);
    longitude += weight * place[0];
    latitude += weight * place[1];
    weights += weight;
    neighbours += 1;
  }
  return neighbours < 2 ? (found[node] ?? null) : [longitude / weights, latitude / weights];
}

import type { Future } from './future.js';

/** The two regions a comparison is about: the first two that policies name, else the first two of the case. */
export function comparedPair(futures: readonly Pick<Future, 'economy' | 'compiled'>[]): [number, number] {
  const { regions } = futures[0]!.economy;
  const acting = futures.flatMap((future) =>
    future.compiled.policies
      .filter((policy) => policy.regions.length < regions.length)
      .flatMap((policy) => policy.regions),
  );
  const ordered = [...new Set([...acting, ...regions.keys()])];
  const [a = 0, b = a] = ordered;
  return a < b ? [a, b] : [b, a];
}

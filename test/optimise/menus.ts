import type { FutureSource } from '../../engine/compare/future.js';
import { optimise } from '../../engine/optimise/optimise.js';
import { type PreparedSearch, prepareSearch, type SearchRequest } from '../../engine/optimise/prepare.js';
import type { Objective } from '../../engine/optimise/problem.js';
import { bundledFuture } from '../bundled.js';

/** Four ways over the tutorial's case, each with a cost of its own, and numbers that draws move. */
export const WAYS = `extends: ./baseline.yaml
policies:
  - { kind: market, name: Border, opening: 'triangular(0.2, 0.4, 0.6)', start: 2020 }
  - { kind: infrastructure, name: Railway, links: [[East, West]], shorten: 50%, start: 2020, cost: 20 }
  - { kind: services, name: Services, start: 2020 }
  - { kind: land, name: Land, start: 2020 }
`;

export const GAIN_AND_COST: readonly Objective[] = [
  { name: 'gain', outcome: null },
  { name: 'cost', outcome: null },
];

/** The ways with what may vary. */
export function menu(choices = '', ways = WAYS): Promise<FutureSource> {
  return bundledFuture('tutorial/menu', [], { 'tutorial/menu.yaml': `${ways}${choices}` });
}

/** A search with everything that a test does not care about. */
export function request(parts: Partial<SearchRequest> & { readonly budget: number }): SearchRequest {
  const { budget, ...rest } = parts;
  return {
    objectives: GAIN_AND_COST,
    constraints: { budget, noRegionLoses: false, goals: false },
    evaluations: 800,
    searchDraws: 0,
    seed: 1,
    ...rest,
  };
}

/** Prepares and runs a search on few draws. */
export async function searched(source: FutureSource, asked: SearchRequest, draws = { draws: 8, fresh: 8 }) {
  const prepared: PreparedSearch = prepareSearch(source, asked);
  return optimise(prepared, draws);
}

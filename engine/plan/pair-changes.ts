import type { PairChanges } from '../kernel/inputs.js';
import type { Series } from '../values/scalar.js';
import type { BarrierDrift } from './barrier-drift.js';
import { type LinkChange, networkStates } from './network-states.js';
import type { PlanTemplate } from './plan-template.js';
import type { PolicyPattern } from './policy-pattern.js';
import type { ReferencePlan } from './reference-plan.js';

/** One effect of a draw: its amount is read from where the policy wrote it. */
interface Addend {
  readonly amounts: Float64Array;
  readonly place: number;
  readonly profile: Series;
}

/**
 * Compiles what policies change between regions. Openings of borders multiply, so that no order of policies matters.
 *
 * @returns a function that gives the changes of the draw under way, in arrays that the next draw overwrites; null where ties are off
 */
export function pairWriter(
  { network }: PlanTemplate,
  { plan }: ReferencePlan,
  policies: readonly PolicyPattern[],
  drift: BarrierDrift,
): () => PairChanges | null {
  const { distance: today, barrier: before } = plan.reference;
  if (network === null || today === null || before === null) return () => null;
  const [years, regions] = [plan.years.length, plan.regions.length];
  const states = networkStates(network, linkChanges(policies), years, today);
  const borders = changingBorders(policies, drift, regions, years);
  const mirrored = (pair: number): number => (pair % regions) * regions + Math.floor(pair / regions);
  /** Place of each pair among those that change; −1 for one that does not. */
  const places = new Int32Array(today.length);
  const room = pairRoom(years);
  const mark = (pair: number): void => {
    places[pair] = 0;
    places[mirrored(pair)] = 0;
  };
  return () => {
    states.search();
    borders.compute(before);
    places.fill(-1);
    for (let state = 0; state < states.count(); state++) states.eachWay(state, mark);
    borders.eachChanged(mark);
    let n = 0;
    for (let pair = 0; pair < places.length; pair++) if (places[pair] === 0) places[pair] = n++;
    const changes = room(n);
    for (let pair = 0; pair < places.length; pair++) if (places[pair]! >= 0) changes.pairs[places[pair]!] = pair;
    writeBase(changes.distance, changes.pairs, today);
    writeBase(changes.barrier, changes.pairs, before);
    for (let y = 0; y < years; y++) {
      const state = states.ofYear[y]!;
      if (state < 0) continue;
      states.eachWay(state, (pair, length) => {
        changes.distance[y * n + places[pair]!] = length;
        changes.distance[y * n + places[mirrored(pair)]!] = length;
      });
    }
    borders.eachChanged((pair, barrier, from) => {
      for (let y = 0; y < years; y++) {
        changes.barrier[y * n + places[pair]!] = barrier[from + y]!;
        changes.barrier[y * n + places[mirrored(pair)]!] = barrier[from + y]!;
      }
    });
    return changes;
  };
}

/** Writes the base year's value of each pair into every year. */
function writeBase(values: Float64Array, pairs: Int32Array, base: Float64Array): void {
  for (let at = 0; at < values.length; ) for (let k = 0; k < pairs.length; k++) values[at++] = base[pairs[k]!]!;
}

function linkChanges(policies: readonly PolicyPattern[]): LinkChange[] {
  return policies.flatMap(({ patterns, amounts }) =>
    patterns.flatMap((pattern, place): LinkChange[] =>
      pattern.lever === 'distance'
        ? [
            {
              link: pattern.link,
              opens: pattern.opens ?? null,
              amount: () => amounts[place]!,
              profile: pattern.profile,
            },
          ]
        : [],
    ),
  );
}

/** Borders that policies may open or that may close where regions act apart. */
interface ChangingBorders {
  /** Computes them in the draw under way. */
  compute(before: Float64Array): void;
  /** Calls back for each that differs from the base year's in some year: its pair r·R + s, r < s, and where its barriers by year begin. */
  eachChanged(visit: (pair: number, barrier: Float64Array, from: number) => void): void;
}

function changingBorders(
  policies: readonly PolicyPattern[],
  drift: BarrierDrift,
  regions: number,
  years: number,
): ChangingBorders {
  const openings = openingsByPair(policies, regions);
  const left = new Map(drift.pairs.map((pair, k) => [pair, drift.left[k]!]));
  const pairs = [...new Set([...openings.keys(), ...drift.pairs])].sort((a, b) => a - b);
  const borders = pairs.map((pair) => ({ left: left.get(pair) ?? null, openings: openings.get(pair) ?? [] }));
  const barrier = new Float64Array(pairs.length * years);
  const changed = new Uint8Array(pairs.length);
  return {
    compute(before) {
      for (let k = 0; k < pairs.length; k++) {
        const base = before[pairs[k]!]!;
        const border = borders[k]!;
        changed[k] = 0;
        for (let y = 0; y < years; y++) {
          const open = border.left === null ? 1 : border.left[y]!;
          let now = open === 1 ? base : 1 - (1 - base) * open;
          for (let n = 0; n < border.openings.length; n++) {
            const { amounts, place, profile } = border.openings[n]!;
            if (amounts[place] !== 0) now *= 1 - amounts[place]! * profile[y]!;
          }
          barrier[k * years + y] = now;
          if (now !== base) changed[k] = 1;
        }
      }
    },
    eachChanged(visit) {
      for (let k = 0; k < pairs.length; k++) if (changed[k] === 1) visit(pairs[k]!, barrier, k * years);
    },
  };
}

/** Openings of each pair r·R + s, r < s, in the order of the policies. */
function openingsByPair(policies: readonly PolicyPattern[], regions: number): ReadonlyMap<number, readonly Addend[]> {
  const openings = new Map<number, Addend[]>();
  for (const { patterns, amounts } of policies) {
    patterns.forEach((pattern, place) => {
      if (pattern.lever !== 'barrier') return;
      const pair = Math.min(pattern.a, pattern.b) * regions + Math.max(pattern.a, pattern.b);
      const addend = { amounts, place, profile: pattern.profile };
      const known = openings.get(pair);
      if (known === undefined) openings.set(pair, [addend]);
      else known.push(addend);
    });
  }
  return openings;
}

/** Room for the changes of so many pairs: views of memory that grows with the largest draw, made once for each number of pairs. */
function pairRoom(years: number): (n: number) => PairChanges {
  let capacity = 0;
  let memory = { pairs: new Int32Array(0), distance: new Float64Array(0), barrier: new Float64Array(0) };
  const known = new Map<number, PairChanges>();
  return (n) => {
    if (n > capacity) {
      capacity = n;
      memory = {
        pairs: new Int32Array(n),
        distance: new Float64Array(years * n),
        barrier: new Float64Array(years * n),
      };
      known.clear();
    }
    let room = known.get(n);
    if (room === undefined) {
      const { pairs, distance, barrier } = memory;
      room = {
        pairs: pairs.subarray(0, n),
        distance: distance.subarray(0, years * n),
        barrier: barrier.subarray(0, years * n),
      };
      known.set(n, room);
    }
    return room;
  };
}

import { hypot } from '../exact-math/index.js';
import type { OptimisedPlan, Pick } from './optimisation.js';
import { isHigherBetter, type Objective } from './problem.js';
import { compareCandidates, type Evaluated } from './search/archive.js';

/** Number of the best by each objective that go on to the draws, before the others are spread over what is between. */
const BEST_BY_EACH = 6;

/**
 * Chooses some of the candidates of an archive: the best by each objective, then those that are farthest from all chosen so far, so that the whole
 * frontier is seen.
 *
 * @param members in any order
 */
export function spreadCandidates(members: readonly Evaluated[], most: number): Evaluated[] {
  const all = members.toSorted(compareCandidates);
  if (all.length <= most) return all;
  const objectives = all[0]!.objectives.length;
  const scales = Array.from({ length: objectives }, (_, k) => {
    const values = all.map((each) => each.objectives[k]!);
    return Math.max(...values) - Math.min(...values) || 1;
  });
  const chosen: Evaluated[] = [];
  const distances = all.map(() => Number.POSITIVE_INFINITY);
  const choose = (place: number): void => {
    if (distances[place] === 0) return;
    const next = all[place]!;
    chosen.push(next);
    all.forEach(({ objectives: values }, k) => {
      const away = hypot(...values.map((value, o) => (value - next.objectives[o]!) / scales[o]!));
      distances[k] = Math.min(distances[k]!, away);
    });
    distances[place] = 0;
  };
  const places = [...all.keys()];
  for (let k = 0; k < objectives; k++) {
    const ordered = places.toSorted((a, b) => all[a]!.objectives[k]! - all[b]!.objectives[k]! || a - b);
    for (const place of ordered.slice(0, BEST_BY_EACH)) if (chosen.length < most) choose(place);
  }
  while (chosen.length < most) {
    const place = distances.indexOf(Math.max(...distances));
    if (!(distances[place]! > 0)) break;
    choose(place);
  }
  return chosen;
}

/**
 * Picks plans by what they came to on the draws: the most gain, the most for the worst-off region, the cheapest that brings as much as the given plan,
 * the knee, and the best by each further objective.
 */
export function pickPlans(
  plans: readonly OptimisedPlan[],
  given: OptimisedPlan,
  objectives: readonly Objective[],
): Pick[] {
  const best = (of: (plan: OptimisedPlan) => number, among = plans): OptimisedPlan | null =>
    among.reduce<OptimisedPlan | null>((top, plan) => (top === null || of(plan) > of(top) ? plan : top), null);
  const equal = plans.filter((plan) => plan.draws!.mean >= given.draws!.mean);
  const picked: readonly (readonly [string, string, OptimisedPlan | null])[] = [
    ['most-gain', 'the most gain', best((plan) => plan.draws!.mean)],
    ['worst-off', 'the most for the region that gets least', best((plan) => plan.draws!.worst)],
    ['cheapest-equal', 'the cheapest that brings as much as the given plan', best((plan) => -plan.cost, equal)],
    [
      'knee',
      'the best compromise of gain, cost and the region that gets least',
      best((plan) => -fromIdeal(plan, plans)),
    ],
    ...objectives.flatMap((objective, k) => {
      if (objective.outcome === null && objective.name !== 'cvar') return [];
      const sign = isHigherBetter(objective) ? 1 : -1;
      const name = `best-${
        objective.name
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .replace(/^-|-$/g, '') || k
      }`;
      return [[name, `the best ${objective.name}`, best((plan) => sign * plan.draws!.objectives[k]!)] as const];
    }),
  ];
  return picked.flatMap(([name, meaning, plan]) => (plan === null ? [] : [{ name, meaning, id: plan.id }]));
}

/** Distance of a plan from the best gain, the best worst region and the least cost of all plans, each over its range. */
function fromIdeal(plan: OptimisedPlan, plans: readonly OptimisedPlan[]): number {
  const measures: readonly ((each: OptimisedPlan) => number)[] = [
    ({ draws }) => draws!.mean,
    ({ draws }) => draws!.worst,
    ({ cost }) => -cost,
  ];
  return hypot(
    ...measures.map((of) => {
      const values = plans.map(of);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return high > low ? (high - of(plan)) / (high - low) : 0;
    }),
  );
}

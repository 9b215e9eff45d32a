import { keepPolicies, policyNames } from './derive.js';
import { type Future, runFuture } from './future.js';
import { gainsOf } from './gains.js';

/** The contribution of one policy to a future, or to the difference between two: discounted output, in the case's currency. */
export interface Contribution {
  readonly policy: string;
  /** The gain when it is the only policy. */
  readonly alone: number;
  /** The loss when it is left out of the full set. */
  readonly leftOut: number;
}

/** A total shared out over policies; the part that no single policy brings alone is interaction. What events bring without policies is left out. */
export interface Attribution {
  readonly contributions: readonly Contribution[];
  readonly total: number;
  /** The total less what the policies bring alone: positive where they help, negative where they hinder each other. */
  readonly interaction: number;
}

/** Attributes the gain of a future to its policies, by leaving each out and by taking each alone, at the intensities of the comparison. */
export function attribute(future: Future): Attribution {
  return share([future]);
}

/** Attributes what a future gains over another to the policies of both, matched by name. */
export function attributeDifference(later: Future, first: Future): Attribution {
  return share([later, first]);
}

/** The gain of the first less that of the second, if there is one. */
function share(futures: readonly [Future] | readonly [Future, Future]): Attribution {
  const value = (keep: (name: string) => boolean): number =>
    futures.reduce(
      (sum, future, k) =>
        sum + (k === 0 ? 1 : -1) * gainsOf(runFuture(keepPolicies(future, keep), future.choices)).total,
      0,
    );
  const events = futures.reduce((sum, future, k) => sum + (k === 0 ? 1 : -1) * gainsOf(future).events, 0);
  const whole = value(() => true);
  const contributions = policyNames(futures.map((future) => future.scenario)).map(
    (policy): Contribution => ({
      policy,
      alone: value((name) => name === policy) - events,
      leftOut: whole - value((name) => name !== policy),
    }),
  );
  const total = whole - events;
  return { contributions, total, interaction: total - contributions.reduce((sum, { alone }) => sum + alone, 0) };
}

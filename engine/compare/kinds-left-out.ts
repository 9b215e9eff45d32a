import { POLICY_KINDS } from '../policies/index.js';
import { type CompareOptions, difference, runFutures } from './compare.js';
import { keepPolicies } from './derive.js';
import type { Future, FutureSource } from './future.js';
import { gainsOf } from './gains.js';

/** The difference between two futures with every policy of one kind left out of both. */
export interface KindLeftOut {
  readonly kind: string;
  /** Difference in discounted output without the kind, in the case's currency. */
  readonly without: number;
  /** The whole difference less that: what goes through the kind. Negative where the kind works against the whole. */
  readonly carried: number;
}

/** A difference between two futures, and which kinds of policy carry it. */
export interface KindsLeftOut {
  /** Difference in discounted output with all policies, in the case's currency. */
  readonly total: number;
  /** Kinds that one of the futures has, in the order of the paper. */
  readonly kinds: readonly KindLeftOut[];
}

/**
 * Leaves one kind of policy after the other out of both futures. The parts need not add up to the whole, since policies help or
 * hinder each other, and at equal cost what one of them frees is spent on the others.
 *
 * @returns differences of the later future from the first, discounted output in the case's currency
 */
export function kindsLeftOut(first: FutureSource, later: FutureSource, options: CompareOptions = {}): KindsLeftOut {
  const whole = runFutures([first, later], options);
  const gain = (futures: readonly Future[]): number => difference(gainsOf(futures[1]!), gainsOf(futures[0]!)).total;
  const total = gain(whole.futures);
  const policies = [first, later].flatMap(({ scenario }) => scenario.policies);
  const kinds = POLICY_KINDS.filter(({ kind }) => policies.some((policy) => policy.kind === kind)).map(
    ({ kind }): KindLeftOut => {
      const rest = [withoutKind(first, kind), withoutKind(later, kind)];
      const without = gain(runFutures(rest, options, whole.fixed).futures);
      return { kind, without, carried: total - without };
    },
  );
  return { total, kinds };
}

function withoutKind(source: FutureSource, kind: string): FutureSource {
  const names = new Set(source.scenario.policies.flatMap((policy) => (policy.kind === kind ? [policy.name] : [])));
  return keepPolicies(source, (name) => !names.has(name));
}

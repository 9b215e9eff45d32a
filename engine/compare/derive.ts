import { produce } from 'immer';
import type { Scenario } from '../scenario/scenario.js';
import type { FutureSource } from './future.js';

/** The same future with only those of its policies that `keep` says. */
export function keepPolicies(source: FutureSource, keep: (name: string) => boolean): FutureSource {
  const scenario = produce(source.scenario, (draft) => {
    draft.policies = draft.policies.filter((policy) => keep(policy.name));
  });
  return { ...source, scenario };
}

/** Names of all policies of some scenarios, each once, in the order they first occur. */
export function policyNames(scenarios: readonly Scenario[]): string[] {
  return [...new Set(scenarios.flatMap((scenario) => scenario.policies.map((policy) => policy.name)))];
}

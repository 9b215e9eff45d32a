import type { Economy } from '../economy/economy.js';
import { matchNames } from '../scenario/names.js';
import type { Policy, Scenario, ScenarioEvent } from '../scenario/scenario.js';
import { type ExtendedNetwork, extendNetwork } from './links.js';
import { type ObservedBase, observedBase } from './observed-base.js';

/** The part of a scenario's plan that no value of any of its numbers changes: made once for many draws. */
export interface PlanTemplate {
  readonly observed: ObservedBase;
  /** The case's network with the links that policies build; null where the case has no regions table or no links table. */
  readonly network: ExtendedNetwork | null;
  /** Ordered by their content, so that the order in a file has no effect. */
  readonly policies: readonly PlacedPolicy[];
  /** Ordered likewise. */
  readonly events: readonly PlacedEvent[];
}

/** An event with the indices of the regions that it happens in. */
export interface PlacedEvent {
  readonly event: ScenarioEvent;
  /** Ascending. */
  readonly regions: readonly number[];
}

/** A policy with the indices of the regions that it names. */
export interface PlacedPolicy {
  readonly policy: Policy;
  /** Ascending. */
  readonly regions: readonly number[];
  /** Regions that its links pass by, ascending. */
  readonly bypassed: readonly number[];
}

/**
 * Makes the template of a scenario's plans.
 *
 * @param observed base of the case over the scenario's years, where it is already known
 */
export function planTemplate(
  economy: Economy,
  scenario: Scenario,
  observed: ObservedBase = observedBase(economy, scenario),
): PlanTemplate {
  return {
    observed,
    network: observed.ties === null ? null : extendNetwork(economy, scenario.policies),
    policies: placePolicies(scenario.policies, economy.regions),
    events: byContent(scenario.events).map((event) => ({
      event,
      regions: matchNames(event.regions ?? economy.regions, economy.regions),
    })),
  };
}

function placePolicies(policies: readonly Policy[], regions: readonly string[]): PlacedPolicy[] {
  return byContent(policies).map((policy) => ({
    policy,
    regions: policyRegions(policy, regions),
    bypassed: matchNames(policy.bypassed, regions),
  }));
}

/** Sorted by content and only then by name, since even rounding must not depend on the order in a file. */
function byContent<Entry extends { readonly name: string }>(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ entry, content: JSON.stringify({ ...entry, name: '' }) }))
    .sort((a, b) => compareText(a.content, b.content) || compareText(a.entry.name, b.entry.name))
    .map(({ entry }) => entry);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The regions that a policy names, else those at the ends of its links, else all. */
function policyRegions(policy: Policy, names: readonly string[]): number[] {
  if (policy.regions !== null) return matchNames(policy.regions, names);
  const ends = policy.links.flatMap(({ from, to }) => [from, to]);
  const regions = names.flatMap((name, index) => (ends.includes(name) ? [index] : []));
  return regions.length > 0 ? regions : names.map((_, index) => index);
}

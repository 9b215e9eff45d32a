import { produce } from 'immer';
import type { FutureSource } from '../compare/future.js';
import type { Policy, Scenario } from '../scenario/scenario.js';
import { centralValue } from '../values/resolve.js';
import { type Assignment, geneOfIntensity, type Variable } from './variables.js';

/** A scenario with the values of a plan; a policy with no intensity is left out. */
export function derivePlan(scenario: Scenario, assignments: readonly Assignment[]): Scenario {
  return produce(scenario, (draft) => {
    const policies = new Map(draft.policies.map((policy) => [policy.name, policy]));
    for (const assignment of assignments) {
      const policy = policies.get(assignment.policy)!;
      switch (assignment.field) {
        case 'intensity':
        case 'start':
          policy.numbers = {
            ...policy.numbers,
            [assignment.field]: { kind: 'constant', value: assignment.value },
          };
          break;
        case 'regions':
          policy.regions = [...assignment.value];
          break;
        case 'industries':
          policy.industries = structuredClone(assignment.value.selector) as typeof policy.industries;
          break;
      }
    }
    const left = new Set(
      assignments.flatMap(({ policy, field, value }) => (field === 'intensity' && value === 0 ? [policy] : [])),
    );
    draft.policies = draft.policies.filter(({ name }) => !left.has(name));
  });
}

/** A plan as a future to be run. */
export function planSource(
  id: string,
  source: FutureSource,
  assignments: readonly Assignment[],
  title: string,
): FutureSource {
  const scenario = { ...derivePlan(source.scenario, assignments), title };
  return { id, economy: source.economy, scenario };
}

/** The genes of the plan that a scenario is as written, or of the nearest that its choices allow, its intensities multiplied by a factor. */
export function writtenGenes(scenario: Scenario, variables: readonly Variable[], factor = 1): number[] {
  return variables.map((variable) => {
    const policy = scenario.policies.find(({ name }) => name === variable.policy)!;
    return writtenGene(policy, variable, factor);
  });
}

function writtenGene(policy: Policy, variable: Variable, factor: number): number {
  const orFirst = (place: number): number => Math.max(0, place);
  switch (variable.field) {
    case 'intensity':
      return geneOfIntensity(variable.options, factor * centralNumber(policy, 'intensity'));
    case 'start':
      return orFirst(variable.options.indexOf(centralNumber(policy, 'start')));
    case 'regions':
      return orFirst(variable.options.findIndex((names) => same(names, policy.regions)));
    case 'industries':
      return orFirst(variable.options.findIndex(({ selector }) => same(selector, policy.industries)));
  }
}

function centralNumber({ numbers }: Policy, field: string): number {
  const quantity = numbers[field]!;
  return quantity.kind === 'expression' ? 1 : centralValue(quantity);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

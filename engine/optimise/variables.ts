import { policyKind } from '../policies/index.js';
import type { IndustryChoice, Policy, PolicyChoices, Scenario } from '../scenario/scenario.js';
import type { Gene } from './search/variation.js';

/** Intensities between two bounds, in whole percents. */
export interface Percents {
  readonly from: number;
  readonly to: number;
}

/** One thing that may vary: a field of a policy, and what it may be. */
export type Variable = { readonly policy: string } & (
  | { readonly field: 'intensity'; readonly options: Percents | readonly number[] }
  | { readonly field: 'start'; readonly options: readonly number[] }
  | { readonly field: 'regions'; readonly options: readonly (readonly string[])[] }
  | { readonly field: 'industries'; readonly options: readonly IndustryChoice[] }
);

/** One variable with the value that a plan gives it. */
export type Assignment = { readonly policy: string } & (
  | { readonly field: 'intensity' | 'start'; readonly value: number }
  | { readonly field: 'regions'; readonly value: readonly string[] }
  | { readonly field: 'industries'; readonly value: IndustryChoice }
);

/** Parts of a policy that may be carried out: any, or all or nothing of one that is built whole. */
const DEFAULT_PART: Percents = { from: 0, to: 1 };
const DEFAULT_WHOLE = [0, 1] as const;

/** The fields that may vary in a scenario: those that its choices name, else the intensity of every policy. */
export function variablesOf({ choices, policies }: Scenario): Variable[] {
  if (Object.keys(choices).length === 0) return policies.map(defaultVariable);
  return policies.flatMap((policy) => {
    const own = Object.hasOwn(choices, policy.name) ? choices[policy.name]! : null;
    return own === null ? [] : policyVariables(policy.name, own);
  });
}

function defaultVariable({ name, kind }: Policy): Variable {
  const options = policyKind(kind)?.scalable === true ? DEFAULT_PART : DEFAULT_WHOLE;
  return { policy: name, field: 'intensity', options };
}

function policyVariables(policy: string, { intensity, start, regions, industries }: PolicyChoices): Variable[] {
  return [
    ...(intensity === null ? [] : [{ policy, field: 'intensity', options: intensityOptions(intensity) } as const]),
    ...(start === null ? [] : [{ policy, field: 'start', options: start } as const]),
    ...(regions === null ? [] : [{ policy, field: 'regions', options: regions } as const]),
    ...(industries === null ? [] : [{ policy, field: 'industries', options: industries } as const]),
  ];
}

function intensityOptions(intensity: NonNullable<PolicyChoices['intensity']>): Percents | readonly number[] {
  if (!('from' in intensity)) return intensity;
  const { from, to, step } = intensity;
  if (step === null) return from === to ? [from] : { from, to };
  // Counted from the start, so that rounding does not add up.
  const count = Math.floor((to - from) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, k) => Number((from + k * step).toPrecision(12)));
}

/** The gene that stands for a variable in the search. */
export function geneOf({ options }: Variable): Gene {
  return 'from' in options ? { kind: 'part' } : { kind: 'choice', count: options.length };
}

/**
 * Combinations of all values of some variables; infinite where one of them is a range.
 *
 * @example
 * combinations([{ policy: 'a', field: 'start', options: [2012, 2014] }, { policy: 'a', field: 'intensity', options: [0, 0.5, 1] }]); // → 6
 * combinations([{ policy: 'a', field: 'intensity', options: { from: 0, to: 1 } }]); // → Infinity
 */
export function combinations(variables: readonly Variable[]): number {
  return variables.reduce(
    (product, { options }) => product * ('from' in options ? Number.POSITIVE_INFINITY : options.length),
    1,
  );
}

/**
 * The genes of one of all combinations, counted from 0, the last variable moving first.
 *
 * @example
 * combinationAt([{ policy: 'a', field: 'start', options: [2012, 2014] }, { policy: 'a', field: 'intensity', options: [0, 0.5, 1] }], 4); // → [1, 1]
 */
export function combinationAt(variables: readonly Variable[], place: number): number[] {
  const genes = new Array<number>(variables.length).fill(0);
  let rest = place;
  for (let k = variables.length - 1; k >= 0; k--) {
    const { options } = variables[k]!;
    const count = 'from' in options ? 1 : options.length;
    genes[k] = rest % count;
    rest = Math.floor(rest / count);
  }
  return genes;
}

/** The values that genes give the variables. */
export function assign(variables: readonly Variable[], genes: readonly number[]): Assignment[] {
  return variables.map((variable, k) => valueAt(variable, genes[k]!));
}

function valueAt(variable: Variable, gene: number): Assignment {
  const { policy, field } = variable;
  switch (field) {
    case 'intensity':
      return { policy, field, value: intensityAt(variable.options, gene) };
    case 'start':
      return { policy, field, value: variable.options[gene]! };
    case 'regions':
      return { policy, field, value: variable.options[gene]! };
    case 'industries':
      return { policy, field, value: variable.options[gene]! };
  }
}

/** Rounded to whole percents, since nobody plans in smaller parts. */
function intensityAt(options: Percents | readonly number[], gene: number): number {
  if (!('from' in options)) return options[gene]!;
  const { from, to } = options;
  const percents = Math.round((from + gene * (to - from)) * 100) / 100;
  return Math.max(from, Math.min(to, percents));
}

/** The gene that gives an intensity, or the nearest there is. */
export function geneOfIntensity(options: Percents | readonly number[], intensity: number): number {
  if ('from' in options) {
    const { from, to } = options;
    return Math.max(0, Math.min(1, (intensity - from) / (to - from)));
  }
  return options.reduce(
    (best, option, k) => (Math.abs(option - intensity) < Math.abs(options[best]! - intensity) ? k : best),
    0,
  );
}

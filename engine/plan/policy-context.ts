import type { PolicyContext } from '../policies/kind.js';
import { matchNames } from '../scenario/names.js';
import type { Policy } from '../scenario/scenario.js';
import { type Coordination, ingredientLevel, jointLevel, resolveLevels } from './coordination.js';
import { heldBackCells } from './held-back.js';
import type { PlacedPolicy } from './plan-template.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';
import { selectIndustries } from './select.js';
import { partSpent, partUnderWay, strength, type Timing } from './timing.js';

/** Resolves the numbers of a policy and gives its kind what it needs to compile it. */
export function actingPolicy(inputs: PolicyInputs, placed: PlacedPolicy): ActingPolicy {
  const { policy, regions, bypassed } = placed;
  const { economy, baseYear, template, reference } = inputs;
  const coordination = policyCoordination(inputs, policy);
  const numbers = policyNumbers(inputs, policy);
  const context: PolicyContext = {
    years: reference.plan.years,
    base: baseYear,
    regions,
    currency: economy.currency,
    links: template.network?.worked.get(policy.name) ?? [],
    bypassed,
    parameters: {
      rivalry: reference.plan.parameters.rivalry,
      localisation: reference.plan.parameters.localisation,
      poaching: inputs.magnitudes.poaching,
    },
    ...numbers,
    ...policyClock(inputs, policy, paceOf(coordination, regions), numbers),
    ...referenceValueAdded(inputs),
    targets: policyTargets(inputs, placed),
    industryWeight(option, industry) {
      const weights = policy.industryWeights[option] ?? {};
      const name = economy.industries[industry]!;
      return Object.hasOwn(weights, name) ? weights[name]! : 1;
    },
    industryList(option) {
      const names = policy.industryLists[option];
      return names === undefined ? null : matchNames(names, economy.industries);
    },
    heldBack: policyHolds(inputs, policy),
    regionCoordination: (joint) => jointLevel(coordination, joint),
    coordination: (ingredient, region) => ingredientLevel(coordination, ingredient, [region]),
    jointCoordination: (ingredient, joint) => ingredientLevel(coordination, ingredient, joint),
  };
  const member = new Uint8Array(economy.regions.length);
  for (const region of regions) member[region] = 1;
  return { context, coordination, member };
}

/** The cells that a policy holds back; none where it holds back nothing. */
function policyHolds({ reference }: PolicyInputs, { holdBack }: Policy): (cell: number) => boolean {
  if (holdBack === null) return () => false;
  const held = heldBackCells(holdBack, reference.plan);
  return (cell) => held[cell]!;
}

type PolicyNumbers = Pick<PolicyContext, 'number' | 'given' | 'expected'>;

function policyNumbers({ resolver }: PolicyInputs, { name, numbers }: Policy): PolicyNumbers {
  const number = (field: string): number => resolver.number(`policies.${name}.${field}`, numbers[field]!);
  const failure = number('failure');
  return {
    number,
    given: (field) => Object.hasOwn(numbers, field),
    expected: (success, failed) => (1 - failure) * success + failure * failed,
  };
}

function policyCoordination({ economy, resolver, coordination }: PolicyInputs, policy: Policy): Coordination {
  if (policy.coordination === null) return coordination;
  const path = `policies.${policy.name}.coordination`;
  return { ...coordination, level: resolveLevels(policy.coordination, economy.regions, resolver, path) };
}

/** Part of the delay of coordination that some regions wait for. */
type Pace = (regions: readonly number[]) => number;

/** The smallest c of the regions; 0 for a policy of a single region, which has nobody to agree with. */
function paceOf(coordination: Coordination, regions: readonly number[]): Pace {
  return regions.length < 2 ? () => 0 : (joint) => jointLevel(coordination, joint);
}

type PolicyClock = Pick<PolicyContext, 'profile' | 'jointProfile' | 'intensity' | 'firstYear' | 'underWay' | 'spread'>;

/** The years in which a policy acts and is paid for; regions that act together begin later by the delay of coordination. */
function policyClock(inputs: PolicyInputs, policy: Policy, pace: Pace, { number, given }: PolicyNumbers): PolicyClock {
  const { years } = inputs.reference.plan;
  const path = `policies.${policy.name}.intensity`;
  const intensity = byYear(inputs, (y) => inputs.resolver.yearly(path, policy.numbers.intensity!, years[y]!));
  const timing: Timing = {
    start: number('start'),
    delay: number('delay'),
    ramp: number('ramp'),
    end: given('end') ? number('end') : null,
    halfLife: given('halfLife') ? number('halfLife') : null,
  };
  const profiles = new Map<number, Float64Array>();
  const profileAt = (level: number): Float64Array => {
    let profile = profiles.get(level);
    if (profile === undefined) {
      const delayed = { ...timing, delay: timing.delay + inputs.magnitudes.coordinationDelay * level };
      profile = byYear(inputs, (y) => intensity[y]! * strength(delayed, years[y]!));
      profiles.set(level, profile);
    }
    return profile;
  };
  return {
    intensity: () => intensity,
    profile: (region) => profileAt(pace([region])),
    jointProfile: (joint) => profileAt(pace(joint)),
    firstYear(region) {
      const first = timing.start + timing.delay + inputs.magnitudes.coordinationDelay * pace([region]);
      return intensity.map((strongest, y) => (years[y]! >= first && years[y]! < first + 1 ? strongest : 0));
    },
    underWay: () => byYear(inputs, (y) => intensity[y]! * partUnderWay(timing, years[y]!)),
    spread: (sum, duration) => byYear(inputs, (y) => sum * partSpent(timing.start, duration, years[y]!)),
  };
}

function referenceValueAdded(inputs: PolicyInputs): Pick<PolicyContext, 'valueAdded' | 'cellValueAdded'> {
  const { economy, reference } = inputs;
  const regions = economy.regions.length;
  const industries = economy.industries.length;
  const cells = regions * industries;
  return {
    valueAdded: (region) => byYear(inputs, (y) => reference.valueAdded[y * regions + region]!),
    cellValueAdded(region, industry) {
      const cell = region * industries + industry;
      return byYear(inputs, (y) => economy.valueAddedShare * reference.path.output[y * cells + cell]!);
    },
  };
}

function policyTargets({ baseYear, reference }: PolicyInputs, { policy, regions }: PlacedPolicy) {
  const targets = new Map<number, readonly number[]>();
  return (region: number): readonly number[] => {
    let list = targets.get(region);
    if (list === undefined) {
      list = selectIndustries(policy.industries, baseYear, reference.stages, regions, region);
      targets.set(region, list);
    }
    return list;
  };
}

function byYear({ arrays, reference }: PolicyInputs, value: (y: number) => number): Float64Array {
  const series = arrays(reference.plan.years.length);
  for (let y = 0; y < series.length; y++) series[y] = value(y);
  return series;
}

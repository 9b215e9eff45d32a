import type { Economy } from '../economy/economy.js';
import { policyKind } from '../policies/index.js';
import type { BaseYear, Effect, PolicyContext } from '../policies/kind.js';
import type { Arrays } from '../projection/arrays.js';
import type { Plan } from '../projection/plan.js';
import type { ReferencePath } from '../projection/reference.js';
import { matchNames } from '../scenario/names.js';
import type { Policy, Scenario } from '../scenario/scenario.js';
import { type Coordination, ingredientLevel, jointLevel } from './coordination.js';
import { readLevels } from './coordination-levels.js';
import type { PlannedNetwork } from './links.js';
import type { Resolver } from './resolve.js';
import { selectIndustries } from './select.js';
import type { BaseStages } from './stages.js';
import { partSpent, partUnderWay, strength, type Timing } from './timing.js';

/** One policy, compiled. */
export interface CompiledPolicy {
  readonly name: string;
  readonly kind: string;
  /** Indices of its regions, ascending. */
  readonly regions: readonly number[];
  readonly effects: readonly Effect[];
  /** Undiscounted, by year, in the case's currency. */
  readonly cost: Float64Array;
}

/** What coordination costs and what its absence does, as magnitudes. */
export interface CoordinationMagnitudes {
  readonly duplicationWaste: number;
  readonly barrierDrift: number;
  readonly poaching: number;
  readonly coordinationCost: number;
  readonly coordinationDelay: number;
}

/** Everything the policies of a scenario are compiled from. */
export interface PolicyInputs {
  readonly economy: Economy;
  readonly scenario: Scenario;
  /** The scenario's, as {@link preparePolicies} orders them. */
  readonly policies: readonly PreparedPolicy[];
  readonly resolver: Resolver;
  /** Without levers yet. */
  readonly plan: Plan;
  readonly base: BaseYear;
  readonly stages: () => BaseStages;
  /** Base-year similarity of each pair, R × R. */
  readonly similarity: Float64Array;
  readonly planned: PlannedNetwork | null;
  readonly arrays: Arrays;
  readonly reference: ReferencePath;
  /** Years × regions. */
  readonly valueAdded: Float64Array;
  readonly coordination: Coordination;
  readonly magnitudes: CoordinationMagnitudes;
}

/** A policy with the regions it names found: no number of it decides them. */
export interface PreparedPolicy {
  readonly policy: Policy;
  /** Indices, ascending. */
  readonly regions: readonly number[];
  readonly bypassed: readonly number[];
}

/** What the policies of a scenario do and cost together. */
export interface CompiledPolicies {
  readonly policies: readonly CompiledPolicy[];
  readonly coordinationCost: Float64Array;
  /** What is left of each pair's openness, years × regions × regions; null where no border closes. */
  readonly drift: Float64Array | null;
}

/** Compiles every policy of a scenario, then what acting together costs and acting apart does to borders. */
export function compilePolicies(inputs: PolicyInputs): CompiledPolicies {
  const contexts = inputs.policies.map((prepared) => createContext(inputs, prepared));
  const policies = inputs.policies.map(({ policy }, k): CompiledPolicy => {
    const { context } = contexts[k]!;
    const kind = policyKind(policy.kind)!;
    return {
      name: policy.name,
      kind: policy.kind,
      regions: context.regions,
      effects: wasted(kind.effects(context), contexts[k]!, inputs),
      cost: kind.cost(context),
    };
  });
  return {
    policies,
    coordinationCost: priceCoordination(inputs, contexts),
    drift: driftBorders(inputs, contexts),
  };
}

interface Compiling {
  readonly context: PolicyContext;
  readonly coordination: Coordination;
  /** Whether a region is one of the policy's, R. */
  readonly member: Uint8Array;
}

/** The policies in an order of their content: that of a file must not matter, not even by rounding. */
export function preparePolicies(policies: readonly Policy[], regions: readonly string[]): PreparedPolicy[] {
  return policies
    .map((policy) => ({ policy, content: JSON.stringify({ ...policy, name: '' }) }))
    .sort((a, b) => compareText(a.content, b.content) || compareText(a.policy.name, b.policy.name))
    .map(({ policy }) => ({
      policy,
      regions: policyRegions(policy, regions),
      bypassed: matchNames(policy.bypassed, regions),
    }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function createContext(inputs: PolicyInputs, { policy, regions, bypassed }: PreparedPolicy): Compiling {
  const { economy, resolver, plan, base, reference } = inputs;
  const { years } = plan;
  const path = `policies.${policy.name}`;
  const coordination: Coordination =
    policy.coordination === null
      ? inputs.coordination
      : {
          level: readLevels(policy.coordination, economy.regions, resolver, `${path}.coordination`),
          weight: inputs.coordination.weight,
        };
  const given = (field: string): boolean => Object.hasOwn(policy.numbers, field);
  const number = (field: string): number => resolver.number(`${path}.${field}`, policy.numbers[field]!);
  const intensityPath = `${path}.intensity`;
  const byYear = (value: (y: number) => number): Float64Array => {
    const series = inputs.arrays(years.length);
    for (let y = 0; y < series.length; y++) series[y] = value(y);
    return series;
  };
  const intensity = byYear((y) => resolver.yearly(intensityPath, policy.numbers.intensity!, years[y]!));
  const timing: Timing = {
    start: number('start'),
    delay: number('delay'),
    ramp: number('ramp'),
    end: given('end') ? number('end') : null,
    halfLife: given('halfLife') ? number('halfLife') : null,
  };
  const failure = number('failure');
  const targets = new Map<number, readonly number[]>();
  const profiles = new Map<number, Float64Array>();
  const profileAt = (level: number): Float64Array => {
    let profile = profiles.get(level);
    if (profile === undefined) {
      const delayed = { ...timing, delay: timing.delay + inputs.magnitudes.coordinationDelay * level };
      profile = byYear((y) => intensity[y]! * strength(delayed, years[y]!));
      profiles.set(level, profile);
    }
    return profile;
  };
  const cells = base.regions.length * base.industries.length;
  const cellValueAdded = (region: number, industry: number): Float64Array => {
    const cell = region * base.industries.length + industry;
    return byYear((y) => economy.valueAddedShare * reference.output[y * cells + cell]!);
  };
  const context: PolicyContext = {
    years,
    base,
    regions,
    currency: economy.currency,
    links: inputs.planned?.worked.get(policy.name) ?? [],
    bypassed,
    parameters: {
      rivalry: plan.parameters.rivalry,
      localisation: plan.parameters.localisation,
      poaching: inputs.magnitudes.poaching,
    },
    number,
    given,
    targets(region) {
      let list = targets.get(region);
      if (list === undefined) {
        list = selectIndustries(policy.industries, base, inputs.stages, regions, region);
        targets.set(region, list);
      }
      return list;
    },
    expected: (success, failed) => (1 - failure) * success + failure * failed,
    profile: (region) => profileAt(coordination.level[region]!),
    jointProfile: (joint) => profileAt(jointLevel(coordination, joint)),
    intensity: () => intensity,
    firstYear: (region) => {
      const first = timing.start + timing.delay + inputs.magnitudes.coordinationDelay * coordination.level[region]!;
      return intensity.map((strongest, y) => (years[y]! >= first && years[y]! < first + 1 ? strongest : 0));
    },
    regionCoordination: (joint) => jointLevel(coordination, joint),
    industryWeight: (option, industry) => {
      const weights = policy.industryWeights[option] ?? {};
      const name = economy.industries[industry]!;
      return Object.hasOwn(weights, name) ? weights[name]! : 1;
    },
    underWay: () => byYear((y) => intensity[y]! * partUnderWay(timing, years[y]!)),
    spread: (sum, duration) => byYear((y) => sum * partSpent(timing.start, duration, years[y]!)),
    coordination: (ingredient, region) => ingredientLevel(coordination, ingredient, [region]),
    jointCoordination: (ingredient, joint) => ingredientLevel(coordination, ingredient, joint),
    valueAdded: (region) => byYear((y) => inputs.valueAdded[y * economy.regions.length + region]!),
    cellValueAdded,
  };
  const member = new Uint8Array(economy.regions.length);
  for (const region of regions) member[region] = 1;
  return { context, coordination, member };
}

/** A policy's regions: those it names, else the regions at the ends of its links, else all. */
function policyRegions(policy: Policy, names: readonly string[]): number[] {
  if (policy.regions !== null) return matchNames(policy.regions, names);
  const ends = policy.links.flatMap(({ from, to }) => [from, to]);
  const regions = names.flatMap((name, index) => (ends.includes(name) ? [index] : []));
  return regions.length > 0 ? regions : names.map((_, index) => index);
}

/**
 * Takes from positive pushes what is wasted where regions acting apart push the same industry: d·max_s (1−c_rs)·u_rs,i over the
 * policy's other regions that push industry i, c_rs the smaller of the two.
 */
function wasted(effects: Effect[], { coordination }: Compiling, inputs: PolicyInputs): Effect[] {
  const d = inputs.magnitudes.duplicationWaste;
  const { share, industries } = inputs.base;
  const pushing = new Uint8Array(share.length);
  for (const effect of effects) {
    if (effect.lever === 'push' && effect.amount > 0) pushing[effect.region * industries.length + effect.industry] = 1;
  }
  return effects.map((effect) => {
    if (effect.lever !== 'push' || effect.amount <= 0 || effect.moved) return effect;
    let waste = 0;
    for (let s = 0; s < inputs.base.regions.length; s++) {
      if (s === effect.region || pushing[s * industries.length + effect.industry] === 0) continue;
      const x = share[effect.region * industries.length + effect.industry]!;
      const y = share[s * industries.length + effect.industry]!;
      const apart = 1 - jointLevel(coordination, [effect.region, s]);
      if (x + y > 0) waste = Math.max(waste, (d * apart * 2 * Math.min(x, y)) / (x + y));
    }
    return waste === 0 ? effect : { ...effect, amount: effect.amount * (1 - waste) };
  });
}

/** The price of coordination: a part of value added of every region that acts together with others, while any of its policies is under way. */
function priceCoordination(inputs: PolicyInputs, contexts: readonly Compiling[]): Float64Array {
  const years = inputs.plan.years.length;
  const regions = inputs.base.regions.length;
  const cost = new Float64Array(years);
  const underWay = contexts.map(({ context }) => context.underWay());
  for (let r = 0; r < regions; r++) {
    const engaged = inputs.arrays(years);
    for (let k = 0; k < contexts.length; k++) {
      const { coordination, member } = contexts[k]!;
      if (member[r] === 0) continue;
      for (let y = 0; y < years; y++) engaged[y] = Math.max(engaged[y]!, coordination.level[r]! * underWay[k]![y]!);
    }
    for (let y = 0; y < years; y++) {
      cost[y] = cost[y]! + inputs.magnitudes.coordinationCost * engaged[y]! * inputs.valueAdded[y * regions + r]!;
    }
  }
  return cost;
}

/**
 * Borders between regions that act apart close year by year: openness is multiplied by 1 − h·(1−c)·m̄ each year, m̄ the largest
 * intensity × profile of the policies in force in both. The base year itself is as observed.
 */
function driftBorders(inputs: PolicyInputs, contexts: readonly Compiling[]): Float64Array | null {
  const h = inputs.magnitudes.barrierDrift;
  const regions = inputs.base.regions.length;
  const years = inputs.plan.years.length;
  if (h === 0 || inputs.planned === null || contexts.length === 0) return null;
  const drift = inputs.arrays(years * regions * regions).fill(1);
  const closing = inputs.arrays(years);
  let drifted = false;
  for (let r = 0; r < regions; r++) {
    for (let s = r + 1; s < regions; s++) {
      closing.fill(0);
      for (const { context, coordination, member } of contexts) {
        if (member[r] === 0 || member[s] === 0) continue;
        const apart = 1 - jointLevel(coordination, [r, s]);
        if (apart === 0) continue;
        const profile = context.jointProfile([r, s]);
        for (let y = 0; y < years; y++) closing[y] = Math.max(closing[y]!, apart * profile[y]!);
      }
      let left = 1;
      for (let y = 0; y < years; y++) {
        drift[(y * regions + r) * regions + s] = left;
        drift[(y * regions + s) * regions + r] = left;
        left *= 1 - h * closing[y]!;
        drifted ||= closing[y]! > 0;
      }
    }
  }
  return drifted ? drift : null;
}

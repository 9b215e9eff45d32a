import type { PolicyContext } from '../policies/kind.js';
import { matchNames } from '../scenario/names.js';
import type { Policy } from '../scenario/scenario.js';
import type { Scalar, Series } from '../values/scalar.js';
import { type Coordination, leastLevel, placesOf, resolveLevels } from './coordination.js';
import type { DrawnValues } from './drawn-values.js';
import { heldBackCells } from './held-back.js';
import type { PlacedPolicy } from './plan-template.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';
import { selectIndustries } from './select.js';
import { partSpent, partUnderWay, strength, type Timing } from './timing.js';

/**
 * Gives the kind of a policy what it needs to declare its effects.
 *
 * @param values where what it derives from the numbers of a draw is declared
 */
export function actingPolicy(inputs: PolicyInputs, placed: PlacedPolicy, values: DrawnValues): ActingPolicy {
  const { policy, regions, bypassed } = placed;
  const { economy, baseYear, template, reference, years } = inputs;
  const coordination = policyCoordination(inputs, policy);
  const numbers = policyNumbers(inputs, policy);
  const context: PolicyContext = {
    years,
    base: baseYear,
    regions,
    currency: economy.currency,
    links: template.network?.worked.get(policy.name) ?? [],
    bypassed,
    parameters: {
      rivalry: inputs.parameter('rivalry'),
      localisation: inputs.parameter('localisation'),
      poaching: inputs.magnitudes.poaching,
    },
    once: values.once,
    series: values.series,
    ...numbers,
    ...policyClock(inputs, policy, { coordination, regions, numbers, values }),
    ...together(coordination),
    valueAdded: (region, y) => reference.valueAdded[y * economy.regions.length + region]!,
    cellValueAdded: cellValueAdded(inputs),
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
  const number = (field: string): Scalar => resolver.number(`policies.${name}.${field}`, numbers[field]!);
  const failure = number('failure');
  return {
    number,
    given: (field) => Object.hasOwn(numbers, field),
    expected: (success, failed) => (1 - failure()) * success + failure() * failed,
  };
}

/** The policy’s own coordination, else the scenario’s. */
function policyCoordination({ economy, resolver, coordination }: PolicyInputs, policy: Policy): Coordination {
  if (policy.coordination === null) return coordination;
  const path = `policies.${policy.name}.coordination`;
  return { ...coordination, levels: resolveLevels(policy.coordination, economy.regions, resolver, path) };
}

type Together = Pick<PolicyContext, 'coordination' | 'jointCoordination' | 'regionCoordination' | 'alwaysTogether'>;

/** Degrees to which regions act together; regions that share their c share the function that reads it. */
function together({ levels, weight }: Coordination): Together {
  const known = new Map<string, Scalar>();
  const joint = (ingredient: keyof Coordination['weight'] | null, regions: readonly number[]): Scalar => {
    const places = placesOf(levels, regions);
    const key = `${ingredient} ${places}`;
    let scalar = known.get(key);
    if (scalar === undefined) {
      const level = (): number => leastLevel(levels, places);
      const part = ingredient === null ? null : weight[ingredient];
      scalar = part === null ? level : () => 1 - (1 - level()) * part();
      known.set(key, scalar);
    }
    return scalar;
  };
  return {
    coordination: (ingredient, region) => joint(ingredient, [region]),
    jointCoordination: joint,
    regionCoordination: (regions) => joint(null, regions),
    alwaysTogether(regions) {
      const places = placesOf(levels, regions);
      return places.every((place) => levels.varies[place] === 0) && leastLevel(levels, places) === 1;
    },
  };
}

type PolicyClock = Pick<PolicyContext, 'profile' | 'jointProfile' | 'intensity' | 'firstYear' | 'underWay' | 'spread'>;

/** The parts of a policy that decide when it acts. */
interface Acting {
  readonly coordination: Coordination;
  readonly regions: readonly number[];
  readonly numbers: PolicyNumbers;
  readonly values: DrawnValues;
}

/** The years in which a policy acts and is paid for; regions that act together begin later by the delay of coordination. */
function policyClock(inputs: PolicyInputs, policy: Policy, acting: Acting): PolicyClock {
  const { years } = inputs;
  const { values, numbers } = acting;
  const path = `policies.${policy.name}.intensity`;
  const intensity = values.series(inputs.resolver.yearly(path, policy.numbers.intensity!, years));
  const timing = drawnTiming(acting, () => 0);
  const profile = byWait(inputs, acting, (wait) => {
    const delayed = drawnTiming(acting, wait);
    return (y) => intensity[y]! * strength(delayed, years[y]!);
  });
  const first = byWait(inputs, acting, (wait) => {
    const begins = values.once(() => timing.start + timing.delay + wait());
    return (y) => (years[y]! >= begins() && years[y]! < begins() + 1 ? intensity[y]! : 0);
  });
  return {
    intensity: () => intensity,
    profile: (region) => profile([region]),
    jointProfile: profile,
    firstYear: (region) => first([region]),
    underWay: () => values.series((y) => intensity[y]! * partUnderWay(timing, years[y]!)),
    spread(duration) {
      const [start, over] = [numbers.number('start'), values.once(duration)];
      return values.series((y) => partSpent(start(), over(), years[y]!));
    },
  };
}

/** One series for all regions that wait for the same c; a policy of a single region has nobody to agree with, and waits for none. */
function byWait(
  { magnitudes }: PolicyInputs,
  { coordination: { levels }, regions, values }: Acting,
  of: (wait: Scalar) => (y: number) => number,
): (joint: readonly number[]) => Series {
  const known = new Map<string, Series>();
  return (joint) => {
    const places = regions.length < 2 ? [] : placesOf(levels, joint);
    const key = places.join(' ');
    let series = known.get(key);
    if (series === undefined) {
      const level = places.length === 0 ? () => 0 : () => leastLevel(levels, places);
      series = values.series(of(values.once(() => magnitudes.coordinationDelay() * level())));
      known.set(key, series);
    }
    return series;
  };
}

/** The times of a policy, in an object that every draw writes anew, with what it waits for added to its delay. */
function drawnTiming({ numbers: { number, given }, values }: Acting, wait: Scalar): Readonly<Timing> {
  const optional = (field: string): (() => number | null) => (given(field) ? number(field) : () => null);
  const [start, delay, ramp] = [number('start'), number('delay'), number('ramp')];
  const [end, halfLife] = [optional('end'), optional('halfLife')];
  const timing: { -readonly [Key in keyof Timing]: Timing[Key] } = {
    start: 0,
    delay: 0,
    ramp: 0,
    end: null,
    halfLife: null,
  };
  values.step(() => {
    timing.start = start();
    timing.delay = delay() + wait();
    timing.ramp = ramp();
    timing.end = end();
    timing.halfLife = halfLife();
  });
  return timing;
}

function cellValueAdded({ economy, reference }: PolicyInputs): PolicyContext['cellValueAdded'] {
  const industries = economy.industries.length;
  const cells = economy.regions.length * industries;
  const { valueAddedShare } = economy;
  return (region, industry, y) => valueAddedShare * reference.path.output[y * cells + region * industries + industry]!;
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

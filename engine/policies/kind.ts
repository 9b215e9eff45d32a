import type { z } from 'zod';
import type { Economy } from '../economy/economy.js';
import type { ChainLinks } from '../input-output/links.js';
import type { NumberDefinition } from '../parameters/definition.js';
import type { IngredientWeight } from '../parameters/parameters.js';
import type { Scalar, Series } from '../values/scalar.js';

/** A strength at full effect: a number that no draw changes, or one that is read for each. */
export type Amount = number | Scalar;

/**
 * One effect of a policy on one lever, as its kind declares it once for all draws: where it works, how strong it is at full effect, and in `profile`
 * the strength in each year of the plan, intensity included.
 */
export type EffectPattern<Strength = Amount> =
  | {
      /** Adds amount × profile log points to the push of a cell, or to the spill that neighbours receive a part of. */
      readonly lever: 'push' | 'spill';
      readonly region: number;
      readonly industry: number;
      readonly amount: Strength;
      readonly profile: Series;
      /** True where no rival can waste or spur it: capacity that is moved, land that is used well. */
      readonly undisputed?: true;
    }
  | {
      /** Adds amount × profile to the log of a region's land capacity. */
      readonly lever: 'land';
      readonly region: number;
      readonly amount: Strength;
      readonly profile: Series;
    }
  | {
      /** Multiplies the barrier between two regions by 1 − amount × profile. */
      readonly lever: 'barrier';
      readonly a: number;
      readonly b: number;
      readonly amount: Strength;
      readonly profile: Series;
    }
  | {
      /** Shortens a link: its length is multiplied by 1 − amount × profile. */
      readonly lever: 'distance';
      /** Full length of a link between nodes that no path connects today: its length is this ÷ (amount × profile). */
      readonly opens?: number;
      /** Index into the plan's links: those of the case, then those that policies build. */
      readonly link: number;
      readonly amount: Strength;
      readonly profile: Series;
    };

/** One effect of a compiled policy, as plain data: the pattern at the numbers of one run. */
export type Effect = EffectPattern<number>;

/** The base year of the case as policies see it; indices as in the plan, cells R × I, pairs R × R. */
export interface BaseYear {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly output: Float64Array;
  /** Structure share of each cell in its region. */
  readonly share: Float64Array;
  /** Share of each industry in the higher-level region. */
  readonly referenceShare: Float64Array;
  /** Location quotient of each cell; 0 where the industry is absent from the higher-level region. */
  readonly locationQuotient: Float64Array;
  /** φ(LQ) of each cell. It and the two below are written for each draw: read them where an amount is read. */
  readonly advantage: Float64Array;
  /** V, the rivalry that each cell faces; 0 where ties are off. */
  readonly rivalry: Float64Array;
  /** ω, the share of region s in the ties of region r; 0 where ties are off. */
  readonly tieShare: Float64Array;
  /** Links between industries; null where the case has no input–output table. */
  readonly inputOutput: ChainLinks | null;
  readonly links: readonly PlanLink[];
}

/** A link of a plan: one of the case’s, or one that a policy builds. */
export interface PlanLink {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  /** Length before any policy, in the case’s unit of distance; for a link that a policy builds, that of the shortest path today. */
  readonly length: number;
  /** True for a link that a policy builds. */
  readonly built: boolean;
}

/** A link as a policy names it: by its ends, and by its mode where only links of one are meant. */
export interface NamedLink {
  readonly from: string;
  readonly to: string;
  readonly mode: string | null;
}

/** A link that a policy works on. */
export interface WorkedLink {
  /** Index into `BaseYear.links`. */
  readonly link: number;
  /** Length that the policy sets, in the case’s unit of distance; null for a link that is shortened by a part of its length. */
  readonly target: number | null;
  /** Kilometres of line worked on, for its cost. */
  readonly km: number;
}

/**
 * Everything that a kind needs to declare the effects of one policy. Regions, industries and the base year are there at once; numbers and series
 * belong to a draw, so that a kind reads them only inside the functions that it hands over: `amount: () => gain() * weight`.
 */
export interface PolicyContext {
  readonly years: readonly number[];
  readonly base: BaseYear;
  /** The policy's regions, ascending. */
  readonly regions: readonly number[];
  /** Industries that the policy targets in one of its regions, ascending. */
  targets(region: number): readonly number[];
  /** A numeric field. */
  number(field: string): Scalar;
  /** True where the file gives a field that has no default. */
  given(field: string): boolean;
  /** Links the policy works on. */
  readonly links: readonly WorkedLink[];
  /** Regions that the policy names as bypassed. */
  readonly bypassed: readonly number[];
  /** The mean of `success` and `failure`, weighted by the probability of failure, which is 0 or 1 in a draw. */
  expected(success: number, failure: number): number;
  /** A number that many amounts are made of, computed once a draw; it may use what was declared before it. */
  once(value: Scalar): Scalar;
  /** A series of the kind's own, computed once a draw; it may use what was declared before it. */
  series(value: (y: number) => number): Series;
  /** Intensity × profile by year, for a region acting under its own coordination. */
  profile(region: number): Series;
  /** Intensity × profile by year, for regions acting jointly: the least coordinated of them decides the delay. */
  jointProfile(regions: readonly number[]): Series;
  /** Intensity by year, also before the policy has begun. */
  intensity(): Series;
  /** Intensity in the first year of effect of a region; 0 in all other years. */
  firstYear(region: number): Series;
  /** Part of each year in which the policy is under way, from its start to its end, delay included, times intensity. */
  underWay(): Series;
  /** Parts of 1 that is spread evenly over `duration` years from the start. */
  spread(duration: Scalar): Series;
  /** c of one ingredient for one region: 1 together, 0 apart. */
  coordination(ingredient: IngredientWeight, region: number): Scalar;
  /** c of one ingredient for regions acting jointly: the smallest. */
  jointCoordination(ingredient: IngredientWeight, regions: readonly number[]): Scalar;
  /** c of regions acting jointly, whatever the ingredient: the smallest. */
  regionCoordination(regions: readonly number[]): Scalar;
  /** True where regions act together in every draw, so that what acting apart does need not be declared. */
  alwaysTogether(regions: readonly number[]): boolean;
  /** The weight of an industry in one of the kind’s options; 1 for an industry that it does not name. */
  industryWeight(option: string, industry: number): number;
  /** The industries that one of the kind’s options names, ascending; null where it is not given. */
  industryList(option: string): readonly number[] | null;
  /** Parameters of the scenario. */
  readonly parameters: { readonly rivalry: Scalar; readonly localisation: Scalar; readonly poaching: Scalar };
  /** Value added of a region in a year on the reference path, in the case’s currency. */
  valueAdded(region: number, y: number): number;
  /** Value added of a cell in a year on the reference path, in the case’s currency. */
  cellValueAdded(region: number, industry: number, y: number): number;
  /** True for a cell that the policy holds back for what it uses of an account. */
  heldBack(cell: number): boolean;
  /** The currency as the case writes it. */
  readonly currency: string;
}

/**
 * Years over which a cost is spread, each multiplied by the intensity of that year: all of it at the start, evenly over as many years
 * as the ramp or the delay from the start on, or the full rate in each year that the policy is under way.
 */
export type CostTiming = 'at the start' | 'each year' | 'over the ramp' | 'over the delay';

/** The quantity that the rates of a cost are shares of; `currency` for sums in the case’s currency. */
export type CostBase = 'value added' | 'targeted value added' | 'captured value added' | 'currency';

/** A part of a cell’s value added that a policy wins for it. */
export interface CapturedPart {
  readonly region: number;
  readonly industry: number;
  /** Share of the cell’s value added on the reference path. */
  readonly part: Scalar;
}

/** The cost of a kind of policy, as data. */
export interface CostRule {
  /** Meaning of the field `cost`, in words that continue “its cost, …”. */
  readonly meaning: string;
  /** Years over which a given `cost` is spread. */
  readonly timing: CostTiming;
  /**
   * Part of the policy that a region carries out, 0 … 1, where coordination decides that: what does not happen is not paid. Default 1.
   */
  readonly carriedOut?: (context: PolicyContext, region: number) => Scalar;
  /** Outturn of a given `cost`; default the given cost itself. */
  readonly outturn?: (context: PolicyContext) => Scalar;
  readonly base: CostBase;
  /** The parts that `captured value added` adds up, at full intensity. */
  readonly captured?: (context: PolicyContext) => readonly CapturedPart[];
  /** Parts of the cost where none is given. */
  readonly charges: readonly {
    readonly timing: CostTiming;
    /** Share of the base, a year for `each year` and in all for the other timings. */
    readonly rate: (context: PolicyContext) => Scalar;
  }[];
}

/**
 * A kind of policy, with everything about it in one file: the schema, validation, `tandem policies`, the explorer and the tests of the
 * documentation are derived from this record.
 */
export interface PolicyKind {
  readonly kind: string;
  readonly title: string;
  /** Section of the source paper; null for a kind that the paper does not have. */
  readonly section: string | null;
  /** Its effects, in two or three sentences. */
  readonly summary: string;
  /** The difference that acting apart makes. */
  readonly apart: string;
  /** The result of failure. */
  readonly whenFailed: string;
  /** Defaults of fields that every policy has. */
  readonly common: {
    readonly delay: NumberDefinition;
    readonly ramp: NumberDefinition;
    readonly failure: NumberDefinition;
    readonly halfLife?: NumberDefinition;
  };
  readonly cost: CostRule;
  /** Numeric fields of its own. */
  readonly fields: Readonly<Record<string, NumberDefinition>>;
  /** Fields that are not numbers. */
  readonly options: Readonly<Record<string, z.ZodType>>;
  /** Options that name industries, besides those it targets. */
  readonly industryOptions?: readonly string[];
  /** True where its effects are limited to the industries it targets. */
  readonly targetsIndustries: boolean;
  /** True where its intensity may be scaled to compare futures at equal cost: what is built is built whole. */
  readonly scalable: boolean;
  /** A policy entry that works when pasted into a scenario of the bundled case. */
  readonly example: string;
  /** A remark on a policy that has no effect, or no cost, in a case; null where there is none. */
  remark?(
    policy: { readonly numbers: Readonly<Record<string, unknown>>; readonly links: readonly NamedLink[] },
    economy: Economy,
  ): string | null;
  /** Declares its effects once; amounts and series are then read for each draw. */
  effects(context: PolicyContext): EffectPattern[];
}

/** The place of a kind in the source paper, such as `section 3.1 of the paper`. */
export function paperPlace({ section }: PolicyKind): string {
  return section === null ? 'not in the paper' : `section ${section} of the paper`;
}

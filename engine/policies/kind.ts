import type { z } from 'zod';
import type { NumberDefinition } from '../parameters/definition.js';
import type { IngredientWeight } from '../parameters/parameters.js';

/**
 * What a compiled policy does to one lever, as plain data. `profile` gives the strength in each year (years of the plan),
 * intensity included; what it multiplies says `amount`.
 */
export type Effect =
  | {
      /** Adds amount × profile log points to the push of a cell, or to what the cell shares with its neighbours. */
      readonly lever: 'push' | 'spill';
      readonly region: number;
      readonly industry: number;
      readonly amount: number;
      readonly profile: Float64Array;
      /** Capacity moved from elsewhere, not built anew: nothing of it is wasted on building twice. */
      readonly moved?: true;
    }
  | {
      /** Adds amount × profile to the log of a region's land capacity. */
      readonly lever: 'land';
      readonly region: number;
      readonly amount: number;
      readonly profile: Float64Array;
    }
  | {
      /** Multiplies the barrier between two regions by 1 − amount × profile. */
      readonly lever: 'barrier';
      readonly a: number;
      readonly b: number;
      readonly amount: number;
      readonly profile: Float64Array;
    }
  | {
      /** Shortens a link: its length is multiplied by 1 − amount × profile. */
      readonly lever: 'distance';
      /** For a link built where there is no way today: its length is this ÷ (amount × profile), so it is open once it is felt in full. */
      readonly opens?: number;
      /** Index into the plan's links: those of the case, then those that policies build. */
      readonly link: number;
      readonly amount: number;
      readonly profile: Float64Array;
    };

/** What a policy costs: undiscounted, by year of the plan, in the case's currency. */
export type Cost = Float64Array;

/** The case's base year as policies may read it; indices as in the plan, cells R × I, pairs R × R. */
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
  /** φ(LQ) of each cell. */
  readonly advantage: Float64Array;
  /** V, rivalry a cell meets; 0 where ties are off. */
  readonly rivalry: Float64Array;
  /** ω, share of s in r's ties; 0 where ties are off. */
  readonly tieShare: Float64Array;
  readonly links: readonly PlanLink[];
}

/** A link as a plan sees it: one of the case's, or one that a policy builds. */
export interface PlanLink {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  /** Length before any policy in the case's unit of distance; for a link that a policy builds, the shortest way today. */
  readonly length: number;
  /** Whether a policy builds it. */
  readonly built: boolean;
}

/** A link that a policy works on. */
export interface WorkedLink {
  /** Index into `BaseYear.links`. */
  readonly link: number;
  /** Length it is to have, in the case's unit of distance; null where it is shortened by a part of its length. */
  readonly target: number | null;
  /** Kilometres of line worked on, for its cost. */
  readonly km: number;
}

/** What a policy kind is given to compile one policy. */
export interface PolicyContext {
  readonly years: readonly number[];
  readonly base: BaseYear;
  /** The policy's regions, ascending. */
  readonly regions: readonly number[];
  /** Industries the policy targets in one of its regions, ascending. */
  targets(region: number): readonly number[];
  /** A numeric field, resolved. */
  number(field: string): number;
  /** Whether the file gives a field that has no default. */
  given(field: string): boolean;
  /** Links the policy works on. */
  readonly links: readonly WorkedLink[];
  /** Regions the policy names as bypassed. */
  readonly bypassed: readonly number[];
  /** What the policy achieves on expectation, or in a draw: between `success` and `failure` by the probability of failure. */
  expected(success: number, failure: number): number;
  /** Intensity × profile by year, for a region acting with its own coordination. */
  profile(region: number): Float64Array;
  /** Intensity × profile by year of what two regions, or all of the policy's, do jointly: the least coordinated sets the pace. */
  jointProfile(regions: readonly number[]): Float64Array;
  /** Intensity by year, whether or not the policy has begun. */
  intensity(): Float64Array;
  /** Intensity in the first year of effect of a region, 0 in all others. */
  firstYear(region: number): Float64Array;
  /** Part of each year in which the policy is under way, from its start to its end, delay included, times intensity. */
  underWay(): Float64Array;
  /** Spreads a sum over the years in which the policy is being put in place, `duration` years from its start. */
  spread(sum: number, duration: number): Float64Array;
  /** c of one ingredient for one region: 1 together, 0 apart. */
  coordination(ingredient: IngredientWeight, region: number): number;
  /** c of one ingredient for regions acting jointly: the smallest. */
  jointCoordination(ingredient: IngredientWeight, regions: readonly number[]): number;
  /** c of regions acting jointly, whatever the ingredient: the smallest. */
  regionCoordination(regions: readonly number[]): number;
  /** A weight by industry from one of the kind's options; 1 for industries it does not name. */
  industryWeight(option: string, industry: number): number;
  /** Parameters of the scenario, resolved. */
  readonly parameters: { readonly rivalry: number; readonly localisation: number; readonly poaching: number };
  /** Value added of a region by year on the reference path, in the case's currency. */
  valueAdded(region: number): Float64Array;
  /** Value added of a cell by year on the reference path, in the case's currency. */
  cellValueAdded(region: number, industry: number): Float64Array;
  /** The case's currency, as it writes it. */
  readonly currency: string;
}

/** One of the paper's seven ways: everything about it in one file. The schema, `tandem policies`, validation and documentation read this. */
export interface PolicyKind {
  readonly kind: string;
  readonly title: string;
  /** Section of the paper. */
  readonly section: string;
  /** What it does, in two or three sentences. */
  readonly summary: string;
  /** What happens where regions act apart. */
  readonly apart: string;
  /** What happens when it fails. */
  readonly whenFailed: string;
  /** Defaults of the fields every policy has. */
  readonly common: {
    readonly delay: NumberDefinition;
    readonly ramp: NumberDefinition;
    readonly failure: NumberDefinition;
    readonly halfLife?: NumberDefinition;
    /** What `cost` means for this kind. */
    readonly cost: string;
  };
  /** Numeric fields of its own. */
  readonly fields: Readonly<Record<string, NumberDefinition>>;
  /** Fields that are not numbers. */
  readonly options: Readonly<Record<string, z.ZodType>>;
  /** Whether it targets industries. */
  readonly targetsIndustries: boolean;
  /** Whether its intensity may be scaled to compare futures at equal cost. */
  readonly scalable: boolean;
  /** A policy entry that works when pasted into a scenario of the bundled case. */
  readonly example: string;
  effects(context: PolicyContext): Effect[];
  cost(context: PolicyContext): Cost;
}

import type { TrendWindow } from '../economy/trend-past.js';
import type { NoiseKey, ParameterKey, TrendKey } from '../parameters/parameters.js';
import type { Formula } from '../values/formula.js';
import type { Quantity } from '../values/quantity.js';

/** The industries that a policy targets: names and globs, or conditions on the base year, which must all hold. */
export interface IndustrySelector {
  /** Names or globs; null for all. */
  readonly names: readonly string[] | null;
  /** The n industries with the largest output in the policy's regions together. */
  readonly top: number | null;
  /** Stages a cell must be in. */
  readonly stage: readonly string[] | null;
  /** A bound on the location quotient of a cell. */
  readonly locationQuotient: { readonly operator: '>' | '>=' | '<' | '<='; readonly bound: number } | null;
}

/** c of the regions: one number for all, or one each, those not named acting together. */
export interface CoordinationLevels {
  readonly all: Quantity;
  readonly regions: Readonly<Record<string, Quantity>>;
}

/** A link that a policy names, in one form. */
export interface LinkChange {
  readonly from: string;
  readonly to: string;
  /** New length or travel time; null where it is shortened by a part of its length. */
  readonly km: number | null;
  readonly minutes: number | null;
  /** Null for links of any mode. */
  readonly mode: string | null;
}

/** An account and how many times the case's mean per unit of output holds an industry back. */
export interface HoldBack {
  readonly account: string;
  readonly above: number;
}

/** One policy of a scenario, every numeric field present: as written, else the kind's default. */
export interface Policy {
  readonly kind: string;
  /** Unique in the scenario. */
  readonly name: string;
  /** Names or globs; null for the kind's default. */
  readonly regions: readonly string[] | null;
  readonly industries: IndustrySelector | null;
  readonly numbers: Readonly<Record<string, Quantity>>;
  /** Overrides the scenario's; null where it does not. */
  readonly coordination: CoordinationLevels | null;
  readonly links: readonly LinkChange[];
  readonly bypassed: readonly string[];
  /** Industries held back: those that use more than `above` times the case's mean of an account per unit of output; null for none. */
  readonly holdBack: HoldBack | null;
  /** Weights by industry of options such as `serviceIntensity`. */
  readonly industryWeights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Names or globs of options that name industries, such as `anchors`. */
  readonly industryLists: Readonly<Record<string, readonly string[]>>;
}

/** The quantity that the change of an event is counted in: a part of output, money, or one of the case's accounts. */
export type ChangeMeasure =
  | { readonly of: 'share' | 'output'; readonly account: null }
  | { readonly of: 'account'; readonly account: string };

/** Something that happens, whoever wills it: every number present, as written, else its default. */
export interface ScenarioEvent {
  /** Unique among the events of the scenario. */
  readonly name: string;
  /** Names or globs; null for all. */
  readonly regions: readonly string[] | null;
  /** Null for all. */
  readonly industries: IndustrySelector | null;
  readonly measure: ChangeMeasure;
  /** `change`, `start`, `ramp`, `replaced`, and `end` and `halfLife` where they are written. */
  readonly numbers: Readonly<Record<string, Quantity>>;
}

/** An outcome: a named expression over a projection. */
export interface Outcome {
  readonly expression: string;
  /** The same as plain data. */
  readonly formula: Formula;
  readonly better: 'higher' | 'lower' | 'none';
}

/** A goal: a condition over a projection, met in the last year or not. */
export interface Goal {
  readonly expression: string;
  readonly formula: Formula;
}

/** The values that `optimise` may give a policy; null for what stays as the policy says. */
export interface PolicyChoices {
  /** Any part from `from` to `to` in steps of `step`, in whole percents where that is null; or one of a list. */
  readonly intensity:
    | { readonly from: number; readonly to: number; readonly step: number | null }
    | readonly number[]
    | null;
  readonly start: readonly number[] | null;
  readonly regions: readonly (readonly string[])[] | null;
  readonly industries: readonly IndustryChoice[] | null;
}

/** A selector of industries, and how it was written. */
export interface IndustryChoice {
  readonly selector: IndustrySelector;
  readonly written: string | readonly string[] | Readonly<Record<string, unknown>>;
}

/** One what-if, validated and complete: what the files say over the defaults. Plain data, derived with immer. */
export interface Scenario {
  /** File name without extension. */
  readonly id: string;
  readonly title: string;
  /** Short name in sentences, tables and pictures. */
  readonly label: string;
  /** The path as it was opened. */
  readonly file: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly coordination: CoordinationLevels;
  readonly trend: {
    readonly numbers: Readonly<Record<TrendKey, Quantity>>;
    /** Years of past growth that it is read off. */
    readonly window: TrendWindow;
    /** The same rate for all industries, in place of observed growth; null where observed growth is used. */
    readonly all: Quantity | null;
    /** Rates of single industries, in place of theirs. */
    readonly industries: Readonly<Record<string, Quantity>>;
  };
  readonly parameters: Readonly<Record<ParameterKey, Quantity>>;
  readonly noise: Readonly<Record<NoiseKey, Quantity>>;
  /** Rank correlations between two uncertain numbers, by path. */
  readonly correlations: readonly (readonly [string, string, number])[];
  readonly policies: readonly Policy[];
  /** The fields that `optimise` may vary, by the name of the policy; empty where that is left open. */
  readonly choices: Readonly<Record<string, PolicyChoices>>;
  readonly events: readonly ScenarioEvent[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly goals: Readonly<Record<string, Goal>>;
}

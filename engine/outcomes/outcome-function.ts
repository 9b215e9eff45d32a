import type { Stage } from '../indicators/stage.js';
import type { Values } from '../statistics/cells.js';
import type { Evaluate } from '../values/formula.js';
import type { OutcomeView } from './view.js';

/** The surroundings in which an outcome is evaluated: a projection, and the year by its index. */
export interface OutcomeScope {
  readonly view: OutcomeView;
  y: number;
}

/** An outcome or a part of one, compiled. NaN where it is undefined. */
export type OutcomeValue = Evaluate<OutcomeScope>;

/** The arguments that functions of outcomes take: names in quotes, or any expression. */
export type ArgumentKind = 'region' | 'industry' | 'stage' | 'account' | 'minutes' | 'number';

/** One call of a function in an expression; arguments count from 0. */
export interface OutcomeCall {
  /** Numbers of regions and of industries of the case. */
  readonly regions: number;
  readonly industries: number;
  /** Number of arguments that are given. */
  readonly given: number;
  /** Index of the region, or of the industry, that an argument names. */
  region(argument: number): number;
  industry(argument: number): number;
  stage(argument: number): Stage;
  /** Index of the account that an argument names. */
  account(argument: number): number;
  /** An expression given as argument. */
  value(argument: number): OutcomeValue;
}

/**
 * A function of outcomes and goals: what it takes, what it means, and how it is computed. To add one, write its record in a file of this folder's
 * `functions` and list it in their index: expressions, checks and the documentation follow, and a test names what is missing.
 */
export interface OutcomeFunction {
  /** `years` where the first argument is evaluated in other years, so that the value is the same in each; else `year`. */
  readonly over: 'year' | 'years';
  readonly takes: readonly ArgumentKind[];
  /** Number of the last arguments that may be left out; 0 if not given. */
  readonly optional?: number;
  /** True where the last argument may be repeated any number of times. */
  readonly repeated?: boolean;
  /** Unit of the value, as the documentation prints it. */
  readonly unit: string;
  /** The value in words, as the documentation prints it. */
  readonly meaning: string;
  /** Compiles a call; what can be looked up once is looked up here. */
  readonly compile: (call: OutcomeCall) => OutcomeValue;
}

/** The value of a region, named by the first argument, from an array years × regions. */
export function ofRegion(call: OutcomeCall, values: (view: OutcomeView) => Values | null): OutcomeValue {
  const { regions } = call;
  const r = call.region(0);
  return ({ view, y }) => values(view)?.at(y * regions + r) ?? Number.NaN;
}

/** The value of an industry in a region, named by the first two arguments, from an array years × regions × industries. */
export function ofCell(call: OutcomeCall, values: (view: OutcomeView) => Float64Array): OutcomeValue {
  const { regions, industries } = call;
  const cell = call.region(0) * industries + call.industry(1);
  return ({ view, y }) => values(view)[y * regions * industries + cell]!;
}

/** The value of a pair of regions, named by the first two arguments, from values years × regions × regions. */
export function ofPair(call: OutcomeCall, values: (view: OutcomeView) => Values | null): OutcomeValue {
  const { regions } = call;
  const pair = call.region(0) * regions + call.region(1);
  return ({ view, y }) => values(view)?.at(y * regions * regions + pair) ?? Number.NaN;
}

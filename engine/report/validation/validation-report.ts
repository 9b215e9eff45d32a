import type { FutureSource } from '../../compare/future.js';
import type { Study } from '../../montecarlo/study/study.js';
import type { Facts } from '../../validation/facts-file.js';
import type { ValidatedFact } from '../../validation/validate-facts.js';

/** Projections beside published figures, with what they were drawn from. */
export interface ValidationReport {
  /** Title of the scenario. */
  readonly title: string;
  readonly facts: Facts;
  readonly validated: readonly ValidatedFact[];
  readonly draws: number;
  readonly years: readonly [from: number, to: number];
}

/** The same with what a page says of where it comes from. */
export interface ValidationPageReport extends ValidationReport {
  readonly future: FutureSource;
  readonly study: Study;
}

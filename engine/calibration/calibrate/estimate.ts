import { square } from '../../exact-math/index.js';
import type { NumberDefinition } from '../../parameters/definition.js';
import type { Belief } from '../../statistics/belief.js';
import { beliefOf } from './belief.js';

/** A number estimated from the observed years, or the default where they cannot tell it. */
export interface Estimate {
  /** Its path in a scenario, such as `trend.halfLife`. */
  readonly key: string;
  /** The default, and how firmly it is held. */
  readonly prior: Belief;
  /** The estimate from the data alone; null where they say nothing, or nothing apart from other numbers. */
  readonly data: Belief | null;
  /** The estimate from default and data together. */
  readonly value: number;
  readonly sd: number;
  /** Part of the answer that is the data's: how much of the prior variance they removed, 0 to 1. */
  readonly weight: number;
  /** The value as a scenario file has it; null where the default stays. */
  readonly written: string | null;
  /** The reason why the default stays, where it does. */
  readonly reason: string | null;
}

export const NO_SUCCESSION = 'no two growth rates one after the other to tell it from';
export const NO_FADING = 'too little lasts, or for too few years, to see how it fades';

/** Less than this part of the prior variance removed is nothing learnt: the default stays. */
const LEARNT = 0.02;

/** Evidence on a number: its default, the data, and both together. */
export interface Finding {
  readonly prior: Belief;
  readonly data: Belief | null;
  readonly posterior: Belief;
  /** Part of the prior variance removed; read off the posterior where not given. */
  readonly weight?: number;
  /** Values that the model has a meaning for. */
  readonly domain: readonly [number, number];
  /** Said where nothing was learnt. */
  readonly otherwise: string;
}

/** An estimate as a scenario takes it: a normal distribution within the domain, or the default where nothing was learnt. */
export function estimate(key: string, finding: Finding): Estimate {
  const { prior, data, posterior, domain } = finding;
  const weight = finding.weight ?? Math.max(0, 1 - square(posterior.sd / prior.sd));
  if (weight < LEARNT) {
    const reason = finding.otherwise;
    return { key, prior, data, value: prior.value, sd: prior.sd, weight: 0, written: null, reason };
  }
  const value = Math.min(domain[1], Math.max(domain[0], posterior.value));
  const written = `normal(${[value, posterior.sd, ...domain].map(figure).join(', ')})`;
  return { key, prior, data, value, sd: posterior.sd, weight, written, reason: null };
}

/** A number that is not estimated. */
export function keptDefault(key: string, definition: NumberDefinition, reason: string): Estimate {
  const prior = beliefOf(definition.value ?? definition.twoYears!);
  return { key, prior, data: null, value: prior.value, sd: prior.sd, weight: 0, written: null, reason };
}

function figure(value: number): string {
  return String(Number(value.toPrecision(4)));
}

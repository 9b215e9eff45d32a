import { pow } from '../exact-math/index.js';
import { tieMass } from './tie-share.js';

/** A region as one end of a tie. */
export interface TieEnd {
  /** Regional output P in the sense of GDP, in the paper 10⁸ yuan. */
  readonly product: number;
  /** Non-agricultural population G, in the paper 10⁴ persons. */
  readonly population: number;
}

/**
 * The intensity of the economic tie between two regions, `R = √(P_r·G_r) · √(P_s·G_s) / D^exponent`: a gravity measure.
 *
 * Source: formula 6 of the source paper, with exponent 2.
 *
 * @param distance between the two, in the paper km of rail
 * @param exponent of distance
 * @returns null where the distance is 0: a region has no tie with itself
 *
 * @example
 * economicTie({ product: 100, population: 4 }, { product: 400, population: 1 }, 10); // → 4
 * economicTie({ product: 100, population: 4 }, { product: 400, population: 1 }, 10, 1); // → 40
 */
export function economicTie(from: TieEnd, to: TieEnd, distance: number, exponent = 2): number | null {
  if (distance === 0) return null;
  return (tieMass(from.product, from.population) * tieMass(to.product, to.population)) / pow(distance, exponent);
}

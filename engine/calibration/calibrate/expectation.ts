import type { Economy } from '../../economy/economy.js';
import { fadingGrowth, inheritedLead, shrunkGrowth, startingGrowth } from '../../plan/trend.js';
import type { Origin } from './growth-moments.js';
import { FITTED_FLOOR } from './settings.js';

/** The numbers that a projection without policies and noise depends on. */
export interface FittedGrowth {
  readonly longRun: number;
  readonly halfLife: number;
  /** `trend.shrinkage`. */
  readonly start: number;
  readonly shrinkage: number;
  readonly regionalShrinkage: number;
  readonly persistence: number;
}

/** Log growth that a projection from an origin expects over some years. */
export interface Expectation {
  /** Growth of each industry in the higher-level region, in the prices of the tables, I. */
  industry(origin: Origin, years: number): Float64Array;
  /** Growth of each cell beyond its industry's, R × I. */
  lead(origin: Origin, years: number): Float64Array;
}

/** Growth that projections from earlier years expect, with numbers as fitted; the small part that displacement takes back is left out. */
export function expectedGrowth(economy: Economy, fitted: FittedGrowth): Expectation {
  const { longRun, halfLife, persistence } = fitted;
  const inflation = Math.log1p(economy.deflator);
  return {
    industry: (origin, years) =>
      shrunkGrowth(origin.growth, fitted.start).map((growth) => {
        const starting = startingGrowth(growth, economy.deflator, longRun, FITTED_FLOOR);
        let sum = years * inflation;
        for (let t = 0; t < years; t++) sum += fadingGrowth(starting, longRun, halfLife, t);
        return sum;
      }),
    lead: (origin, years) => {
      let part = 0;
      for (let t = 0; t < years; t++) part += persistence ** t;
      const { growth, cells } = origin;
      const lead = inheritedLead(growth.differential, cells.output, economy.industries.length, fitted);
      return lead.map((each) => part * each);
    },
  };
}

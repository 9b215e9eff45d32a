import type { Economy } from '../../economy/economy.js';
import { rings } from '../../economy/shortest-paths.js';
import { sum } from '../../statistics/sum.js';

/** The circles that the paper asks for in section 3.6, minutes. */
const MINUTES = [30, 60] as const;

/** The regions that can be reached from one within some minutes. */
export interface HourCircle {
  readonly region: string;
  readonly minutes: number;
  /** Others within reach, nearest first. */
  readonly reached: readonly string[];
  /** Output of all of them and of the region itself, in the case's currency. */
  readonly output: number;
  /** Non-agricultural population likewise, 10⁴ persons; null where the case has no regions table. */
  readonly population: number | null;
}

/** The half-hour and the hour circle of each region, on the case's network; none where no link states its minutes. */
export function hourCircles(economy: Economy, outputs: readonly Float64Array[]): HourCircle[] {
  const { network, regions, facts } = economy;
  if (network === null || network.links.every(({ minutes }) => minutes === null)) return [];
  return regions.flatMap((region, r) =>
    MINUTES.map((minutes): HourCircle => {
      const near = rings(network, r, minutes, 'minutes').filter(({ node }) => node < regions.length);
      const all = [r, ...near.map(({ node }) => node)];
      return {
        region,
        minutes,
        reached: near.map(({ name }) => name),
        output: all.reduce((total, s) => total + sum(outputs[s]!), 0),
        population: facts === null ? null : all.reduce((total, s) => total + facts.population[s]!, 0),
      };
    }),
  );
}

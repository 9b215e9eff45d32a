import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledPlan } from '../../engine/plan/compile.js';
import { barrierOfPair, distanceOfPair } from '../../engine/projection/between.js';
import { compileIn } from '../small-case.js';
import { ROOT } from '../source-files.js';

const WRITTEN = Object.fromEntries(
  ['case.yaml', 'outputs.csv', 'regions.csv', 'links.csv', 'accounts.csv'].map((name) => [
    name,
    readFileSync(join(ROOT, 'scenarios', 'tutorial', name), 'utf8'),
  ]),
);

/** The tutorial with every ingredient of coordination at its full weight and no contest, so that each works alone. */
const FILES = {
  ...WRITTEN,
  'case.yaml': WRITTEN['case.yaml']!.replace(
    'parameters:\n',
    'parameters:\n  targeting: 1\n  sharing: 1\n  opening: 1\n  landRace: 1\n  spurs: 1\n  contest: 0\n',
  ),
};

export const EAST = 0;
export const WEST = 1;
export const CARS = 0;
export const FOOD = 1;

/** The first year of the tutorial, in which every policy of these tests starts unless it says otherwise. */
export const START = 2020;

/**
 * Compiles one policy over the tutorial case, 2020–2040: two regions of output 100 each, East 80 cars and 20 food, West the mirror
 * image; product 100 each, value added half of output, everything growing by 5 log points a year; b .5, ψ .3, α .04, ω 1/6, and
 * V = 1/6 · .5 · 8/17 · .4. Acting together costs nothing and takes no time there;
 * every ingredient of coordination has its full weight, and rivals do not spur each other.
 *
 * @param policy its fields
 * @param keys further lines of the scenario
 */
export function compilePolicy(policy: object, keys = ''): Promise<CompiledPlan> {
  const policies = `policies: ${JSON.stringify([policy])}`;
  return compileIn(FILES, `case: ./case.yaml\nyears: { from: 2020, to: 2040 }\n${keys}\n${policies}`);
}

/**
 * The tutorial with an input–output table: of 1000 that each industry makes in the nation, cars buy 200 of food, and food buys 100 of cars. So the
 * East's cars need 16 of food, of which its food, a fifth of whose 20 is sold to industry, makes 4; the West is the mirror image with half of it.
 */
const CHAINED = {
  ...FILES,
  'case.yaml': `${FILES['case.yaml']}inputOutput: { flows: io-flows.csv, totals: io-totals.csv, size: 1% }\n`,
  'io-flows.csv': 'supplier,user,flow\nFood,Cars,200\nCars,Food,100\n',
  'io-totals.csv': 'industry,output,value_added\nCars,1000,500\nFood,1000,500\n',
};

/** The same as `compilePolicy`, over the tutorial with an input–output table. */
export function compileChained(policy: object, keys = ''): Promise<CompiledPlan> {
  const policies = `policies: ${JSON.stringify([policy])}`;
  return compileIn(CHAINED, `case: ./case.yaml\nyears: { from: 2020, to: 2040 }\n${keys}\n${policies}`);
}

/** Compiles a scenario over the tutorial case, 2020–2040, from its further keys. */
export function compileTutorial(keys: string): Promise<CompiledPlan> {
  return compileIn(FILES, `case: ./case.yaml\nyears: { from: 2020, to: 2040 }\n${keys}\n`);
}

/** V of every cell of the tutorial in its base year. */
export const RIVALRY = ((1 / 6) * 0.5 * (0.32 / 0.68) * 2 * 0.2) / (0.8 + 0.2);

type CellLever = 'push' | 'spill';

/** A lever of one cell in a year. */
export function cellLever({ plan }: CompiledPlan, lever: CellLever, year: number, region: number, industry: number) {
  return plan.levers[lever][((year - START) * 2 + region) * 2 + industry]!;
}

/** Push of one cell in each of some years. */
export function pushes(compiled: CompiledPlan, years: readonly number[], region = EAST, industry = CARS): number[] {
  return years.map((year) => cellLever(compiled, 'push', year, region, industry));
}

/** Barrier between the two regions in each of some years. */
export function barriers({ plan }: CompiledPlan, years: readonly number[]): number[] {
  return years.map((year) => barrierOfPair(plan, 1, year - START));
}

/** Length of the way between the two regions in each of some years. */
export function distances({ plan }: CompiledPlan, years: readonly number[]): number[] {
  return years.map((year) => distanceOfPair(plan, 1, year - START));
}

/** Land capacity of one region in each of some years. */
export function landCapacity({ plan }: CompiledPlan, years: readonly number[], region = EAST): number[] {
  return years.map((year) => plan.levers.land[(year - START) * 2 + region]!);
}

/** Cost of all policies in each of some years. */
export function costs({ plan }: CompiledPlan, years: readonly number[]): number[] {
  return years.map((year) => plan.cost[year - START]!);
}

/** What 5 log points a year make of 1 in the years after 2020. */
export function grown(year: number): number {
  return Math.exp(0.05 * (year - START));
}

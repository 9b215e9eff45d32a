import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../engine/indicators/stage.js';
import { observedCells } from '../engine/kernel/observed-cells.js';
import { compilePlan } from '../engine/plan/compile.js';
import { createResolver } from '../engine/plan/resolve.js';
import { barrierOfPair, basePairs, distanceOfPair, pairsOfYear } from '../engine/projection/between.js';
import { measure } from '../engine/projection/measure.js';
import { project } from '../engine/projection/project.js';
import { parseScenario } from '../engine/scenario/parse-scenario.js';
import { channelSetup, createChannels } from './projection/equation/channels.js';
import { computeChannels } from './projection/equation/compute-channels.js';
import { ROOT } from './source-files.js';

const FOLDER = join(ROOT, 'scenarios', 'tutorial');
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');

/** One line of arithmetic in the README. */
interface Line {
  /** Heading and what the line says it is. */
  readonly name: string;
  readonly formula: string;
  /** As it stands there. */
  readonly shown: string;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let heading = '';
  let fenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    else if (line.startsWith('## ')) heading = line.slice(3);
    else if (fenced) {
      const parts = /^(.+?): (.+) = (\S+)$/.exec(line);
      if (parts === null) throw new Error(`no arithmetic: ${line}`);
      lines.push({ name: `${heading} | ${parts[1]}`, formula: parts[2]!, shown: parts[3]!.replace('−', '-') });
    }
  }
  return lines;
}

/** A formula as the README writes it, for the parser. */
function plain(formula: string): string {
  const signs: [string, string][] = [
    ['·', '*'],
    ['−', '-'],
    ['²', '^2'],
    ['√', 'sqrt'],
    ['π', 'pi'],
    ['ln(', 'log('],
  ];
  return signs.reduce((text, [from, to]) => text.replaceAll(from, to), formula);
}

/** One unit of the last digit shown. */
function lastDigit(shown: string): number {
  return 10 ** -(shown.split('.')[1]?.length ?? 0);
}

const EAST_CARS = 0;
const EAST_FOOD = 1;

async function run(file: string) {
  const read = (path: string): Uint8Array => readFileSync(join(FOLDER, path));
  const { economy, scenario } = await parseScenario(read, file);
  const { plan } = compilePlan(economy, scenario, createResolver());
  const projection = project(plan);
  const measures = measure(projection);
  const year = (y: number) => y - 2020;
  const cars = (y: number): number => projection.output[year(y) * 4 + EAST_CARS]!;
  const usual = (y: number): number => projection.reference[year(y) * 4 + EAST_CARS]!;
  const growth = (y: number): number => Math.log(cars(y + 1) / cars(y));
  // All cells gain alike here, so Δ ln q = g + (1 − δ)·f.
  const gain = (y: number): number => (growth(y) - 0.05) / 0.5;
  const level = (y: number): number => (y === 2020 ? 0 : level(y - 1) + gain(y - 1));
  const channels = (y: number, onReference = false) => {
    const setup = channelSetup(plan);
    const read = createChannels(setup);
    const between = onReference ? basePairs(plan) : pairsOfYear(plan, year(y));
    const output = onReference ? projection.reference : projection.output;
    const { higherLevel } = plan;
    computeChannels(read, setup, { output, higherLevel }, year(y), between);
    return read;
  };
  return {
    plan,
    cars,
    usual,
    growth,
    gain,
    food: (y: number): number => projection.output[year(y) * 4 + EAST_FOOD]!,
    target: (y: number): number => level(y) + gain(y) / 0.5,
    access: (y: number): number => measures.marketAccess!.at(year(y) * 2)!,
    accessGain: (y: number): number => channels(y).logAccess[0]! - channels(y, true).logAccess[0]!,
    channels,
    quotient: (y: number, cell: number): number => measures.locationQuotient[year(y) * 4 + cell]!,
    agglomeration: (y: number, cell: number): number => measures.agglomerationIndex[year(y) * 4 + cell]!,
    stage: (y: number, cell: number) => STAGES[measures.stage[year(y) * 4 + cell]!],
    similarity: (y: number): number => measures.similarity.at(year(y) * 4 + 1)!,
    tie: (y: number): number => measures.tie!.at(year(y) * 4 + 1)!,
    distance: (y: number, k: number): number => distanceOfPair(plan, k, year(y)),
    barrier: (y: number): number => barrierOfPair(plan, 1, year(y)),
    cost: (y: number): number => plan.cost[year(y)]!,
  };
}

/** What the engine has for each line of the README. */
async function engineValues(): Promise<Record<string, number>> {
  const open = await run('open-border.yaml');
  const link = await run('faster-link.yaml');
  const base = await run('baseline.yaml');
  const [past] = base.plan.history.output;
  const before = observedCells(open.plan.history, 2016)!.output[EAST_CARS]!;
  const x = base.channels(2020).share;
  const masses = base.channels(2020).mass;
  const sections: Record<string, Record<string, number>> = {
    '2020, before anything happens': {
      'location quotient of cars, LQ': base.quotient(2020, EAST_CARS),
      'location quotient of food, LQ': base.quotient(2020, EAST_FOOD),
      'advantage of cars, φ': base.channels(2020).advantage[EAST_CARS]!,
      'advantage of food, φ': base.channels(2020).advantage[EAST_FOOD]!,
      'growth of cars in East since 2015': (base.cars(2020) / past![EAST_CARS]!) ** (1 / base.plan.window) - 1,
      'growth of cars in both since 2015': (100 / (past![0]! + past![2]!)) ** (1 / base.plan.window) - 1,
      'agglomeration index of cars, A': base.agglomeration(2020, EAST_CARS),
      'similarity, S': base.similarity(2020),
      'overlap in either industry, u': (2 * Math.min(x[0]!, x[2]!)) / (x[0]! + x[2]!),
      'distance of a region to itself': base.distance(2020, 0),
      'economic tie, R': base.tie(2020),
      'pull of a region on itself': masses[0]! / base.distance(2020, 0),
      'pull of the neighbour': masses[1]! / base.distance(2020, 1),
      'tie share of the neighbour, ω': base.channels(2020).tieShare[1]!,
      'market access, M': base.access(2020),
      'rivalry, V': base.channels(2020).rivalry[EAST_CARS]!,
    },
    'open-border.yaml: 2020 to 2021': {
      barrier: open.barrier(2020),
      'market access, M': open.access(2020),
      'gain in market access, Δ ln M': open.accessGain(2020),
      'rivalry, V': open.channels(2020).rivalry[EAST_CARS]!,
      'change in rivalry, ΔV': open.channels(2020).rivalry[0]! - base.channels(2020).rivalry[0]!,
      'target, X*': open.target(2020),
      'gain of the year, f': open.gain(2020),
      'crowding of cars, F': open.gain(2020),
      'growth, g + f − δ·F': open.growth(2020),
      'cars in East, 2021': open.cars(2021),
      'food in East, 2021': open.food(2021),
      'cars in East without the policy, 2021': open.usual(2021),
      'tie, 2021': open.tie(2021),
      'cars in East, 2016': before,
      'growth of cars in East, 2016–2021': (open.cars(2021) / before) ** (1 / open.plan.window) - 1,
      'cost, 2020': open.cost(2020),
      'cost, 2021': open.cost(2021),
    },
    'open-border.yaml: 2021 to 2022': {
      'gain in market access, Δ ln M': open.accessGain(2021),
      'target, X*': open.target(2021),
      'gain of the year, f': open.gain(2021),
      'growth, g + f − δ·F': open.growth(2021),
      'cars in East, 2022': open.cars(2022),
    },
    'faster-link.yaml: 2022 to 2023': {
      'strength, 2022': (1 - link.distance(2022, 1) / 100) / 0.5,
      'length of the link, 2022': link.distance(2022, 1),
      'cost, 2020': link.cost(2020),
      'cars in East, 2022': link.cars(2022),
      'tie, 2022': link.tie(2022),
      'pull of the neighbour': masses[1]! / link.distance(2022, 1),
      'gain in market access, Δ ln M': link.accessGain(2022),
      'tie share of the neighbour, ω': link.channels(2022).tieShare[1]!,
      'rivalry, V': link.channels(2022).rivalry[EAST_CARS]!,
      'target, X*': link.target(2022),
      'gain of the year, f': link.gain(2022),
      'growth, g + f − δ·F': link.growth(2022),
      'cars in East, 2023': link.cars(2023),
    },
  };
  return Object.fromEntries(
    Object.entries(sections).flatMap(([heading, values]) =>
      Object.entries(values).map(([name, value]) => [`${heading} | ${name}`, value]),
    ),
  );
}

describe('The README of the tutorial', () => {
  const lines = readLines(README);

  it.each(lines)('computes right: $name', ({ formula, shown }) => {
    // Its inputs are rounded, so it may be off by one in the last digit.
    const value = evaluate(plain(formula)) as number;
    expect(Math.abs(value - Number(shown))).toBeLessThanOrEqual(lastDigit(shown) * 1.001);
  });

  it('shows what the engine computes, to the last digit, and nothing that the engine does not', async () => {
    const values = await engineValues();
    expect(lines.map(({ name }) => name)).toEqual(Object.keys(values));
    const wrong = lines.filter(
      ({ name, shown }) => !(Math.abs(values[name]! - Number(shown)) <= lastDigit(shown) * 0.5000001),
    );
    expect(wrong.map(({ name, shown }) => `${name} is ${values[name]}, not ${shown}`)).toEqual([]);
  });

  it('is right that mirrored regions gain alike, that stages stay, and that only half of a gain is left', async () => {
    for (const file of ['open-border.yaml', 'faster-link.yaml']) {
      const { cars, food, stage, quotient, agglomeration, growth, plan } = await run(file);
      for (const year of plan.years) {
        expect(cars(year) / food(year)).toBeCloseTo(4, 12);
        expect([quotient(year, 0), quotient(year, 1)]).toEqual([expect.closeTo(1.6, 12), expect.closeTo(0.4, 12)]);
        expect(agglomeration(year, EAST_CARS)).toBeCloseTo(1, 12);
        expect([stage(year, EAST_CARS), stage(year, EAST_FOOD)]).toEqual(['growing', 'formative']);
      }
      expect(growth(2024)).toBeGreaterThan(0.05);
    }
    const { distance, cars, usual, access, accessGain, channels } = await run('faster-link.yaml');
    expect([2020, 2021, 2022, 2023].map((year) => distance(year, 1))).toEqual([100, 100, 75, 50]);
    expect(cars(2022)).toBe(usual(2022));
    const lost = (0.3 * (channels(2022).rivalry[0]! - channels(2022, true).rivalry[0]!)) / (0.2 * accessGain(2022));
    expect(lost).toBeCloseTo(1 / 5, 1);
    expect(access(2023)).toBeGreaterThan(access(2022));
  });
});

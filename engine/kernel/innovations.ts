import { pow } from '../exact-math/index.js';
import { normalDensity } from '../statistics/normal.js';
import { studentFromNormal, unitStudentQuantileFunction } from '../statistics/student.js';
import { type StreamState, streamState } from '../values/streams.js';
import type { EquationSize } from './inputs.js';
import type { KernelMemory } from './memory.js';
import type { Shapes } from './write-inputs.js';

/** Degrees of freedom of the innovations. Judgement: with 8 the largest and the smallest cells of five panels are covered about alike. */
export const INNOVATION_FREEDOM = 8;
/** Points of the table of Student's t for each standard deviation, and the normal number beyond which innovations are cut: as in assembly/random.ts. */
const POINTS = 64;
const REACH = 4;

/** Draws the random numbers of the noise of draws. */
export interface Innovations {
  /**
   * Draws the numbers of a draw, unless they are there already: independent, of mean 0 and variance 1, Student's t with 8 degrees of freedom cut at 6
   * standard deviations, but for the drift, which is normal. Each group has a stream of its own, so that one more region leaves the others as they were.
   */
  draw(seed: number | string, draw: number): void;
}

export function createInnovations(memory: KernelMemory, { regions, years }: EquationSize, shapes: Shapes): Innovations {
  let drawn: string | null = null;
  const start = (seed: number | string, draw: number, name: string): void => {
    const { s0, s1, s2, c }: StreamState = streamState(seed, draw, `noise.${name}`);
    memory.kernel.seedRandom(s0, s1, s2, c);
  };
  const groups = [
    { name: 'industry', array: 'industryInnovations', rows: years, ...shapes.industries },
    { name: 'region', array: 'regionInnovations', rows: years, ...shapes.regions },
    { name: 'cell', array: 'cellInnovations', rows: years * regions, ...shapes.industries },
    { name: 'common', array: 'commonInnovations', rows: years, count: 1, stride: 1 },
  ];
  return {
    draw(seed, draw) {
      const key = `${draw} ${seed}`;
      if (key === drawn) return;
      if (drawn === null) prepare(memory);
      for (const { name, array, rows, count, stride } of groups) {
        // Numbers are made by twos.
        memory.array(array, rows * stride + 1);
        start(seed, draw, name);
        memory.kernel.fillStudent(memory.address(array), rows, count, stride);
      }
      const drift = memory.array('drift', 1);
      start(seed, draw, 'drift');
      memory.kernel.fillNormals(memory.address('drift'), 1, 1, 1);
      memory.set('driftInnovation', drift[0]!);
      drawn = key;
    },
  };
}

/**
 * Prepares the layers of the ziggurat and the table by which normal numbers become Student's t at the same probability: the numbers run to millions in a
 * study, so they come from a table by cubic Hermite interpolation, off by less than 1e-9 from `studentFromNormal`.
 */
function prepare(memory: KernelMemory): void {
  const size = REACH * POINTS + 2;
  const quantile = unitStudentQuantileFunction(INNOVATION_FREEDOM);
  const table = memory.array('studentTable', 2 * size);
  for (let k = 0; k < size; k++) {
    const z = k / POINTS;
    const value = studentFromNormal(z, quantile);
    table[2 * k] = value;
    table[2 * k + 1] = normalDensity(z) / unitStudentDensity(value) / POINTS;
  }
  memory.kernel.prepareRandom();
}

/** Density of Student's t with 8 degrees of freedom scaled to variance 1: `35/(32·√6)·(1 + x²/6)^(−9/2)`. */
function unitStudentDensity(x: number): number {
  return (35 / (32 * Math.sqrt(6))) * pow(1 + (x * x) / 6, -4.5);
}

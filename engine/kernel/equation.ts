import { createInnovations } from './innovations.js';
import type { DrawnNoise, EquationInputs, EquationSize, MeasuredYear } from './inputs.js';
import { createKernelMemory, type KernelMemory } from './memory.js';
import { readRows, writeRows } from './rows.js';
import { type Shapes, writeCase, writeChanges, writeLevers, writeNoise, writeParameters } from './write-inputs.js';

/** Results that an equation can be asked for, each with one row a year. */
export type PathArray =
  | 'output'
  | 'referenceOutput'
  | 'referenceAdvantage'
  | 'referenceRivalry'
  | 'referenceAccess'
  | 'referenceTotal'
  | 'measuredAdvantage'
  | 'measuredRivalry'
  | 'access'
  | 'whole'
  | 'tieShare';

/**
 * The growth equation, (1)–(5), in WebAssembly: the only writing of it that runs. README.md of this folder tells how to read it;
 * test/projection/naive.ts has it once more, for reading.
 *
 * An equation keeps the reference path that it projected last, and projects futures on it. Calls of one equation must not be mixed with those for another
 * reference path: make one for each.
 */
export interface Equation {
  readonly size: EquationSize;
  /** Writes what the reference path is projected from. */
  writeReference(inputs: EquationInputs): void;
  /** Projects the reference path: trend and fading inherited lead, with base-year distances and barriers. */
  projectReference(): void;
  /** Writes the levers of a future of the plan whose reference path was projected last. */
  writeFuture(inputs: EquationInputs): void;
  /** Projects the future. */
  projectFuture(noise?: DrawnNoise): void;
  /** Computes the channels of a year over the base year of the plan whose reference path was projected last. */
  measureYear(year: MeasuredYear): void;
  /** Copies a result into an array as long as the rows that are wanted; returns it. */
  read(name: PathArray, target: Float64Array): Float64Array;
}

/** Makes an equation of a size. */
export function createEquation(size: EquationSize): Equation {
  const memory = createKernelMemory();
  const shapes: Shapes = {
    industries: { count: size.industries, stride: Math.ceil(size.industries / 4) * 4 },
    regions: { count: size.regions, stride: Math.ceil(size.regions / 2) * 2 },
  };
  const innovations = createInnovations(memory, size, shapes);
  placeWork(memory, size, shapes);
  return {
    size,
    writeReference(inputs) {
      writeCase(memory, shapes, inputs);
    },
    projectReference() {
      memory.kernel.projectReference();
    },
    writeFuture(inputs) {
      writeParameters(memory, inputs);
      writeLevers(memory, shapes, inputs);
    },
    projectFuture(noise) {
      writeNoise(memory, shapes, noise);
      if (noise !== undefined) innovations.draw(noise.seed, noise.draw);
      memory.kernel.projectFuture();
    },
    measureYear({ output, higherLevel, between }) {
      writeRows(memory, 'measuredOutput', output, shapes.industries);
      if (higherLevel !== null) writeRows(memory, 'measuredWhole', higherLevel, shapes.industries);
      writeChanges(memory, shapes, between);
      memory.kernel.measureYear();
    },
    read: (name, target) => readRows(memory, name, target, OF_REGIONS.has(name) ? shapes.regions : shapes.industries),
  };
}

const OF_REGIONS: ReadonlySet<PathArray> = new Set(['referenceAccess', 'referenceTotal', 'access', 'tieShare']);

/** Makes the arrays of results and of one year at a time. */
function placeWork(memory: KernelMemory, { regions, years }: EquationSize, shapes: Shapes): void {
  const width = shapes.industries.stride;
  const ranks = shapes.regions.stride;
  memory.set('regions', regions);
  memory.set('years', years);
  memory.set('width', width);
  memory.set('ranks', ranks);
  const ofCells = ['referenceOutput', 'referenceAdvantage', 'referenceRivalry', 'output'];
  for (const name of ofCells) memory.array(name, years * regions * width);
  for (const name of ['referenceAccess', 'referenceTotal']) memory.array(name, years * ranks);
  memory.array('structure', 2 * regions * width);
  const ofRegions = ['regionTotal', 'baseTotal', 'mass', 'inverseNorm', 'massOverNorm', 'access', 'inversePull'];
  for (const name of [...ofRegions, 'rivalryScale', 'accessGain', 'landLoss', 'regionTerm']) memory.array(name, ranks);
  const oneYear = ['level', 'pushed', 'capped', 'growth', 'cellTerm', 'measuredAdvantage', 'measuredRivalry'];
  for (const name of oneYear) memory.array(name, regions * width);
  for (const name of ['industryTotal', 'now', 'grown', 'market', 'industryTerm']) memory.array(name, width);
}

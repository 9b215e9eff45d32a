import { pow } from '../exact-math/index.js';
import { SAME } from '../indicators/same.js';
import type { DrawnNoise, EquationInputs, PairChanges } from './inputs.js';
import type { KernelMemory } from './memory.js';
import { observedCells } from './observed-cells.js';
import { type RowShape, writeRows } from './rows.js';

/** Rows by what they are of. */
export interface Shapes {
  readonly industries: RowShape;
  readonly regions: RowShape;
}

/** Parameters that the kernel knows by the names they have in a plan. */
const PARAMETERS = [
  'localisation',
  'marketAccess',
  'distanceDecay',
  'rivalry',
  'displacement',
  'persistence',
  'adjustment',
  'outputPassThrough',
  'land',
] as const;

/** Writes everything that the reference path is projected from. */
export function writeCase(memory: KernelMemory, shapes: Shapes, inputs: EquationInputs): void {
  const { initial, trend, higherLevel } = inputs;
  writeRows(memory, 'initialOutput', initial.output, shapes.industries);
  writeRows(memory, 'differential', initial.differential, shapes.industries);
  writeRows(memory, 'trend', trend, shapes.industries);
  memory.set('explicitWhole', higherLevel === null ? 0 : 1);
  if (higherLevel !== null) {
    writeRows(memory, 'baseWhole', higherLevel, shapes.industries);
    memory.array('whole', (higherLevel.length / shapes.industries.count) * shapes.industries.stride);
  }
  writeParameters(memory, inputs);
  writeTies(memory, shapes, inputs);
  writeChains(memory, shapes, inputs);
}

/** Writes the parameters of the equation. */
export function writeParameters(memory: KernelMemory, { parameters, window }: EquationInputs): void {
  for (const name of PARAMETERS) memory.set(name, parameters[name]);
  const { formative, growing, mature, recession } = parameters.response;
  memory.set('formative', formative);
  memory.set('growing', growing);
  memory.set('mature', mature);
  memory.set('recession', recession);
  memory.set('window', window);
  memory.set('same', SAME);
  memory.set('sameGrowth', pow(1 - SAME, window));
}

/** Writes what lies between regions in the base year. */
function writeTies(memory: KernelMemory, { regions }: Shapes, { initial, reference }: EquationInputs): void {
  const { gdp, population } = initial;
  const { distance, barrier } = reference;
  const tied = gdp !== null && population !== null && distance !== null && barrier !== null;
  memory.set('tied', tied ? 1 : 0);
  if (!tied) return;
  const mass = memory.array('baseMass', regions.stride);
  for (let r = 0; r < regions.count; r++) mass[r] = gdp[r]! * population[r]!;
  // The padding is a region of no mass at some distance.
  writeRows(memory, 'baseDistance', distance, regions, 1);
  writeRows(memory, 'baseBarrier', barrier, regions);
  const pairs = regions.count * regions.stride;
  for (const name of ['pull', 'openPull', 'closedPull', 'tieShare']) memory.array(name, pairs);
}

/** Writes the weights of industries in each other, γ_S·supply + γ_D·demand, one row for each industry whose reach counts. */
function writeChains(memory: KernelMemory, { industries, regions }: Shapes, inputs: EquationInputs): void {
  const { supplierAccess, customerAccess } = inputs.parameters;
  const { count, stride } = industries;
  const chained = inputs.inputOutput !== null && (supplierAccess > 0 || customerAccess > 0);
  memory.set('chained', chained ? 1 : 0);
  if (!chained) return;
  const { supply, demand } = inputs.inputOutput;
  const weight = memory.array('chainWeight', stride * stride);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const from = i * count + j;
      weight[j * stride + i] = supplierAccess * supply[from]! + customerAccess * demand[from]!;
    }
  }
  memory.array('referenceReach', inputs.years.length * regions.count * stride);
  memory.array('reach', regions.count * stride);
  for (const name of ['reachChange', 'chainAccess']) memory.array(name, stride);
}

/** Writes the levers of a future, and what its cells look back to. */
export function writeLevers(memory: KernelMemory, shapes: Shapes, inputs: EquationInputs): void {
  const { push, spill, land, shock, between } = inputs.levers;
  writeRows(memory, 'push', push, shapes.industries);
  // The padding is a region that uses its land like the reference path.
  writeRows(memory, 'landCapacity', land, { count: shapes.regions.count, stride: shapes.regions.stride }, 1);
  memory.set('shocked', shock === null ? 0 : 1);
  if (shock !== null) writeRows(memory, 'shock', shock, shapes.industries);
  writeSharing(memory, shapes, between === null ? null : spill);
  writeChanges(memory, shapes, between);
  writeObserved(memory, shapes, inputs);
}

/** Writes spills, and the regions that share anything in any year: the others cost nothing. */
function writeSharing(memory: KernelMemory, shapes: Shapes, spill: Float64Array | null): void {
  const regions = shapes.regions.count;
  const sharing = memory.integers('sharing', regions);
  let count = 0;
  if (spill !== null) {
    for (let r = 0; r < regions; r++) if (shares(spill, r, shapes)) sharing[count++] = r;
    if (count > 0) writeRows(memory, 'spill', spill, shapes.industries);
  }
  memory.set('sharingCount', count);
}

function shares(spill: Float64Array, r: number, { industries, regions }: Shapes): boolean {
  const cells = regions.count * industries.count;
  for (let row = r * industries.count; row < spill.length; row += cells) {
    for (let at = row; at < row + industries.count; at++) if (spill[at] !== 0) return true;
  }
  return false;
}

/** Writes the pairs whose distance or barrier changes. */
export function writeChanges(memory: KernelMemory, { regions }: Shapes, between: PairChanges | null): void {
  const count = between?.pairs.length ?? 0;
  const padded = Math.ceil(count / 2) * 2;
  memory.set('changedCount', padded);
  if (between === null || count === 0) return;
  const years = between.distance.length / count;
  // All are made before any is written to, since making one may move the others.
  memory.integers('changedPairs', padded);
  memory.array('changedDistance', years * padded);
  memory.array('changedBarrier', years * padded);
  const pairs = memory.integers('changedPairs', padded);
  for (let k = 0; k < padded; k++) {
    const pair = between.pairs[Math.min(k, count - 1)]!;
    const r = Math.floor(pair / regions.count);
    pairs[k] = r * regions.stride + (pair - r * regions.count);
  }
  repeatLast(memory.array('changedDistance', years * padded), between.distance, count, padded);
  repeatLast(memory.array('changedBarrier', years * padded), between.barrier, count, padded);
}

/** Copies rows of `count` numbers to rows of `padded`, which end with the last number once more where they are longer. */
function repeatLast(target: Float64Array, rows: Float64Array, count: number, padded: number): void {
  if (count === padded) {
    target.set(rows);
    return;
  }
  for (let from = 0, to = 0; from < rows.length; from += count, to += padded) {
    for (let k = 0; k < count; k++) target[to + k] = rows[from + k]!;
    target[to + count] = rows[from + count - 1]!;
  }
}

/** Writes the observed years that stages of the first simulated years look back to, where responses differ by stage. */
function writeObserved(memory: KernelMemory, shapes: Shapes, inputs: EquationInputs): void {
  const { formative, growing, mature, recession } = inputs.parameters.response;
  const staged = formative !== 1 || growing !== 1 || mature !== 1 || recession !== 1;
  memory.set('staged', staged ? 1 : 0);
  if (!staged) return;
  const { years, window, history } = inputs;
  const cells = shapes.regions.count * shapes.industries.stride;
  memory.array('response', cells);
  memory.array('pastTotal', shapes.industries.stride);
  memory.integers('observedRows', years.length);
  memory.integers('observedWholes', years.length);
  for (let y = 0; y < Math.min(window, years.length); y++) {
    const observed = observedCells(history, years[y]! - window);
    if (observed !== null) {
      writeRows(memory, `observed output ${y}`, observed.output, shapes.industries);
      if (observed.higherLevel !== null) {
        writeRows(memory, `observed whole ${y}`, observed.higherLevel, shapes.industries);
        memory.integers('observedWholes', years.length)[y] = memory.address(`observed whole ${y}`);
      }
    }
    memory.integers('observedRows', years.length)[y] = observed === null ? 0 : memory.address(`observed output ${y}`);
  }
}

/** Writes the levels of the noise of a future; none where nothing moves. */
export function writeNoise(memory: KernelMemory, shapes: Shapes, noise: DrawnNoise | undefined): void {
  memory.set('noisy', noise === undefined ? 0 : 1);
  if (noise === undefined) return;
  const { common, industry, region, cell, drift, persistence, relativeCell } = noise.parameters;
  memory.set('commonNoise', common);
  memory.set('industryNoise', industry);
  memory.set('regionNoise', region);
  memory.set('driftNoise', drift);
  memory.set('noisePersistence', persistence);
  const { count, stride } = shapes.industries;
  const levels = memory.array('cellNoise', shapes.regions.count * stride);
  for (let r = 0, at = 0; r < shapes.regions.count; r++) {
    for (let i = 0; i < count; i++, at++)
      levels[r * stride + i] = cell * (relativeCell === null ? 1 : relativeCell[at]!);
  }
}

// Noise: the AR(1) terms of a future, z' = θ·z + √(1 − θ²)·σ·ε, started in their long-run spread, and a drift that stays as long as a draw.
import { add, at, both, bytes, load, mul, store } from './lanes';
import {
  cellInnovations, cellNoise, cellTerm, commonInnovations, commonNoise, driftInnovation, driftNoise, industryInnovations, industryNoise, industryTerm,
  noisePersistence, ranks, regionInnovations, regionNoise, regions, regionTerm, width,
} from './memory';

let common: f64 = 0;
let innovation: f64 = 0;

/** What all industries share in the year at hand. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function sharedNoise(): f64 {
  return common + driftNoise * driftInnovation;
}

export function startNoise(): void {
  innovation = Math.sqrt(1 - noisePersistence * noisePersistence);
  common = commonNoise * at(commonInnovations, 0);
  start(industryTerm, industryInnovations, industryNoise, bytes(width));
  start(regionTerm, regionInnovations, regionNoise, bytes(ranks));
  for (let o: usize = 0; o < bytes(regions * width); o += 16) store(cellTerm + o, mul(load(cellNoise + o), load(cellInnovations + o)));
}

/** Moves the noise of industries and regions a year on; that of cells moves with them, in the loop that uses it. */
export function stepNoise(y: i32): void {
  common = noisePersistence * common + innovation * commonNoise * at(commonInnovations, y + 1);
  move(industryTerm, industryInnovations + bytes(width) * (y + 1), industryNoise, bytes(width));
  move(regionTerm, regionInnovations + bytes(ranks) * (y + 1), regionNoise, bytes(ranks));
}

/** A cell's term a year on. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function nextCellTerm(term: v128, noise: v128, each: v128): v128 {
  return add(mul(both(noisePersistence), term), mul(mul(both(innovation), noise), each));
}

function start(terms: usize, innovations: usize, noise: f64, size: usize): void {
  for (let o: usize = 0; o < size; o += 16) store(terms + o, mul(both(noise), load(innovations + o)));
}

function move(terms: usize, innovations: usize, noise: f64, size: usize): void {
  const persistence = both(noisePersistence);
  const scale = both(innovation * noise);
  for (let o: usize = 0; o < size; o += 16) store(terms + o, add(mul(persistence, load(terms + o)), mul(scale, load(innovations + o))));
}

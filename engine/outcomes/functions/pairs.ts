import { barrierOfPair, distanceOfPair } from '../../projection/between.js';
import { type OutcomeFunction, ofPair, ofRegion } from '../outcome-function.js';
import { pairOverlap, pairSimilarity, pairTie } from '../pair-values.js';
import type { OutcomeView } from '../view.js';

const ofTwo = { over: 'year', takes: ['region', 'region'] } as const;

/** A value computed for one pair of regions alone: that of all pairs would cost regions² as much. */
function onePair(of: (view: OutcomeView, r: number, s: number, y: number) => number): OutcomeFunction['compile'] {
  return (call) => {
    const [r, s] = [call.region(0), call.region(1)];
    return ({ view, y }) => of(view, r, s, y);
  };
}

export const similarity: OutcomeFunction = {
  ...ofTwo,
  unit: '0 … 1',
  meaning: 'similarity of two regions’ structures (UNIDO)',
  compile: onePair(pairSimilarity),
};

export const krugman: OutcomeFunction = {
  ...ofTwo,
  unit: '0 … 2',
  meaning: 'Krugman index of two regions’ structures',
  compile: (call) => ofPair(call, (view) => view.pairs().krugman),
};

export const overlap: OutcomeFunction = {
  ...ofTwo,
  unit: '0 … 1',
  meaning: 'overlap quality b·S·u: how much of the likeness stands behind a closed border',
  compile: onePair(pairOverlap),
};

export const tie: OutcomeFunction = {
  ...ofTwo,
  unit: 'currency · 10⁴ persons / distance²',
  meaning: 'economic tie, formula 6 of the paper',
  compile: onePair(pairTie),
};

export const tieShare: OutcomeFunction = {
  ...ofTwo,
  unit: '0 … 1',
  meaning: 'share of the second region in the ties of the first',
  compile: (call) => ofPair(call, (view) => view.pairs().tieShare),
};

export const access: OutcomeFunction = {
  over: 'year',
  takes: ['region'],
  unit: '√(currency · 10⁴ persons) / distance^η',
  meaning: 'market access',
  compile: (call) => ofRegion(call, (view) => view.pairs().marketAccess),
};

export const distance: OutcomeFunction = {
  ...ofTwo,
  unit: 'km or minutes',
  meaning: 'length of the shortest path',
  compile: onePair(({ plan }, r, s, y) => distanceOfPair(plan, r * plan.regions.length + s, y)),
};

export const barrier: OutcomeFunction = {
  ...ofTwo,
  unit: '0 … 1',
  meaning: 'barrier, 0 open … 1 closed',
  compile: onePair(({ plan }, r, s, y) => barrierOfPair(plan, r * plan.regions.length + s, y)),
};

import { jointCompleteness, pairComplementarity } from '../../projection/measure-chains.js';
import type { OutcomeFunction } from '../outcome-function.js';

export const complementarity: OutcomeFunction = {
  over: 'year',
  takes: ['region', 'region'],
  unit: '0 … 1',
  meaning: 'part of the inputs of two regions’ industries that one could buy from the other and does not find at home',
  compile: (call) => {
    const [r, s] = [call.region(0), call.region(1)];
    return ({ view, y }) => pairComplementarity(view.plan, view.output.cells, r, s, y);
  },
};

export const completeness: OutcomeFunction = {
  over: 'year',
  takes: ['region'],
  repeated: true,
  unit: '0 … 1',
  meaning: 'part of the inputs of a region’s industries, or of several regions’ together, that they make themselves',
  compile: (call) => {
    // A region that is named twice counts once.
    const regions = [...new Set(Array.from({ length: call.given }, (_, k) => call.region(k)))];
    return ({ view, y }) => jointCompleteness(view.plan, view.output.cells, regions, y);
  },
};

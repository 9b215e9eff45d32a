import { COUNTED_STAGES } from '../../indicators/stage.js';
import { theil as theilIndex } from '../../indicators/theil.js';
import { type OutcomeFunction, ofCell, ofRegion } from '../outcome-function.js';

export const lq: OutcomeFunction = {
  over: 'year',
  takes: ['region', 'industry'],
  unit: 'ratio',
  meaning: 'location quotient',
  compile: (call) => ofCell(call, (view) => view.cells().locationQuotient),
};

export const agglomeration: OutcomeFunction = {
  over: 'year',
  takes: ['region', 'industry'],
  unit: 'ratio',
  meaning: 'agglomeration index',
  compile: (call) => ofCell(call, (view) => view.cells().agglomerationIndex),
};

export const stages: OutcomeFunction = {
  over: 'year',
  takes: ['region', 'stage'],
  unit: 'industries',
  meaning: 'number of a region’s industries in a stage',
  compile: (call) => {
    const r = call.region(0);
    const stage = COUNTED_STAGES.indexOf(call.stage(1));
    return ({ view, y }) => view.regions().stageCount[(y * call.regions + r) * COUNTED_STAGES.length + stage]!;
  },
};

export const theil: OutcomeFunction = {
  over: 'year',
  takes: [],
  unit: 'nats',
  meaning: 'Theil index of output between regions',
  compile:
    ({ regions }) =>
    ({ view, y }) =>
      theilIndex(view.output.byRegion(), y * regions, (y + 1) * regions) ?? Number.NaN,
};

export const hhi: OutcomeFunction = {
  over: 'year',
  takes: ['region'],
  unit: '0 … 1',
  meaning: 'concentration of a region’s output, sum of squared shares',
  compile: (call) => ofRegion(call, (view) => view.regions().hhi),
};

export const largestShare: OutcomeFunction = {
  over: 'year',
  takes: ['region'],
  unit: '0 … 1',
  meaning: 'share of a region’s largest industry',
  compile: (call) => ofRegion(call, (view) => view.regions().largestShare),
};

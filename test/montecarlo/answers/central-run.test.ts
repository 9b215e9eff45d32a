import { describe, expect, it } from 'vitest';
import { runFuture } from '../../../engine/compare/future.js';
import { gainsOf } from '../../../engine/compare/gains.js';
import { centralRun } from '../../../engine/montecarlo/answers/central-run.js';
import { runStudy } from '../../../engine/montecarlo/answers/run-study.js';
import { studyDrivers } from '../../../engine/montecarlo/answers/study-drivers.js';
import { discoverLosses } from '../../../engine/montecarlo/discovery/discover-losses.js';
import { sampleDraws } from '../../../engine/montecarlo/draws/sample-draws.js';
import { createStudy } from '../../../engine/montecarlo/study/study.js';
import { bundledFuture } from '../../bundled.js';

const SETS = ['parameters.displacement=uniform(0, 1)', 'parameters.rivalry=triangular(0.05, 0.3, 0.6)'];
const future = (name: string, ...sets: string[]) => bundledFuture(`tutorial/${name}`, [...SETS, ...sets]);

describe('One run at central values', () => {
  it('gains what a run of the same future gains, and lies above the draws that gain less', async () => {
    const border = await future('open-border');
    const result = await runStudy(createStudy([border], { draws: 50 }));
    const { gain, above } = centralRun(result);
    expect(gain).toBeCloseTo(gainsOf(runFuture(border)).total, 10);
    expect(above.hits).toBe([...result.aligned].filter((each) => each < gain).length);
    expect(above.count).toBe(50);
  });

  it('of several futures gains what the last has over the first', async () => {
    const [border, link] = [await future('open-border'), await future('faster-link')];
    const result = await runStudy(createStudy([border, link], { draws: 20, equalCost: false }));
    const gains = [border, link].map((each) => gainsOf(runFuture(each)).total);
    expect(centralRun(result).gain).toBeCloseTo(gains[1]! - gains[0]!, 10);
  });
});

describe('What a gain hinges on', () => {
  it('is the one number that is drawn, with all of its ranks', async () => {
    const only = { include: ['displacement'] };
    const study = createStudy([await future('open-border')], { draws: 60, uncertainties: only });
    const { inputs, regression } = studyDrivers(await runStudy(study));
    expect(inputs).toEqual(['parameters.displacement']);
    if (regression.status !== 'ok') throw new Error(regression.status);
    // The more is taken from others, the less is gained: rank for rank.
    expect(regression.rSquared).toBeCloseTo(1, 9);
    expect(regression.coefficients[0]).toBeCloseTo(-1, 9);
  });
});

describe('The draws that lose', () => {
  it('are those of the box that is found where one number decides', async () => {
    const study = createStudy([await future('open-border')], {
      draws: 200,
      uncertainties: { include: ['displacement'] },
    });
    const result = await runStudy(study);
    const { columns, values } = sampleDraws(study);
    expect(columns.length).toBe(1);
    const aligned = Float64Array.from(values, (displacement) => (displacement > 0.7 ? -1 : 1));
    const { first, later, discovery } = discoverLosses({ ...result, aligned });
    expect([first, later]).toEqual(['no-policy', 'open-border']);
    if (discovery.status !== 'ok') throw new Error(discovery.status);
    const [box] = discovery.boxes;
    expect(box!.restrictions.map(({ name, high }) => [name, high])).toEqual([['parameters.displacement', null]]);
    expect(box!.restrictions[0]!.low).toBeCloseTo(0.7, 1);
    // A step peels off a twentieth of the box, so the last one may take a case or two with it.
    expect(box!.density).toBe(1);
    expect(box!.coverage).toBeGreaterThan(0.95);
  });

  it('leave out those that yielded nothing', async () => {
    const study = createStudy([await future('open-border'), { ...(await future('faster-link')), id: 'other' }], {
      draws: 40,
      uncertainties: { include: ['displacement'] },
    });
    const result = await runStudy(study);
    const aligned = Float64Array.from({ length: 40 }, (_, draw) => (draw < 5 ? Number.NaN : draw - 20));
    const { first, later, discovery } = discoverLosses({ ...result, aligned });
    expect([first, later, discovery.dropped, discovery.draws, discovery.cases]).toEqual([
      'open-border',
      'other',
      5,
      35,
      15,
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceOfPair } from '../../engine/projection/between.js';
import { compileIn } from '../small-case.js';

/** A line West – A – B – C – East, its lengths given in km. */
function line(lengths: readonly number[]): Record<string, string> {
  const nodes = ['West', 'A', 'B', 'C', 'East'];
  return {
    'case.yaml': `title: A line
currency: 10^8 yuan
prices: constant
outputs: outputs.csv
regions: regions.csv
links: links.csv
places: [A, B, C]
higherLevelRegion: sum
`,
    'outputs.csv': `region,industry,year,output,status,source
West,All,2010,1,estimated,
East,All,2010,1,estimated,
West,All,2011,1,estimated,
East,All,2011,1,estimated,
`,
    'regions.csv': `region,gdp,nonagricultural_population,area_km2,longitude,latitude,status,source
West,1,1,100,,,estimated,
East,1,1,100,,,estimated,
`,
    'links.csv': `from,to,mode,km,minutes,status,source
${lengths.map((km, k) => `${nodes[k]},${nodes[k + 1]},rail,${km},,estimated,`).join('\n')}
`,
  };
}

/** Distance between the two ends of the line from 2011 on. */
async function distances(lengths: readonly number[], policies: string, to = 2019): Promise<number[]> {
  const header = `case: ./case.yaml\nparameters: { coordinationDelay: 0 }\nyears: { from: 2011, to: ${to} }`;
  const text = `${header}\npolicies: ${policies}`;
  const { plan } = await compileIn(line(lengths), text);
  return plan.years.map((_, y) => distanceOfPair(plan, 1, y));
}

const SURE = 'kind: infrastructure, start: 2011, failure: 0';

describe('Links that policies work on', () => {
  it('are shortened over the ramp once they are built', async () => {
    const found = await distances([10, 20, 30, 40], `[{ ${SURE}, links: [[B, C]], shorten: 50%, delay: 2, ramp: 3 }]`);
    expect(found).toEqual([100, 100, 100, 95, 90, 85, 85, 85, 85]);
  });

  it('are shortened by each policy of what the others leave', async () => {
    const twice = `[{ ${SURE}, name: a, links: [[B, C]], shorten: 50%, delay: 0, ramp: 0 }, { ${SURE}, name: b, links: [[C, B]], shorten: 20%, delay: 4, ramp: 0 }]`;
    expect(await distances([10, 20, 30, 40], twice)).toEqual([85, 85, 85, 85, 82, 82, 82, 82, 82]);
  });

  it('come to the length they are set to', async () => {
    const set = `[{ ${SURE}, links: [{ from: A, to: B, km: 12 }], delay: 1, ramp: 2 }]`;
    expect(await distances([10, 20, 30, 40], set, 2015)).toEqual([100, 100, 96, 92, 92]);
  });

  it('start, where they are new, at the length of today’s way and come to their own', async () => {
    const built = `[{ ${SURE}, links: [{ from: A, to: C, km: 30 }], delay: 1, ramp: 2 }]`;
    expect(await distances([10, 20, 30, 40], built, 2015)).toEqual([100, 100, 90, 80, 80]);
  });

  it('change no path by being new and longer than today’s way', async () => {
    const built = `[{ ${SURE}, links: [{ from: A, to: C, km: 300 }], delay: 1, ramp: 2 }]`;
    expect(await distances([10, 20, 30, 40], built, 2015)).toEqual([100, 100, 100, 100, 100]);
  });

  it('change no distance, not by its last bit, before they are opened', async () => {
    const length = fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10);
    await fc.assert(
      fc.asyncProperty(fc.array(length, { minLength: 4, maxLength: 4 }), async (lengths) => {
        const today = await distances(lengths, '[]', 2013);
        const built = `[{ ${SURE}, links: [{ from: A, to: C, km: 0.1 }], delay: 2, ramp: 2 }]`;
        expect(await distances(lengths, built, 2013)).toEqual(today);
      }),
      { numRuns: 100 },
    );
  });
});

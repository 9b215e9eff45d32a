import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COORDINATION_KEYS } from '../../engine/parameters/parameters.js';
import { project } from '../../engine/projection/project.js';
import { compileSmall, moved } from '../small-case.js';

/** One entry of each kind, with what each can do; several of infrastructure. */
const ENTRIES = [
  { kind: 'merger', industries: ['Cars', 'Food'], end: 2020 },
  { kind: 'cluster', regions: ['North', 'South'], industries: { top: 2 }, push: 0.03, ramp: 0 },
  { kind: 'market', delay: 0.5 },
  { kind: 'services', serviceIntensity: { Cars: 1.5, Food: 0.5 }, regions: ['North', 'East'] },
  { kind: 'land', capacity: -0.03, end: 2018, halfLife: 3 },
  { kind: 'infrastructure', name: 'shorter', links: [['North', 'Junction']], bypassed: ['East'], bypassPush: -0.02 },
  { kind: 'infrastructure', name: 'set', links: [{ from: 'Junction', to: 'East', km: 90.3 }], cost: 40 },
  { kind: 'infrastructure', name: 'built', links: [{ from: 'North', to: 'South', km: 130.1, mode: 'road' }] },
  { kind: 'infrastructure', name: 'across', links: [{ from: 'Pass', to: 'East', km: 99.7 }], delay: 2, ramp: 3 },
  { kind: 'talent', industries: 'C*' },
];

const someEntries = fc.shuffledSubarray(ENTRIES, { minLength: 1 });
const coordination = fc.constantFrom(0, 0.4, 1);

function compile(entries: readonly object[], c: number) {
  return compileSmall(`coordination: ${c}\npolicies: ${JSON.stringify(entries)}`);
}

describe('A plan', () => {
  it('is that of no policy, bit for bit, where every policy has intensity 0', async () => {
    const nothing = await compileSmall('');
    await fc.assert(
      fc.asyncProperty(someEntries, coordination, async (entries, c) => {
        const idle = await compile(
          entries.map((entry) => ({ ...entry, intensity: 0 })),
          c,
        );
        expect(moved(idle)).toEqual(moved(nothing));
        expect(project(idle.plan).output).toEqual(project(idle.plan).reference);
      }),
      { numRuns: 30 },
    );
  });

  it('is that of no policy, bit for bit, where every policy starts after the horizon', async () => {
    const nothing = await compileSmall('');
    await fc.assert(
      fc.asyncProperty(someEntries, coordination, async (entries, c) => {
        const idle = await compile(
          entries.map((entry) => ({ ...entry, start: 2031, end: 2040 })),
          c,
        );
        expect(moved(idle)).toEqual(moved(nothing));
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of policies in a file, bit for bit', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, coordination, fc.infiniteStream(fc.nat()), async (entries, c, draws) => {
        const ordered = await compile(entries, c);
        const shuffled = await compile(
          entries
            .map((entry) => ({ entry, key: draws.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry),
          c,
        );
        expect(moved(shuffled)).toEqual(moved(ordered));
        expect(project(shuffled.plan).output).toEqual(project(ordered.plan).output);
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on coordination where every ingredient of it is at nothing', async () => {
    const parameters = `parameters: { ${COORDINATION_KEYS.map((key) => `${key}: 0`).join(', ')} }`;
    const policies = `policies: ${JSON.stringify(ENTRIES)}`;
    const together = await compileSmall(`${parameters}\ncoordination: 1\n${policies}`);
    const apart = await compileSmall(`${parameters}\ncoordination: 0\n${policies}`);
    const mixed = await compileSmall(`${parameters}\ncoordination: { North: 0.3, East: 0 }\n${policies}`);
    expect(moved(apart)).toEqual(moved(together));
    expect(moved(mixed)).toEqual(moved(together));
  });
});

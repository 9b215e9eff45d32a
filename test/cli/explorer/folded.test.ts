import { describe, expect, it } from 'vitest';
import { showWhatIf } from '../../../cli/explorer/what-if/compute.js';
import { numberIn, numberText, PERCENT, PLAIN } from '../../../cli/explorer/what-if/number-text.js';
import { entriesIn, entriesOff, type Scoped, switchOff, switchOn } from '../../../cli/explorer/what-if/scoped.js';
import { setValue, type WhatIf } from '../../../cli/explorer/what-if/what-if.js';
import { readBundled } from '../../bundled.js';

const read = readBundled();

function single(file: string): WhatIf {
  return { futures: [{ file, name: null, pinned: false, own: [] }], common: [], equalCost: true };
}

async function scopedOf(whatIf: WhatIf): Promise<Scoped> {
  const computed = await showWhatIf(read, whatIf, []);
  if ('mistakes' in computed) throw new Error(JSON.stringify(computed.mistakes));
  return { whatIf, scope: 'all', controls: computed.shown.controls, mistakes: [] };
}

describe('A policy that is folded to one slider', () => {
  it('shows its intensity in percent, and what that comes to in plain units', async () => {
    const at = async (value: string) => {
      const set = setValue(
        single('changchun-jilin/way-merger.yaml'),
        'all',
        'policies.Mergers across the border.intensity',
        value,
      );
      return (await scopedOf(set)).controls[0]!.policies[0]!;
    };
    const whole = await at('1');
    expect(whole.strength).toMatchObject({ standing: '100%', slider: { low: 0, high: 1, step: 0.01 }, central: 1 });
    expect(whole.plain).toMatch(
      /^Part of each targeted industry’s output that merging firms hold: 15%, from 2012, costs [\d.]+ million yuan in all\.$/,
    );
    const part = await at('60%');
    expect(part.strength.standing).toBe('60%');
    expect(part.plain).toContain('hold: 9%, from 2012');
    // A sum by year has no one number; it stays as it was written.
    expect((await at('"year > 2015 ? 1 : 0.5"')).strength).toMatchObject({ central: null });
  });
});

describe('A policy that sets the time of a link', () => {
  it('tells that time in the place of a magnitude that it does not use', async () => {
    const { controls } = await scopedOf(single('uk-north/together.yaml'));
    expect(controls[0]!.policies[0]!.plain).toMatch(/^Links set to 33 minutes at full strength, from 2024, costs £/);
  });
});

describe('Numbers beside a slider', () => {
  it('are read as they were written, whatever their unit', () => {
    const jobs = { factor: 1, suffix: ' jobs' };
    for (const [value, step, style] of [
      [0.35, 0.01, PERCENT],
      [-0.3, 0.01, PERCENT],
      [-500, 10, jobs],
      [2014, 1, PLAIN],
      [0.015, 0.001, PLAIN],
    ] as const)
      expect(numberIn(numberText(value, step, style), style)).toBeCloseTo(value, 12);
    expect(numberIn('normal(0.1, 0.2)', PERCENT)).toBe(null);
    expect(numberIn('', PLAIN)).toBe(null);
  });
});

describe('An event', () => {
  const PLANT = single('tutorial/plant-closes.yaml');

  it('shows where it happens, with its change as it is counted and its year', async () => {
    const [event] = (await scopedOf(PLANT)).controls[0]!.events;
    expect(event).toMatchObject({ name: 'Plant closes', path: 'events.Plant closes', where: 'Cars in East' });
    expect(event!.headline).toMatchObject([
      { path: 'events.Plant closes.change', standing: '-500 jobs', central: -500, slider: { low: -1000, high: 1000 } },
      { path: 'events.Plant closes.start', label: 'year', standing: '2022' },
    ]);
    const { slider, style } = event!.headline[0]!;
    const written = numberText(-250, slider!.step, style);
    const moved = await scopedOf(setValue(PLANT, 'all', 'events.Plant closes.change', written));
    expect(moved.controls[0]!.events[0]!.headline[0]).toMatchObject({ standing: '-250 jobs', central: -250 });
  });

  it('counts a part of output in percent', async () => {
    const share = setValue(PLANT, 'all', 'events.Plant closes.change', '-30%');
    const [change] = (await scopedOf(share)).controls[0]!.events[0]!.headline;
    expect(change).toMatchObject({ standing: '-30%', style: PERCENT, slider: { low: -0.5, high: 0.5 } });
  });

  it('is switched off and on again', async () => {
    const scoped = await scopedOf(PLANT);
    const [entry] = entriesIn(scoped, 'events');
    const off = switchOff(PLANT, 'all', entry!);
    const without = await scopedOf(off);
    expect(without.controls[0]!.events).toEqual([]);
    expect(entriesOff(without, 'events')).toEqual([{ ...entry, places: [0] }]);
    expect(entriesOff(without, 'policies')).toEqual([]);
    expect(switchOn(off, 'all', entry!)).toEqual(PLANT);
  });
});

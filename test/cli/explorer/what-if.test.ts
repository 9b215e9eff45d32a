import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../../cli/explorer/what-if/address.js';
import { commandWords } from '../../../cli/explorer/what-if/command-words.js';
import { beginHistory, endGesture, redo, takeStep, undo } from '../../../cli/explorer/what-if/history.js';
import {
  overridesOf,
  pinFuture,
  resetValue,
  setValue,
  unpin,
  type WhatIf,
} from '../../../cli/explorer/what-if/what-if.js';
import { withoutQuotes, withQuotes } from '../../../cli/explorer/what-if/yaml-text.js';
import { parseScenario } from '../../../engine/scenario/parse-scenario.js';
import { readBundled } from '../../bundled.js';

const PAIR: WhatIf = {
  futures: ['apart.yaml', 'together.yaml'].map((file) => ({ file, name: null, pinned: false, own: [] })),
  common: [],
  equalCost: true,
};

const override = fc.record({ path: fc.stringMatching(/^[a-z.]{1,12}$/), value: fc.string({ maxLength: 12 }) });
const future = fc.record({
  file: fc.string({ minLength: 1, maxLength: 20 }),
  name: fc.option(fc.string({ minLength: 1, maxLength: 10 }).filter((text) => text.trim() !== '')),
  pinned: fc.constant(false),
  own: fc.array(override, { maxLength: 4 }),
});
const whatIf: fc.Arbitrary<WhatIf> = fc.record({
  futures: fc.array(future, { minLength: 1, maxLength: 4 }),
  common: fc.array(override, { maxLength: 4 }),
  equalCost: fc.boolean(),
});

describe('The address', () => {
  it('holds the whole state', () => {
    fc.assert(
      fc.property(whatIf, (state) => {
        expect(readAddress(writeAddress(state))).toEqual({ whatIf: state });
      }),
    );
  });

  it('is read as hostile text: a state or a problem, never anything thrown', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^((future|set|all|pinned|name)=[^&]{0,9}&?){0,9}$/),
    );
    fc.assert(
      fc.property(hostile, (hash) => {
        expect(Object.keys(readAddress(hash))).toHaveLength(1);
      }),
    );
    for (const hash of [
      'x'.repeat(60_000),
      'all=a%3D1',
      'future=a&bogus=1',
      'future=a&set=%3D1',
      'pinned=a',
      'future=a&pinned=b&future=c',
    ])
      expect(readAddress(hash)).toHaveProperty('problem');
    expect(readAddress('future=a&'.repeat(9))).toHaveProperty('problem');
    expect(readAddress(`future=a&${'set=x%3D1&'.repeat(401)}`)).toHaveProperty('problem');
    expect(readAddress('future=a&set=__proto__%3D1')).toEqual({
      whatIf: {
        futures: [{ file: 'a', name: null, pinned: false, own: [{ path: '__proto__', value: '1' }] }],
        common: [],
        equalCost: true,
      },
    });
  });
});

describe('What is typed into a field', () => {
  it('is quoted where YAML would read something else in it, and shown as it was typed', async () => {
    const quoted = ['year < 2020 ? 1 : 0.5', '*', '> 1', '- 1', 'a: b', '%5', '@x'];
    const plain = ['0.25', '25%', 'normal(0.02, 0.02, -0.01, 0.06)', '{ top: 8 }', '[a, b', '"a"', "'it'", 'Jilin'];
    expect(quoted.map(withQuotes)).toEqual(quoted.map((text) => JSON.stringify(text)));
    expect(plain.map(withQuotes)).toEqual(plain);
    for (const text of [...quoted, ...plain]) expect(withoutQuotes(withQuotes(text))).toBe(text);
    const path = 'policies.Open the border.intensity';
    const parsed = await parseScenario(readBundled(), 'changchun-jilin/coordinated.yaml', [
      `${path}=${withQuotes('year < 2020 ? 1 : 0.5')}`,
    ]);
    const policy = parsed.scenario.policies.find(({ name }) => name === 'Open the border')!;
    expect(policy.numbers.intensity).toMatchObject({ kind: 'expression', text: 'year < 2020 ? 1 : 0.5' });
  });
});

describe('A change', () => {
  it('in all futures takes the place of what single ones had', () => {
    const own = setValue(PAIR, 1, 'parameters.rivalry', '0');
    const all = setValue(own, 'all', 'parameters.rivalry', '0.2');
    expect(overridesOf(all, 0)).toEqual([{ path: 'parameters.rivalry', value: '0.2' }]);
    expect(overridesOf(all, 1)).toEqual([{ path: 'parameters.rivalry', value: '0.2' }]);
    expect(resetValue(all, 'all', 'parameters.rivalry')).toEqual(PAIR);
  });

  it('leaves a pinned future as it was, but for the years that all share', () => {
    const pinned = pinFuture(setValue(PAIR, 'all', 'parameters.rivalry', '0.1'), 1, 'before');
    const later = setValue(setValue(pinned, 'all', 'parameters.rivalry', '0.4'), 'all', 'years.to', '2020');
    expect(later.futures.map(({ name }) => name)).toEqual(['before', null, null]);
    expect(overridesOf(later, 0)).toEqual([
      { path: 'years.to', value: '2020' },
      { path: 'parameters.rivalry', value: '0.1' },
    ]);
    expect(overridesOf(later, 2)).toEqual([
      { path: 'parameters.rivalry', value: '0.4' },
      { path: 'years.to', value: '2020' },
    ]);
    expect(unpin(later).futures).toEqual(PAIR.futures);
  });

  it('adds a policy before its fields are set, and removes one after', () => {
    const steps = [
      ['policies.new.remove', 'true'],
      ['policies.new.start', '2013'],
      ['policies.new.kind', 'market'],
    ] as const;
    const state = steps.reduce((now, [path, value]) => setValue(now, 'all', path, value), PAIR);
    expect(overridesOf(state, 0).map(({ path }) => path)).toEqual([
      'policies.new.kind',
      'policies.new.start',
      'policies.new.remove',
    ]);
  });
});

describe('The command', () => {
  it('says the same as the page: what is set everywhere once, what is set in one future with its name', () => {
    const state = setValue(setValue(PAIR, 'all', 'years.to', '2020'), 1, 'coordination', '0.5');
    expect(commandWords({ ...state, equalCost: false })).toEqual([
      ...['compare', 'apart.yaml', 'together.yaml', '--no-equal-cost'],
      ...['--set', 'years.to=2020', '--set', 'together:coordination=0.5'],
    ]);
    expect(commandWords({ ...PAIR, futures: PAIR.futures.slice(0, 1) })).toEqual(['run', 'apart.yaml']);
  });

  it('names a pinned future by its file and number', () => {
    const state = setValue(pinFuture(PAIR, 1, 'before'), 'all', 'parameters.land', '0');
    expect(commandWords(state)).toEqual([
      ...['compare', 'together.yaml', 'apart.yaml', 'together.yaml'],
      ...['--set', 'apart:parameters.land=0', '--set', 'together-2:parameters.land=0'],
    ]);
  });
});

describe('Undo and redo', () => {
  it('lead back and forth through any steps', () => {
    fc.assert(
      fc.property(fc.array(whatIf, { minLength: 1, maxLength: 6 }), (states) => {
        let history = beginHistory(PAIR);
        for (const state of states) history = takeStep(history, () => state);
        const end = history.present;
        expect(end).toEqual(states.at(-1));
        while (history.done.length > 0) history = undo(history);
        expect(history.present).toEqual(PAIR);
        while (history.undone.length > 0) history = redo(history);
        expect(history.present).toEqual(end);
      }),
    );
  });

  it('take the movement of a slider as one step', () => {
    const move = (value: string) => (now: WhatIf) => setValue(now, 1, 'coordination', value);
    let history = beginHistory(PAIR);
    for (const value of ['0.9', '0.8', '0.7']) history = takeStep(history, move(value), 'dial');
    history = takeStep(endGesture(history), move('0.2'), 'dial');
    expect(history.done).toHaveLength(2);
    expect(undo(history).present.futures[1]!.own).toEqual([{ path: 'coordination', value: '0.7' }]);
    expect(undo(undo(history)).present).toEqual(PAIR);
    // Nothing changes where a step changes nothing.
    expect(takeStep(history, (now) => setValue(now, 1, 'coordination', '0.2')).done).toHaveLength(2);
  });
});

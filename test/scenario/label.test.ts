import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import { type Files, mistakesOf, parse, parseText } from './scenario-files.js';

const labelOf = async (files: Files, sets: readonly string[] = []) => (await parse(files, sets)).scenario.label;

describe('The label of a scenario', () => {
  it('is what its file says, else its title where that is short, else the name of the file', async () => {
    const label = async (text: string) => (await parseText(text)).scenario.label;
    expect(await label('title: Faster trains\nlabel: trains')).toBe('trains');
    expect(await label('title: Faster trains')).toBe('Faster trains');
    expect(await label('title: Faster trains between all of the cities')).toBe('scenario');
    expect(await label('')).toBe('scenario');
  });

  it('is not that of the file it extends, whose title it has', async () => {
    const base = 'case: ./case.yaml\ntitle: Nothing new\nlabel: no policy';
    const files = (own: string) => ({ 'base.yaml': base, 'scenario.yaml': `extends: ./base.yaml\n${own}` });
    expect(await labelOf(files(''))).toBe('scenario');
    expect((await parse(files(''))).scenario.title).toBe('Nothing new');
    expect(await labelOf(files('title: Rail'))).toBe('Rail');
    expect(await labelOf(files('label: rail'))).toBe('rail');
    expect(await labelOf(files('label: rail'), ['label=road'])).toBe('road');
  });

  it('is short, and one line', async () => {
    expect(await mistakesOf(`label: ${'a'.repeat(33)}`)).toEqual(['scenario.yaml:2:8  longer than 32 characters']);
    expect(await mistakesOf('label: "a\\nb"')).toHaveLength(1);
  });

  it('gives way to the id where a future before has the same', async () => {
    const { economy, scenario } = await parseText('label: same');
    const ids = ['a', 'b'];
    const { futures } = compare(ids.map((id) => ({ id, economy, scenario })));
    expect(futures.map((future) => future.scenario.label)).toEqual(['same', 'b']);
  });
});

import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { bundledFuture, readBundled } from '../bundled.js';

const withPolicy = (policy: string) => ({
  'tutorial/dates.yaml': `extends: ./baseline.yaml\npolicies:\n  - { kind: market, name: Opening, ${policy} }\n`,
});

describe('The dates of a policy', () => {
  it('may not end before they start, since it would push without being paid for', async () => {
    await expect(bundledFuture('tutorial/dates', [], withPolicy('start: 2022, end: 2021'))).rejects.toThrow(
      'tutorial/dates.yaml:3:54  "Opening" ends in 2021, before it starts in 2022  (2022 or later)',
    );
  });

  it('are said to lie in the past where they start before the first year', async () => {
    const { notes } = await parseScenario(readBundled(withPolicy('start: 2010')), 'tutorial/dates.yaml');
    expect(notes).toEqual(['begins before 2020, and what it cost until then is not counted: Opening']);
  });

  it('are said to lie beyond the last year, wholly or mostly', async () => {
    const notesOf = async (dates: string) =>
      (await parseScenario(readBundled(withPolicy(dates)), 'tutorial/dates.yaml', ['years.to=2030'])).notes;
    expect(await notesOf('start: 2031')).toEqual(['never acts, as it begins after 2030, the last year: Opening']);
    expect(await notesOf('start: 2024, delay: 4, ramp: 10')).toEqual([
      'acts mostly beyond 2030, the last year: less than half of its strength is reached by then: Opening',
    ]);
    expect(await notesOf('start: 2024, ramp: 4')).toEqual([]);
  });

  it('of the base year say which year the facts about regions are of', async () => {
    const { notes } = await parseScenario(readBundled(), 'tutorial/baseline.yaml', ['years.from=2015']);
    expect(notes).toEqual(['gross product and population of the regions are those of the table, also in 2015']);
  });
});

describe('A line without a cost', () => {
  const withLine = (more: string) => ({
    'tutorial/line.yaml': `extends: ./baseline.yaml\npolicies:\n  - { kind: infrastructure, name: Rails, links: [[East, West]], shorten: 20%${more} }\n`,
  });
  const notesOf = async (more: string) =>
    (await parseScenario(readBundled(withLine(more)), 'tutorial/line.yaml')).notes;

  it('is said to cost nothing where none is known in the currency', async () => {
    expect(await notesOf('')).toEqual([
      'costs nothing, since no cost of a line is known in million (give cost or costPerKm): Rails',
    ]);
    expect(await notesOf(', cost: 0')).toEqual([]);
    expect(await notesOf(', costPerKm: 2')).toEqual([]);
  });
});

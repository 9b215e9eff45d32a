import { describe, expect, it } from 'vitest';
import { MistakesError } from '../../engine/mistakes.js';
import { runStudy } from '../../engine/montecarlo/answers/run-study.js';
import { validationSentence } from '../../engine/report/validation/validation-answer.js';
import { validationData } from '../../engine/report/validation/validation-tables.js';
import { parseFacts } from '../../engine/validation/facts-file.js';
import { factsStudy, validateFacts } from '../../engine/validation/validate-facts.js';
import { bundledFuture, readBundled } from '../bundled.js';

const FILE = 'tutorial/facts.yaml';

async function factsOf(text: string) {
  const future = await bundledFuture('tutorial/baseline');
  return { future, facts: await parseFacts(readBundled({ [FILE]: text }), FILE, future) };
}

async function mistakesOf(text: string): Promise<readonly string[]> {
  try {
    await factsOf(text);
  } catch (error) {
    if (!(error instanceof MistakesError)) throw error;
    return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  return [];
}

/** The facts of a text held against 200 draws of the tutorial's baseline. */
async function validated(text: string) {
  const { future, facts } = await factsOf(text);
  const study = factsStudy(future, facts, { draws: 200, seed: 3 });
  const found = validateFacts(facts, await runStudy(study));
  const { title, years } = future.scenario;
  return { title, facts, validated: found, draws: 200, years: [years.from, years.to] as const };
}

describe('A file of facts', () => {
  it('has every mistake named with its place: unknown regions, years outside the horizon, figures that are none', async () => {
    const text = `facts:
  - { expression: 'output("Estt")', value: 1, source: a }
  - { expression: 'at(output(), 1999)', value: 1, source: a }
  - { expression: 'output()', value: 'normal(1, 2)', source: a }
`;
    expect(await mistakesOf(text)).toEqual([
      expect.stringMatching(/^2:\d+ .*Estt/),
      expect.stringMatching(/^3:\d+ 1999 is outside the years projected/),
      expect.stringMatching(/^4:\d+ normal\(1, 2\) is no published figure/),
    ]);
  });

  it('needs a source for every value', async () => {
    expect((await mistakesOf('facts: [{ expression: output(), value: 1 }]\n')).join()).toMatch(/source/);
  });
});

describe('Validation', () => {
  it('finds the first year’s output where it was, in every draw', async () => {
    const { facts, validated: found } = await validated(
      `facts:\n  - { expression: first(output()) / first(output()), value: 100%, source: by definition }\n`,
    );
    expect(facts.facts[0]!.value).toBe(1);
    expect(found[0]).toMatchObject({ median: 1, p05: 1, p95: 1, inside50: true, inside90: true, widthsOff: null });
  });

  it('tells inside from outside, and how far off in widths of the band', async () => {
    const base = await validated(`facts: [{ expression: output(), value: 0, source: none }]\n`);
    const { p05, p25, p75, p90, p95, median } = base.validated[0]!;
    const text = (value: number) => `  - { expression: output(), value: ${value}, source: made }\n`;
    const middle = (p25! + p75!) / 2;
    const near = (p75! + p90!) / 2;
    const far = median! + 2 * (p95! - p05!);
    const report = await validated(`facts:\n${text(middle)}${text(near)}${text(far)}`);
    expect(report.validated.map(({ inside50, inside80, inside90 }) => [inside50, inside80, inside90])).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, false],
    ]);
    expect(report.validated[2]!.widthsOff).toBeCloseTo(2, 9);
    expect(report.validated[2]!.reach).toBeCloseTo((far - median!) / (p90! - median!), 9);
    expect(validationSentence(report)).toMatch(
      /^2 of 3 published figures lie inside the 80% band of 200 draws\. Of bands that hold what they say, about 2\.4 would\./,
    );
  });

  it('prints what the contract names', async () => {
    const report = await validated(`facts: [{ expression: output(), value: 5, source: made }]\n`);
    const { facts } = validationData(report) as { facts: readonly object[] };
    const keys = ['expression', 'value', 'median', 'p05', 'p25', 'p75', 'p95', 'inside50', 'inside90', 'source'];
    expect(Object.keys(facts[0]!)).toEqual(expect.arrayContaining(keys));
  });
});

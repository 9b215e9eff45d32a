import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../cli/check-file.js';
import { ROOT } from '../source-files.js';

const TUTORIAL = join(ROOT, 'scenarios/tutorial');

/** Checks a file beside those of the tutorial. */
async function mistakesOf(name: string, text: string): Promise<string[]> {
  const read = (path: string) => (path === name ? new TextEncoder().encode(text) : readFileSync(join(TUTORIAL, path)));
  const { mistakes } = await checkFile(read, name, []);
  return mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const scenario = (text: string) => mistakesOf('mine.yaml', `extends: baseline.yaml\n${text}`);
const policy = (text: string) => scenario(`policies:\n  - { kind: cluster, name: C, ${text} }`);
const study = (text: string) => mistakesOf('study.yaml', text);

describe('A mapping where a list belongs', () => {
  it.each([
    ['futures of a study', () => study('futures: { a: baseline.yaml }'), /^1:10 futures must be a list/],
    [
      'names to freeze',
      () => study('futures: [open-border.yaml]\nuncertainties: { freeze: { a: rivalry } }'),
      /^2:26 uncertainties.freeze must be a list/,
    ],
    ['policies', () => scenario('policies: { a: { kind: market } }'), /^2:11 policies must be a list/],
    ['policies by number', () => scenario('policies: { 0: { kind: market } }'), /^2:11 policies must be a list/],
    ['correlations', () => scenario('correlations: { rivalry: barrier }'), /^2:15 correlations must be a list/],
    ['a correlation', () => scenario('correlations: [{ rivalry: barrier }]'), /^2:16 correlations\[0\] must be a list/],
    ['regions of a policy', () => policy('regions: { a: East }'), /^3:\d+ policies\[0\].regions must be .*a list/],
    ['industries of a policy', () => policy('industries: { a: Cars }'), /^3:\d+ .*(industries|"a")/],
    [
      'links of a policy',
      () => scenario('policies:\n  - { kind: infrastructure, name: L, links: { East: West }, shorten: 10% }'),
      /^3:\d+ policies\[0\].links must be a list/,
    ],
    [
      'places of a case',
      () => mistakesOf('case.yaml', `${readFileSync(join(TUTORIAL, 'case.yaml'), 'utf8')}places: { a: b }\n`),
      /^\d+:9 places must be a list/,
    ],
  ] as const)('is a mistake with its place: %s', async (_, check, expected) => {
    const mistakes = await check();
    expect(mistakes.filter((each) => expected.test(each))).toHaveLength(1);
  });

  it.each([
    ['outcomes', () => scenario('outcomes: [output()]'), /^2:11 outcomes must be a mapping/],
    ['goals', () => scenario('goals: [output() > 1]'), /^2:8 goals must be a mapping/],
    ['parameters', () => scenario('parameters: [rivalry]'), /^2:13 parameters must be a mapping/],
    [
      'outcomes of a study',
      () => study('futures: [baseline.yaml]\noutcomes: [output()]'),
      /^2:11 outcomes must be a mapping/,
    ],
    ['a policy', () => scenario('policies: [market]'), /^2:12 policies\[0\] must be a mapping/],
  ] as const)('nor may a list stand where a mapping belongs: %s', async (_, check, expected) => {
    expect((await check()).filter((each) => expected.test(each))).toHaveLength(1);
  });
});

describe('A title or name of several lines', () => {
  it.each([
    ['of a scenario', () => scenario('title: "a\\nb"'), /^2:8 line breaks and control characters cannot stand here/],
    ['of a study', () => study('title: "a\\nb"\nfutures: [baseline.yaml]'), /^1:8 line breaks/],
    ['of an outcome', () => scenario('outcomes: { "a\\nb": output() }'), /^2:13 the hidden character U\+000A/],
    ['turned the other way', () => scenario('title: "a\\u202eb"'), /^2:8 the hidden character U\+202E/],
  ] as const)('is a mistake with its place: %s', async (_, check, expected) => {
    expect((await check()).filter((each) => expected.test(each))).toHaveLength(1);
  });
});

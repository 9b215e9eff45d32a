import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MistakesError } from '../../engine/mistakes.js';
import { parse } from './scenario-files.js';

const TEXT = `title: Whole
case: ./case.yaml
years: { from: 2011, to: 2020 }
window: 6
coordination: { Jilin: 0.5, Changchun: 25% }
trend: { longRun: 0.05 - 0.001 * (year - 2011), industries: { Tobacco: -1% } }
parameters: { rivalry: "triangular(0, 0.1, 0.2)", land: 1/4, response: { growing: 2 } }
noise: { cell: 3% }
correlations: [[rivalry, barrier, 0.4]]
policies:
  - { kind: market, name: Border, opening: 20%, regions: [Changchun, J*] }
  - { kind: cluster, industries: { top: 1, stage: growing, lq: "> 1" }, coordination: 0 }
  - { kind: services, serviceIntensity: { Tobacco: 1.5 } }
  - { kind: infrastructure, links: [[Changchun, Jilin]], shorten: 10%, bypassed: [Jilin] }
outcomes: { gap: 'output("Changchun") / output("Jilin")', b: { expression: theil(), better: lower } }
goals: { large: output() > 1 }
`;
const PIECES = [
  '',
  ' ',
  ':',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ',',
  '-',
  '\n',
  '&a ',
  '*a',
  'null',
  '0',
  '1e999',
  '%',
  '__proto__',
  'x',
  '~',
  '#',
  '!!',
];

/** Texts tried: some in every run, more where another seed is asked for. */
const RUNS = process.env.FAST_CHECK_SEED === undefined ? 150 : 400;

/** The text with pieces put in place of some of its characters. */
function damaged(edits: readonly (readonly [at: number, length: number, piece: string])[]): string {
  let text = TEXT;
  for (const [at, length, piece] of edits) {
    const start = at % text.length;
    text = text.slice(0, start) + piece + text.slice(start + length);
  }
  return text;
}

describe('A damaged scenario', () => {
  it('is read, or its mistakes are named with places inside the files; nothing else is ever thrown', async () => {
    const edit = fc.tuple(fc.nat(2000), fc.nat(6), fc.constantFrom(...PIECES));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean(), async (edits, extended) => {
        const text = damaged(edits);
        const files: Record<string, string> = extended
          ? { 'base.yaml': text, 'scenario.yaml': `extends: base.yaml\npolicies: [{ name: Border, opening: 5% }]\n` }
          : { 'scenario.yaml': text };
        try {
          await parse(files);
        } catch (error) {
          expect(error).toBeInstanceOf(MistakesError);
          for (const { file, line, column, message } of (error as MistakesError).mistakes) {
            const lines = files[file]?.split('\n');
            expect(message).not.toMatch(/undefined|\[object|NaN/);
            if (lines === undefined) continue;
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeGreaterThan(0);
            // A place inside a text that runs over several lines is counted on from its first.
            expect(column).toBeLessThanOrEqual(files[file]!.length + 1);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

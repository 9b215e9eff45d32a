import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedCase } from '../../engine/importing/import-case.js';
import { MistakesError } from '../../engine/mistakes.js';
import { importRows, outputsOf } from '../importing/made-tables.js';
import { type OfficeTable, officeTables } from './office-table.js';

/** Tables tried: some in the suite, more by `npm run test:system` and many by `npm run fuzz`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? (process.env.FUZZ_RUNS === undefined ? 1 : Date.now()));
/** Refusals of tables that could be read, at most: to refuse everything would be right, too. */
const MOST_REFUSED = 0.1;

/** What became of a table: read rightly, refused, or wrong without a word. */
function outcomeOf(table: OfficeTable): { readonly kind: 'right' | 'refused' | 'wrong'; readonly why: string } {
  let made: ImportedCase;
  try {
    made = importRows(table.rows);
  } catch (error) {
    if (error instanceof MistakesError) return { kind: 'refused', why: error.message.split('\n')[0]! };
    throw error;
  }
  if (table.refused !== null) return { kind: 'wrong', why: `read in spite of ${table.refused}` };
  const why = wrongFigure(table, made);
  return { kind: why === null ? 'right' : 'wrong', why: why ?? '' };
}

/** The first figure of a case that is not as in the table and of which nothing is said; null where there is none. */
function wrongFigure({ figures, sized }: OfficeTable, made: ImportedCase): string | null {
  const outputs = outputsOf(made);
  const said = [...made.leftOut, ...made.notes].join('\n');
  const unclear = made.guesses.some(({ about, howSure }) => about === 'decimal mark' && howSure === 'open');
  const known = [...figures].flatMap(([key, value]) =>
    value !== null && outputs[key] !== undefined ? [outputs[key] / value] : [],
  );
  const factor = known.find((each) => Number.isFinite(each)) ?? 1;
  const power = Math.log10(factor);
  if (!sized && !unclear && Math.abs(power) > 1e-6) return `all figures are × ${factor}`;
  if (Math.abs(power - Math.round(power)) > 1e-6) return `figures are × ${factor}`;
  const estimated = statusOf(made);
  for (const [key, value] of figures) {
    const [region, industry] = key.split('|') as [string, string];
    const output = outputs[key];
    if (output === undefined) {
      if (said.includes(region) || said.includes(industry)) continue;
      return `${key} is gone and nothing says so`;
    }
    if (value === null && estimated.get(key) !== 'estimated') return `${key} was withheld and is published`;
    if (value !== null && Math.abs(output / (value * factor) - 1) > 1e-6) return `${key} is ${output}, not ${value}`;
  }
  const extra = Object.keys(outputs).find((key) => !figures.has(key));
  return extra === undefined ? null : `${extra} is no cell of it`;
}

function statusOf(made: ImportedCase): Map<string, string> {
  const status = new Map<string, string>();
  for (const [region, industry, year, , each] of made.tables['outputs.csv']!.rows)
    status.set(`${region}|${industry}|${year}`, String(each));
  return status;
}

describe('A table as an office might publish it', () => {
  it(
    'is read as it is meant, or refused; none is read wrongly without a word',
    () => {
      const found = { right: 0, refused: 0, must: 0, wrong: [] as string[], refusals: new Map<string, number>() };
      for (const table of fc.sample(officeTables, { numRuns: RUNS, seed: SEED })) {
        const { kind, why } = outcomeOf(table);
        if (table.refused !== null) found.must += 1;
        if (kind === 'wrong') found.wrong.push(`${why}: ${table.made}`);
        else if (kind === 'right') found.right += 1;
        else if (table.refused === null) {
          found.refused += 1;
          const reason = why.replace(/"[^"]*"|\d[\d.,]*/g, '…').slice(0, 90);
          if (process.env.FUZZ_SHOW !== undefined && why.includes(process.env.FUZZ_SHOW))
            console.info(why, table.made, table.rows.slice(0, 6));
          found.refusals.set(reason, (found.refusals.get(reason) ?? 0) + 1);
        }
      }
      if (process.env.FUZZ_RUNS !== undefined)
        console.info(
          `${RUNS} office-like tables (seed ${SEED}): ${found.right} right, ${found.must} to be refused, ${found.refused} refused without need, ${found.wrong.length} wrong`,
          [...found.refusals].sort((a, b) => b[1] - a[1]).slice(0, 12),
        );
      expect(found.wrong.slice(0, 5)).toEqual([]);
      expect(found.refused / RUNS).toBeLessThan(MOST_REFUSED);
    },
    Math.max(60_000, RUNS * 30),
  );
});

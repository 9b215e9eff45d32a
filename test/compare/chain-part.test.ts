import { describe, expect, it } from 'vitest';
import { breakEvenKeys } from '../../engine/compare/break-even.js';
import { chainPart } from '../../engine/compare/chain-part.js';
import { compare } from '../../engine/compare/compare.js';
import { comparisonReport } from '../../engine/report/comparison/comparison-report.js';
import { comparisonTables } from '../../engine/report/comparison/comparison-tables.js';
import { bundledFuture } from '../bundled.js';

const OFF = ['parameters.supplierAccess=0', 'parameters.customerAccess=0'];
const together = (sets: readonly string[] = []) => bundledFuture('changchun-jilin/coordinated', sets);
const apart = (sets: readonly string[] = []) => bundledFuture('changchun-jilin/uncoordinated', sets);

describe('What the channel between industries adds to an answer', () => {
  it('is the answer as written beside that with both parameters set to 0', async () => {
    const { on, off } = chainPart(await apart(), await together())!;
    const written = compare([await apart(), await together()], { equalCost: true }).differences[1]!;
    const without = compare([await apart(OFF), await together(OFF)], { equalCost: true }).differences[1]!;
    expect(on.total).toBe(written.total);
    expect(off.total).toBe(without.total);
    expect([...off.regions]).toEqual([...without.output]);
    expect(off.net).toBe(without.net);
    expect(on.total).not.toBe(off.total);
  });

  it('does not exist without an input–output table', async () => {
    expect(chainPart(await bundledFuture('tutorial/baseline'), await bundledFuture('tutorial/open-border'))).toBeNull();
  });

  it('stands side by side in a table, and its parameters are among those of break-evens', async () => {
    const sources = [await apart(), await together()];
    const request = { equalCost: true, kinds: true, byPolicy: false, cooperation: null, ingredients: false };
    const report = comparisonReport(sources, { ...request, breakEven: false, sweep: [] });
    const table = comparisonTables(report).chains!;
    expect(table.columns.map(({ heading }) => heading)).toEqual(['region', 'with them', 'without', 'added']);
    expect(table.rows).toHaveLength(9 + 3);
    expect(breakEvenKeys(sources[0]!.economy).slice(-2)).toEqual(['supplierAccess', 'customerAccess']);
    expect(breakEvenKeys({ inputOutput: null })).not.toContain('supplierAccess');
  });
});

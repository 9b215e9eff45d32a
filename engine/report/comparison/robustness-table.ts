import type { Comparison } from '../../compare/compare.js';
import { comparedPair } from '../../compare/compared-pair.js';
import { columnDecimals, formatSigned } from '../text/number-format.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { moneyUnit } from './comparison-cells.js';

/** The headline of the same comparison under other assumptions: discounted output of the last future less the first, by who gains. */
export function robustnessTable(
  variants: readonly { readonly name: string; readonly comparison: Comparison }[],
): TextTable {
  const { comparison } = variants[0]!;
  const [a, b] = comparedPair(comparison.futures);
  const { regions } = comparison.futures[0]!.economy;
  const rows = variants.map((variant) => {
    const { output, total, net } = variant.comparison.differences.at(-1)!;
    const pair = output[a]! + (a === b ? 0 : output[b]!);
    return { name: variant.name, values: [output[a]!, output[b]!, total - pair, total, net] };
  });
  const decimals = columnDecimals(rows.flatMap((row) => row.values));
  return {
    title: `Does the answer hold: ${comparison.futures.at(-1)!.id} less ${comparison.futures[0]!.id}, discounted (${moneyUnit(comparison)})`,
    columns: [
      { heading: 'assumptions' },
      { heading: regions[a]!, unit: 'output', align: 'right' },
      { heading: regions[b]!, unit: 'output', align: 'right' },
      { heading: 'others', unit: 'output', align: 'right' },
      { heading: 'all', unit: 'output', align: 'right' },
      { heading: 'net', unit: 'value added − cost', align: 'right' },
    ],
    rows: rows.map(({ name, values }): TextCell[] => [
      name,
      ...values.map(
        (value): TextCell => ({
          text: formatSigned(value, decimals),
          style: value < 0 ? 'bad' : 'good',
        }),
      ),
    ]),
  };
}

import type { Economy } from '../../economy/economy.js';
import { leontiefInverse, neededOutput } from '../../input-output/linkages.js';
import { type IndustryLinkage, linkages } from '../../input-output/multipliers.js';
import { type CoefficientTable, nationalTable, regionalTable } from '../../input-output/regional-table.js';
import type { InputOutputTable } from '../../input-output/table.js';
import { columnSums, rowOf, rowsOf } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';

/** Multipliers and linkages of one industry, with its value added multiplier. */
export interface IndustryMultipliers extends IndustryLinkage {
  /** Value added in all industries that a unit of final demand for this one makes; null where the totals leave value added blank. */
  readonly valueAdded: number | null;
}

/** A supplier or customer of an industry, and how much of its purchases or sales is with it. */
export interface ChainLink {
  readonly industry: number;
  /** Part of all that the industry buys from, or sells to, the table's industries, 0 … 1. */
  readonly share: number;
}

/** The output by industry that a final demand needs: in the nation, and in each region as far as it supplies itself. */
export interface DemandNeeds {
  readonly demand: Float64Array;
  readonly nation: Float64Array;
  readonly regions: readonly Float64Array[];
}

/** The facts of a case's input–output table: by industry, null for one without output there. */
export interface CaseMultipliers {
  readonly economy: Economy;
  readonly table: InputOutputTable;
  readonly year: number;
  readonly nation: readonly (IndustryMultipliers | null)[];
  readonly regions: readonly (readonly (IndustryMultipliers | null)[])[];
  /** Null where no final demand is asked about. */
  readonly needs: DemandNeeds | null;
}

/**
 * Multipliers of the nation and of each region of a case in an observed year.
 *
 * @param demand final demand by industry, where its needs are asked for
 * @returns null where the table's industries need more than they make, so that there are no multipliers
 */
export function caseMultipliers(
  economy: Economy,
  table: InputOutputTable,
  year: number,
  demand: Float64Array | null = null,
): CaseMultipliers | null {
  const output = economy.outputs[economy.years.indexOf(year)]!;
  const all = sum(output);
  const tables = rowsOf(output, economy.industries.length).map((row) => regionalTable(table, row, sum(row) / all));
  const national = nationalTable(table);
  const nation = multipliersOf(national, table);
  const regions = tables.map((each) => multipliersOf(each, table));
  if (nation === null || regions.includes(null)) return null;
  const needed = (each: CoefficientTable) => neededOutput(leontiefInverse(each.coefficients, demand!.length)!, demand!);
  return {
    economy,
    table,
    year,
    nation,
    regions: regions as (IndustryMultipliers | null)[][],
    needs: demand === null ? null : { demand, nation: needed(national), regions: tables.map(needed) },
  };
}

function multipliersOf(coefficients: CoefficientTable, table: InputOutputTable): (IndustryMultipliers | null)[] | null {
  const found = linkages(coefficients);
  if (found === null) return null;
  const valueAdded = valueAddedMultipliers(coefficients, table);
  return found.map((each, i) => each && { ...each, valueAdded: valueAdded?.[i] ?? null });
}

/** Σ_i (value added of i per unit of output)·l_ij by industry j; null where the value added of an industry with output is blank. */
function valueAddedMultipliers(
  { coefficients, present }: CoefficientTable,
  table: InputOutputTable,
): Float64Array | null {
  const n = present.length;
  if (present.some((there, i) => there && table.valueAdded[i] === null)) return null;
  const inverse = leontiefInverse(coefficients, n)!;
  const made = inverse.map((entry, at) => {
    const i = Math.floor(at / n);
    return present[i] ? (entry * table.valueAdded[i]!) / table.output[i]! : 0;
  });
  return columnSums(made, n);
}

/** Industries that one buys most from, or sells most to, in the nation, largest first; itself among them. */
export function strongestLinks(
  { flows, output }: InputOutputTable,
  industry: number,
  side: 'suppliers' | 'customers',
  most = 5,
): ChainLink[] {
  const n = output.length;
  const own =
    side === 'customers' ? rowOf(flows, n, industry) : Float64Array.from(output, (_, i) => flows[i * n + industry]!);
  const all = sum(own);
  return Array.from(own, (flow, i): ChainLink => ({ industry: i, share: flow / all }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, most);
}

import type { Comparison } from '../../compare/compare.js';
import { comparedPair } from '../../compare/compared-pair.js';
import { STAGES } from '../../indicators/stage.js';
import type { Measures } from '../../projection/measure.js';
import { jointCompleteness } from '../../projection/measure-chains.js';
import { rivalryLoss } from '../../projection/rivalry-loss.js';
import type { Values } from '../../statistics/cells.js';
import { CHAIN_NOTE } from '../run/chain-tables.js';
import { formatFixed, formatNumber, NO_NUMBER } from '../text/number-format.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';

/** A line of the table: a number of each future in a year. */
interface Line {
  readonly name: string;
  /** @param k the future  @param y the first or the last year */
  of(k: number, y: number): number | null;
  readonly digits: number;
}

/** Similarity, ties, stages and inequality of the regions in the last year. */
export function structureTable(comparison: Comparison): TextTable {
  const { futures } = comparison;
  const first = futures[0]!;
  const last = first.compiled.plan.years.length - 1;
  const tied = first.compiled.plan.levers.between !== null;
  const several = first.economy.regions.length > 1;
  const lines = [
    ...(several ? pairLines(comparison) : []),
    ...(tied ? rivalryLines(comparison) : []),
    ...shareLines(comparison),
    ...stageLines(comparison),
    ...(several ? [theilLine(comparison)] : []),
  ];
  const rows = lines.map(({ name, of, digits }) => {
    const text = (value: number | null): string => (digits === 0 ? formatFixed(value, 0) : formatNumber(value, digits));
    return [name, text(of(0, 0)), ...futures.map((_, k) => text(of(k, last)))];
  });
  const { from, to } = first.scenario.years;
  return {
    title: `Structure${tied ? ' and ties' : ''} in ${from} and ${to}`,
    columns: [
      { heading: '' },
      numberHeading(String(from)),
      ...futures.map((future) => numberHeading(future.scenario.label, undefined, String(to))),
    ],
    // A case without ties, or without borders, has no line of dashes for them.
    rows: rows.filter(([, ...cells]) => cells.some((cell) => cell !== NO_NUMBER)),
    ...(first.economy.inputOutput !== null && several ? { notes: [CHAIN_NOTE] } : {}),
  };
}

/** Measures of the pair of regions that are compared. */
function pairLines(comparison: Comparison): Line[] {
  const { futures, measures } = comparison;
  const { regions, industries } = futures[0]!.economy;
  const [a, b] = comparedPair(futures);
  const name = pairName(comparison);
  const of =
    (pick: (each: Measures) => Values | null): Line['of'] =>
    (k, y) => {
      const value = pick(measures[k]!)?.at((y * regions.length + a) * regions.length + b);
      return value === undefined || Number.isNaN(value) ? null : value;
    };
  return [
    { name: `similarity ${name} (${industries.length} industries)`, of: of((each) => each.similarity), digits: 4 },
    { name: '  of it behind a border: overlap quality', of: of((each) => each.overlapQuality), digits: 4 },
    { name: `complementarity ${name}`, of: of((each) => each.complementarity), digits: 4 },
    ...completenessLines(comparison),
    { name: `tie ${name}`, of: of((each) => each.tie), digits: 4 },
    { name: `share of ${regions[b]} in the ties of ${regions[a]}`, of: of((each) => each.tieShare), digits: 3 },
  ];
}

/** Chain completeness of the regions that act, each alone and together. */
function completenessLines(comparison: Comparison): Line[] {
  const { futures } = comparison;
  const { regions, inputOutput } = futures[0]!.economy;
  if (inputOutput === null) return [];
  const line = (name: string, members: readonly number[]): Line => ({
    name: `completeness of chains, ${name}`,
    of: (k, y) => {
      const { plan, output } = futures[k]!.projection;
      return jointCompleteness(plan, output, members, y);
    },
    digits: 3,
  });
  const pair = acting(comparison);
  return [...pair.map((r) => line(regions[r]!, [r])), line(`${pairName(comparison)} together`, pair)];
}

/** Losses to rivalry of the regions that act. */
function rivalryLines(comparison: Comparison): Line[] {
  const { regions } = comparison.futures[0]!.economy;
  const losses = comparison.futures.map(({ projection }) => {
    const last = projection.plan.years.length - 1;
    return { first: rivalryLoss(projection, 0), last: rivalryLoss(projection, last) };
  });
  return acting(comparison).map((r) => ({
    name: `loss to rivalry, ${regions[r]}, % of level`,
    of: (k, y) => 100 * losses[k]![y === 0 ? 'first' : 'last'][r]!,
    digits: 3,
  }));
}

/** The part of the largest industry in each region that acts. */
function shareLines(comparison: Comparison): Line[] {
  const { regions } = comparison.futures[0]!.economy;
  return acting(comparison).map((r) => ({
    name: `largest industry’s share, ${regions[r]}`,
    of: (k, y) => comparison.measures[k]!.largestShare[y * regions.length + r]!,
    digits: 3,
  }));
}

/** The number of industries in each stage in the regions that act. */
function stageLines(comparison: Comparison): Line[] {
  const { regions, industries } = comparison.futures[0]!.economy;
  const count = (k: number, y: number, code: number): number =>
    acting(comparison).reduce((total, r) => {
      const from = (y * regions.length + r) * industries.length;
      const stages = comparison.measures[k]!.stage.subarray(from, from + industries.length);
      return total + stages.filter((each) => each === code).length;
    }, 0);
  return STAGES.flatMap((stage, code) =>
    stage === null
      ? []
      : [
          {
            name: `industries ${stage}, ${pairName(comparison)}`,
            of: (k: number, y: number) => count(k, y, code),
            digits: 0,
          },
        ],
  );
}

function theilLine({ measures }: Comparison): Line {
  return { name: 'Theil index of output between regions', of: (k, y) => measures[k]!.theil[y]!, digits: 3 };
}

/** The pair of regions that are compared; the one region of a case that has no other. */
function acting({ futures }: Comparison): number[] {
  return futures[0]!.economy.regions.length > 1 ? [...comparedPair(futures)] : [comparedPair(futures)[0]];
}

function pairName(comparison: Comparison): string {
  const { regions } = comparison.futures[0]!.economy;
  return acting(comparison)
    .map((r) => regions[r])
    .join('–');
}

import { measureFigure } from '../calibration/reconstruct/measure-figure.js';
import type { ParsedTargets } from '../calibration/reconstruct/targets.js';
import type { Economy } from '../economy/economy.js';
import { parseNumberCell } from '../files/number-cell.js';
import { readTable } from '../files/table.js';
import { stageFromIndex } from '../indicators/stage.js';
import { throwMistakes } from '../mistakes.js';
import type { Measures } from '../projection/measure.js';
import { formatFixed } from './number-format.js';
import type { TextCell, TextTable } from './text-table.js';

/** A published tie between two regions. */
export interface PublishedTie {
  readonly a: string;
  readonly b: string;
  readonly tie: number;
}

/** Reads a table of published ties: region_a,region_b,tie,status,source. */
export function readPublishedTies(file: string, bytes: Uint8Array): PublishedTie[] {
  const table = readTable(file, bytes, { required: ['region_a', 'region_b', 'tie', 'status', 'source'] });
  throwMistakes(table.mistakes);
  return table.rows.map(([a = '', b = '', text = '']) => ({ a, b, tie: Number(parseNumberCell(text)) }));
}

/** Published location quotients and agglomeration indices of one region beside what a case's table gives. */
export function competitiveTable(title: string, region: string, targets: ParsedTargets, economy: Economy): TextTable {
  const figures = targets.tables[0]!.targets;
  const computed = new Map<string, { lq?: [number, number]; a?: [number, number] }>();
  for (const figure of figures.figures) {
    const { measure } = figure;
    if (measure.kind !== 'locationQuotient' && measure.kind !== 'agglomerationIndex') continue;
    if (figures.regions[measure.region] !== region) continue;
    const industry = figures.industries[measure.industry]!;
    const row = computed.get(industry) ?? {};
    const values: [number, number] = [figure.value, measureFigure(measure, figures, economy.outputs)];
    computed.set(industry, measure.kind === 'locationQuotient' ? { ...row, lq: values } : { ...row, a: values });
  }
  return {
    title,
    columns: [
      { heading: 'industry' },
      { heading: 'published', align: 'right', group: 'location quotient' },
      { heading: 'computed', align: 'right', group: 'location quotient' },
      { heading: 'published', align: 'right', group: 'agglomeration index' },
      { heading: 'computed', align: 'right', group: 'agglomeration index' },
      { heading: 'stage' },
    ],
    rows: [...computed].map(([industry, { lq, a }]): TextCell[] => [
      industry,
      formatFixed(lq?.[0] ?? null, 6),
      formatFixed(lq?.[1] ?? null, 6),
      formatFixed(a?.[0] ?? null, 6),
      formatFixed(a?.[1] ?? null, 6),
      lq === undefined || a === undefined ? '' : stageFromIndex(lq[1], a[1]),
    ]),
  };
}

/** Published ties beside those of a projection's first year. */
export function tiesTable(
  title: string,
  ties: readonly PublishedTie[],
  economy: Economy,
  measures: Measures,
): TextTable {
  const { regions } = economy;
  return {
    title,
    columns: [{ heading: 'pair' }, { heading: 'published', align: 'right' }, { heading: 'computed', align: 'right' }],
    rows: ties.map(({ a, b, tie }): TextCell[] => [
      `${a}–${b}`,
      formatFixed(tie, 6),
      formatFixed(measures.tie?.[regions.indexOf(a) * regions.length + regions.indexOf(b)] ?? null, 6),
    ]),
  };
}

/** The other published figures of a targets file beside what each of a case's tables gives. */
export function figuresTable(title: string, targets: ParsedTargets, economies: readonly Economy[]): TextTable {
  const everything = targets.tables.at(-1)!.targets;
  const shown = everything.figures.filter(
    ({ measure, status }) =>
      status === 'published' && measure.kind !== 'locationQuotient' && measure.kind !== 'agglomerationIndex',
  );
  return {
    title,
    columns: [
      { heading: 'figure' },
      { heading: 'published', align: 'right' },
      ...economies.map((economy) => ({
        heading: economy.table ?? 'computed',
        align: 'right' as const,
        group: 'computed from table',
      })),
    ],
    rows: shown.map(({ name, measure, value }): TextCell[] => [
      name,
      formatFixed(value, 6),
      ...economies.map((economy): TextCell => {
        const computed = measureFigure(measure, everything, economy.outputs);
        const text = formatFixed(computed, 6);
        return Math.abs(computed / value - 1) < 1e-6 ? text : { text, style: 'bad' };
      }),
    ]),
    notes: [
      'The paper’s figures cannot all hold together (tandem reconstruct says why), so the case carries two tables.',
    ],
  };
}

import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { BeliefAnswer } from '../../montecarlo/answers/belief-answer.js';
import type { AnswerBasis } from '../comparison/answer-basis.js';
import { beliefsTable } from '../comparison/beliefs-table.js';
import { renderTextTable } from '../text/render-table.js';
import { paint } from '../text/table-block.js';
import { tableMoney } from '../text/table-money.js';
import type { Layout, TextCell, TextTable } from '../text/text-table.js';
import { displayWidth, wrapWords } from '../text/text-width.js';
import { driversTable } from './drivers-table.js';
import { futuresTable, goalsTable } from './futures-table.js';
import { GAIN, gainsTable } from './gains-table.js';
import { outcomesTable } from './outcomes-table.js';
import { regionsTable } from './regions-table.js';
import { centralAnswer, chance, driversAnswer, goalsAnswer, signed, studyAnswer } from './study-answer.js';
import type { StudyReport } from './study-findings.js';
import { studyNotes } from './study-notes.js';
import { yearlyTable } from './yearly-table.js';

/** Lines of a screen, and what of long lists fits it. */
const SCREEN = { lines: 40, outcomes: [1, 8], regions: 12 } as const;

/** With more futures than this each has no sentence of its own. */
const MOST_HEADLINES = 3;

/** The findings of a study that a terminal shows. */
type TextFindings = Pick<StudyReport, 'result' | 'drivers' | 'centralRun'> & { readonly basis: AnswerBasis };

/** A study for a terminal: the answer in a few sentences, then the tables that decide, on one screen. */
export function studyText(findings: TextFindings, layout: Layout): string {
  const { result, basis } = findings;
  const draw = (table: TextTable): string => `\n${renderTextTable({ ...table, tight: true }, layout)}`;
  const before = `${sentences(findings, layout).join('\n')}\n${draw(gainsTable(result, true))}${beliefsText(basis, result, draw)}`;
  const after =
    draw(compactRegions(result, layout.width)) + notesText(result, layout, [...goalsAnswer(result), ELSEWHERE]);
  // Outcomes take what is left of the screen.
  const outcomes = result.outcomes.filter(({ expression }) => expression !== GAIN);
  const room = SCREEN.lines - (before + draw(outcomesTable(result, [])) + after).split('\n').length;
  const shown = outcomes.slice(0, Math.max(SCREEN.outcomes[0], Math.min(SCREEN.outcomes[1], room)));
  const title = shown.length < outcomes.length ? ` (${shown.length} of ${outcomes.length})` : '';
  const table = outcomesTable(result, shown);
  return [before, draw({ ...table, title: table.title.replace(':', `${title}:`), notes: [] }), after].join('');
}

/** A note on the options that give the rest. */
const ELSEWHERE = '--full prints every table; --out DIR keeps all of it, with a report to look at.';

function notesText(result: StudyResult, layout: Layout, further: readonly string[]): string {
  const notes = [...studyNotes(result), ...further];
  const lines = notes.flatMap((note) => wrapWords(note, layout.width, '  '));
  return `\n${lines.map((line) => `${paint(line, 'dim', layout)}\n`).join('')}`;
}

/** A study for a terminal with every table. */
export function fullStudyText(findings: TextFindings, layout: Layout): string {
  const { result, drivers, basis } = findings;
  const tables = [
    gainsTable(result),
    basis.beliefs === null ? null : beliefsOf(basis.beliefs, result),
    outcomesTable(result),
    yearlyTable(result),
    regionsTable(result),
    futuresTable(result),
    goalsTable(result),
    driversTable(drivers),
  ].filter((table) => table !== null);
  const answer = sentences(findings, layout).join('\n');
  const notes = notesText(result, layout, []);
  return [`${answer}\n`, ...tables.map((table) => `\n${renderTextTable(table, layout)}`), notes].join('');
}

function sentences({ result, drivers, centralRun, basis }: TextFindings, layout: Layout): string[] {
  const hinges = driversAnswer(drivers);
  const { currency } = result.study.futures[0]!.economy;
  // Of many futures the table of gains tells all but the last.
  const whole = studyAnswer(result, 'last', basis);
  const answer = result.gains.length > MOST_HEADLINES ? whole.slice(result.gains.length - 2) : whole;
  const [headline, ...rest] = [...answer, ...(hinges === null ? [] : [hinges]), ...centralAnswer(centralRun, currency)];
  return [
    ...wrapWords(headline!, layout.width).map((line) => paint(line, 'strong', layout)),
    // A screen has no room for a line each.
    ...wrapWords(rest.join(' '), layout.width),
  ];
}

/** The table of beliefs without the reasons, which a screen has no room for; empty where none was asked. */
function beliefsText({ beliefs }: AnswerBasis, result: StudyResult, draw: (table: TextTable) => string): string {
  return beliefs === null ? '' : draw({ ...beliefsOf(beliefs, result), notes: [] });
}

function beliefsOf(beliefs: readonly BeliefAnswer[], { study }: StudyResult): TextTable {
  const first = study.futures.length > 1 ? study.futures[0]!.scenario.label : 'no policy';
  return beliefsTable(beliefs, first, (values) => tableMoney(study.futures[0]!.economy.currency, values));
}

/** Gains by region in as many columns as fit: of many regions those that change most. */
function compactRegions(result: StudyResult, width: number): TextTable {
  const { gains, regions, study } = result;
  const last = gains.at(-1)!;
  const shown = last.overFirst ?? last.overNoPolicy;
  const against = last.overFirst === null ? 'no policy' : study.futures[0]!.scenario.label;
  const size = (r: number): number => Math.abs(shown.regions[r]!.p50 ?? 0);
  const chosen = regions
    .map((_, r) => r)
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, SCREEN.regions)
    .sort((a, b) => a - b);
  const { unit, of } = tableMoney(
    study.futures[0]!.economy.currency,
    chosen.map((r) => shown.regions[r]!.p50),
  );
  const cells = chosen.map((r): TextCell[] => {
    const { probabilityBetter, p50 } = shown.regions[r]!;
    return [regions[r]!, chance(probabilityBetter!), signed(of(p50))];
  });
  const widest = ['region', 'gains in', 'median'].map((heading, c) =>
    cells.reduce((most, row) => Math.max(most, displayWidth(row[c] as string)), displayWidth(heading)),
  );
  const one = widest.reduce((sum, each) => sum + each + 2, 0);
  const across = Math.max(1, Math.min(3, cells.length, Math.floor((width + 2) / one)));
  const down = Math.ceil(cells.length / across);
  return {
    title:
      `Who gains: ${last.future.scenario.label} beside ${against}, share of draws and median of the sum, ${unit}` +
      (regions.length > chosen.length ? ` (the ${chosen.length} of ${regions.length} regions that change most)` : ''),
    columns: Array.from({ length: across }, () => [
      { heading: 'region' },
      { heading: 'gains in', align: 'right' as const },
      { heading: 'median', align: 'right' as const },
    ]).flat(),
    keys: 3,
    rows: Array.from({ length: down }, (_, row) =>
      Array.from({ length: across }, (_, column) => cells[column * down + row] ?? ['', '', '']).flat(),
    ),
  };
}

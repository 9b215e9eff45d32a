import type { FutureSource } from '../../../engine/compare/future.js';
import type { ReadFile } from '../../../engine/files/read-file.js';
import { MistakesError } from '../../../engine/mistakes.js';
import { checkEvents } from '../../../engine/plan/check-events.js';
import { FIND_OUT } from '../../../engine/report/comparison/comparison-answer.js';
import { type ComparisonReport, plainReport } from '../../../engine/report/comparison/comparison-report.js';
import { type Chapter, figureChapters } from '../../../engine/report/page/comparison-sections.js';
import { figureHtml } from '../../../engine/report/page/figure-html.js';
import { pageHead } from '../../../engine/report/page/report-page.js';
import type { ParsedScenario } from '../../../engine/scenario/parse-scenario.js';
import { boardOf } from './board.js';
import { choicesOf, futureControls } from './controls.js';
import { newParser, type Parser, type Session } from './session.js';
import type { Shown, ShownChapter, ShownMistake } from './shown.js';
import { asInFiles, dropSettings, futureNames, overridesOf, type WhatIf } from './what-if.js';

/** The futures of a what-if, parsed; or every mistake in any of them. */
export type ParsedFutures =
  | { readonly parsed: readonly ParsedScenario[]; readonly sources: readonly FutureSource[] }
  | { readonly mistakes: readonly ShownMistake[] };

/** Rounds of dropping mistaken settings: what was set of a policy is mistaken too once the setting that added it is gone. */
const ROUNDS = 4;

/**
 * A what-if without the settings that are mistaken, so that it can be computed and the mistakes be shown beside their fields.
 *
 * @returns null where the mistakes lie in files, which no setting mends
 */
export async function withoutMistakes(
  read: ReadFile,
  whatIf: WhatIf,
  mistakes: readonly ShownMistake[],
): Promise<WhatIf | null> {
  let left = mistakes;
  let sound = whatIf;
  for (let k = 0; k < ROUNDS && left.some(({ path }) => path !== null); k++) {
    sound = dropSettings(sound, left);
    left = await mistakesOf(read, sound);
    if (left.length === 0) return sound;
  }
  sound = asInFiles(whatIf);
  return (await mistakesOf(read, sound)).length === 0 ? sound : null;
}

async function mistakesOf(read: ReadFile, whatIf: WhatIf): Promise<readonly ShownMistake[]> {
  const computed = await showWhatIf(read, whatIf, []);
  return 'mistakes' in computed ? computed.mistakes : [];
}

/** Parses every future of a what-if as the command line would. */
export async function parseFutures(
  read: ReadFile,
  whatIf: WhatIf,
  parse: Parser = newParser(read),
): Promise<ParsedFutures> {
  const names = futureNames(whatIf);
  const parsed: ParsedScenario[] = [];
  const mistakes: ShownMistake[] = [];
  for (const [k, { file, name }] of whatIf.futures.entries()) {
    const overrides = overridesOf(whatIf, k);
    try {
      const settings = overrides.map(({ path, value }) => `${path}=${value}`);
      const future = await parse(file, settings, name);
      checkEvents(future);
      parsed.push(future);
    } catch (error) {
      if (!(error instanceof MistakesError)) throw error;
      for (const { file: place, line, column, message, hint } of error.mistakes) {
        const path = place === '--set' ? (overrides[line - 1]?.path ?? null) : null;
        const what = hint === undefined ? message : `${message} (${hint})`;
        mistakes.push({ future: k, path, text: place === '--set' ? what : `${place}:${line}:${column}  ${what}` });
      }
    }
  }
  if (mistakes.length > 0) return { mistakes };
  const sources = parsed.map(({ scenario, economy }, k) => ({ id: names[k]!, scenario, economy }));
  return { parsed, sources };
}

/** The part that is shown at once, and the other figures, which are worked out and drawn when they are asked for. */
export interface Computed {
  readonly shown: Shown;
  rest(): {
    readonly chapters: readonly ShownChapter[];
    readonly figures: readonly { readonly id: string; draw(): string }[];
  };
}

/**
 * Computes all that the page shows of a what-if; or the mistakes in it.
 *
 * @param near ids of the figures that are wanted at once, because somebody looks at them
 * @param session of the page, where there is one
 */
export async function showWhatIf(
  read: ReadFile,
  whatIf: WhatIf,
  near: readonly string[],
  { parse, prepare, controls = futureControls, layOut, chapters: before = null }: Partial<Session> = {},
): Promise<Computed | { readonly mistakes: readonly ShownMistake[] }> {
  const futures = await parseFutures(read, whatIf, parse);
  if ('mistakes' in futures) return futures;
  const { parsed, sources } = futures;
  let report: ComparisonReport;
  try {
    report = plainReport(sources, whatIf.equalCost, prepare);
  } catch (error) {
    if (!(error instanceof MistakesError)) throw error;
    return {
      mistakes: error.mistakes.map(({ message, hint }) => ({ future: 0, path: null, text: `${message} (${hint})` })),
    };
  }
  const wanted = (id: string): boolean => near.includes(id);
  // Where nobody looks at a chapter, those of the last what-if stand until the rest is there.
  const first =
    before !== null && near.length === 0 ? [] : figureChapters(report, undefined, before === null ? undefined : wanted);
  const drawn = first
    .flatMap(({ figures }) => figures)
    .filter(({ id }) => wanted(id))
    .map((figure) => [figure.id, figureHtml(figure, 3)]);
  return {
    shown: {
      head: headOf(report),
      board: boardOf(report, layOut),
      chapters: before === null ? first.map(idsOf) : before.map((each) => renewed(each, first)),
      figures: Object.fromEntries(drawn),
      controls: parsed.map((each, k) =>
        controls(report.comparison.futures[k]!.scenario.label, each, report.comparison.futures[k]!.compiled),
      ),
      choices: choicesOf(parsed[0]!),
      notes: [...new Set(parsed.flatMap(({ notes }) => notes))],
    },
    rest() {
      const all = before === null ? first : figureChapters(report);
      const others = all.flatMap(({ figures }) => figures).filter(({ id }) => !wanted(id));
      return {
        chapters: all.map(idsOf),
        figures: others.map((figure) => ({ id: figure.id, draw: () => figureHtml(figure, 3) })),
      };
    },
  };
}

/** The head of the page's report; how sure its answer is, the page draws itself. */
function headOf(report: ComparisonReport): ReturnType<typeof pageHead> {
  const head = pageHead(report);
  return { ...head, answer: head.answer.filter((each) => each !== FIND_OUT) };
}

function idsOf(chapter: Chapter): ShownChapter {
  return { ...chapter, figures: chapter.figures.map(({ id }) => id) };
}

/** A chapter of the last what-if with what stands around its figures now. */
function renewed(chapter: ShownChapter, now: readonly Chapter[]): ShownChapter {
  const found = now.find(({ id }) => id === chapter.id);
  return found === undefined ? chapter : { ...chapter, before: found.before, after: found.after };
}

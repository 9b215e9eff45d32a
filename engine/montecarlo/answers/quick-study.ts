import type { FutureSource } from '../../compare/future.js';
import { square } from '../../exact-math/index.js';
import { defaultOutcomes } from '../study/default-outcomes.js';
import { createStudy, type StudyRequest } from '../study/study.js';
import type { StudyResult } from './answers.js';
import { runStudy } from './run-study.js';

/** Draws of a quick study: a share of them is known to a few hundredths. */
export const QUICK_DRAWS = 200;

/** Cells that a draw passes, times the regions each is compared with, above which the draws of a quick study take more than two or three seconds. */
const MOST_WORK = 300_000;

/** The least that a study can be asked for: gains are worked out in any case, and this outcome costs nothing. */
export const GAIN_ALONE: NonNullable<StudyRequest['outcomes']> = {
  year: { expression: 'year', formula: { type: 'name', name: 'year' }, better: 'none' },
};

/**
 * True where a quick study of some futures takes no more than two or three seconds on one core, judged by the size of the case alone, so that the same
 * files always get the same report.
 */
export function isQuick(sources: readonly FutureSource[]): boolean {
  const { regions, industries } = sources[0]!.economy;
  const { from, to } = sources[0]!.scenario.years;
  return (sources.length + 1) * (to - from) * square(regions.length) * industries.length <= MOST_WORK;
}

/**
 * Draws the uncertain numbers of some futures a few hundred times, in this thread: enough to say how sure an answer is.
 *
 * @param request draws, seed and equal cost; default {@link QUICK_DRAWS}
 * @throws whatever createStudy throws
 */
export function quickStudy(sources: readonly FutureSource[], request: StudyRequest = {}): Promise<StudyResult> {
  return runStudy(
    createStudy(sources, { draws: QUICK_DRAWS, outcomes: quickOutcomes(sources), goals: {}, ...request }),
  );
}

/** What a report draws with its ranges: output of all regions and of those that act, by year, and cost. */
function quickOutcomes(sources: readonly FutureSource[]): NonNullable<StudyRequest['outcomes']> {
  const kept = Object.entries(defaultOutcomes(sources)).filter(([name]) => /^(output|output of .*|cost)$/.test(name));
  return Object.fromEntries(kept);
}

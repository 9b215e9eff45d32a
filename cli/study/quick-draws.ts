import type { FutureSource } from '../../engine/compare/future.js';
import type { StudyResult } from '../../engine/montecarlo/answers/answers.js';
import type { Arguments, Context, OptionDefinition } from '../command.js';
import { wholeOption } from '../options.js';

/** Draws that are made where none are asked for; the engine's own number, which would take it half a second to load. */
const DEFAULT_DRAWS = 200;

/** The option by which a report says how sure its answer is, or does not. */
export const QUICK_DRAWS_OPTION: Readonly<Record<string, OptionDefinition>> = {
  draws: {
    description: `Draws that say how sure the answer is (default ${DEFAULT_DRAWS}, or 0 for cases too large to draw in seconds); 0 for one run alone`,
    value: 'number',
  },
};

/** A study of some futures of as many draws as are asked for, in this thread; null where none are. */
export async function quickDraws(
  args: Arguments,
  sources: readonly FutureSource[],
  equalCost: boolean,
  context: Context,
): Promise<StudyResult | null> {
  const { isQuick, quickStudy } = await import('../../engine/montecarlo/answers/quick-study.js');
  const acts = sources.some(({ scenario }) => scenario.policies.length + scenario.events.length > 0);
  const draws = wholeOption(args, 'draws', 0, 1_000_000) ?? (isQuick(sources) ? DEFAULT_DRAWS : 0);
  if (draws === 0 || !acts) return null;
  return quickStudy(sources, { draws, equalCost, ...(context.seed === null ? {} : { seed: context.seed }) });
}

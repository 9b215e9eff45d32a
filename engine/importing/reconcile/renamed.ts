import { throwMistakes } from '../../mistakes.js';
import { optionText } from '../read/guess.js';
import { findRenamed, type Renamed } from '../recognise/twins.js';
import type { ReconcileContext, View } from './view.js';

/** Pairs shown of many. */
const SHOWN = 6;

/**
 * Looks for names of which one may be the other renamed: to fill the gaps of both would count one thing twice. Refused unless `--missing` says
 * what to do; then they are named. Returns the names whose years without figures stay at 0.
 */
export function refuseRenamed({ panel, settings, guesses }: ReconcileContext, view: View): ReadonlySet<string> {
  const kept = new Set([
    ...view.regions.map((r) => panel.regions.names[r]!),
    ...view.industries.map((i) => panel.industries.names[i]!),
  ]);
  const found = findRenamed(panel).filter(({ before, after }) => kept.has(before) && kept.has(after));
  if (found.length === 0) return new Set();
  const shown = found.slice(0, SHOWN).map(words);
  const more = found.length > SHOWN ? `; … (${found.length} pairs in all)` : '';
  const option = optionText('--rename', `${found[0]!.before}=${found[0]!.after}`);
  if (settings.missing === undefined)
    throwMistakes([
      {
        file: panel.file,
        line: 1,
        column: 1,
        message: `one thing renamed? ${shown.join('; ')}${more}`,
        hint: `to fill the gaps of both would count it twice: ${option} makes them one, --missing zero leaves each at 0 where it has no figures`,
      },
    ]);
  guesses.note(`perhaps one thing renamed, left at 0 where they have no figures: ${shown.join('; ')}${more}`, {
    option,
    howSure: 'open',
  });
  return new Set(found.flatMap(({ before, after }) => [before, after]));
}

function words({ before, after, last, first, alike }: Renamed): string {
  return alike && last >= first
    ? `"${before}" and "${after}" fill each other's gaps`
    : `"${before}" ends ${last} where "${after}" begins ${first}`;
}

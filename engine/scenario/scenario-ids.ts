import { basename } from '../files/paths.js';
import type { Setting } from './set.js';

/**
 * The id of a scenario: its file’s name without extension.
 *
 * @example
 * scenarioId('scenarios/tutorial/open-border.yaml'); // → 'open-border'
 */
export function scenarioId(file: string): string {
  return basename(file).replace(/\.[^.]*$/, '');
}

/**
 * The ids of scenarios side by side: each from its file, numbered where two share a name.
 *
 * @example
 * scenarioIds(['a/mine.yaml', 'b/mine.yaml', 'c.yaml']); // → ['mine', 'mine-2', 'c']
 */
export function scenarioIds(files: readonly string[]): string[] {
  const ids: string[] = [];
  for (const file of files) {
    const wanted = scenarioId(file);
    let id = wanted;
    for (let n = 2; ids.includes(id); n++) id = `${wanted}-${n}`;
    ids.push(id);
  }
  return ids;
}

/**
 * The place of the scenario that a setting is meant for alone, and the setting itself; null for one that is meant for all.
 *
 * @param text `path=value`, or `id:path=value` for one scenario
 * @example
 * ownSetting('apart:coordination=0', ['apart', 'together']); // → { which: 0, text: 'coordination=0' }
 */
export function ownSetting(text: string, ids: readonly string[]): { which: number; text: string } | null {
  const [id] = ids.filter((each) => text.startsWith(`${each}:`)).sort((a, b) => b.length - a.length);
  return id === undefined ? null : { which: ids.indexOf(id), text: text.slice(id.length + 1) };
}

/**
 * The settings that are meant for one of several scenarios: those meant for all, and its own.
 *
 * @example
 * settingsOf(['years.to=2025', 'apart:coordination=0'], ['apart', 'together'], 1).length; // → 1
 */
export function settingsOf(settings: readonly string[], ids: readonly string[], which: number): Setting[] {
  return settings.flatMap((text, k): Setting[] => {
    const own = ownSetting(text, ids);
    if (own === null) return [{ text, nth: k + 1, before: 0 }];
    return own.which === which ? [{ text: own.text, nth: k + 1, before: text.length - own.text.length }] : [];
  });
}

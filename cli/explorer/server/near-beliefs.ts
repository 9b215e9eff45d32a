import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MistakesError } from '../../../engine/mistakes.js';
import { type Belief, parseBelief } from '../../../engine/scenario/belief.js';
import { isPlain, type Plain } from '../../../engine/scenario/plain-data.js';
import { settingKey } from '../../../engine/scenario/set.js';
import type { Context } from '../../command.js';
import type { BeliefPreset } from '../what-if/presets.js';
import type { Override } from '../what-if/what-if.js';
import { yamlText } from '../what-if/yaml-text.js';

/** The beliefs in the folder `beliefs` beside a scenario; what is mistaken there is said and left out. */
export function nearBeliefs(scenario: string, context: Pick<Context, 'read' | 'inform'>): BeliefPreset[] {
  const folder = join(dirname(scenario), 'beliefs');
  return beliefFiles(folder).flatMap((name): BeliefPreset[] => {
    try {
      return [beliefPresetOf(parseBelief(context.read, join(folder, name)))];
    } catch (error) {
      if (!(error instanceof MistakesError)) throw error;
      context.inform(`${join(folder, name)}: not offered: ${error.mistakes[0]!.message}`);
      return [];
    }
  });
}

function beliefFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** A belief as the settings that say the same. */
export function beliefPresetOf({
  id,
  title,
  why,
  document,
}: Pick<Belief, 'id' | 'title' | 'why' | 'document'>): BeliefPreset {
  const { title: _title, why: _why, policies, ...rest } = document.value as Plain;
  const entries = Array.isArray(policies) ? policies.filter(isPlain) : [];
  const ofPolicies = entries.flatMap(({ name, ...fields }) =>
    settingsIn(`policies.${settingKey(String(name))}`, fields),
  );
  return {
    id,
    title,
    why,
    settings: [...Object.entries(rest).flatMap(([key, value]) => settingsIn(key, value)), ...ofPolicies],
  };
}

function settingsIn(path: string, value: unknown): Override[] {
  if (!isPlain(value)) return [{ path, value: yamlText(value) }];
  return Object.entries(value).flatMap(([key, each]) => settingsIn(`${path}.${settingKey(key)}`, each));
}

import type { Mistake } from '../../mistakes.js';
import type { ImportSettings } from '../read/settings.js';
import { findNames } from './find-names.js';
import { type AxisKey, mergeNames } from './merge-names.js';
import type { Panel } from './panel.js';

/** Gives regions and industries the names that `--rename` says; two of one name become one, which may have only one figure for each cell. */
export function renameNames(panel: Panel, { renames = [] }: ImportSettings, mistakes: Mistake[]): Panel {
  const targets = new Map<string, string>();
  renames.forEach(({ from, to }) => {
    for (const name of findNames(panel, [from], '--rename', mistakes)) targets.set(name, to);
  });
  if (targets.size === 0 || mistakes.length > 0) return panel;
  return (['regions', 'industries'] as const).reduce(
    (renamed, axis) => renameAxis(renamed, axis, targets, mistakes),
    panel,
  );
}

function renameAxis(panel: Panel, axis: AxisKey, targets: ReadonlyMap<string, string>, mistakes: Mistake[]): Panel {
  const { names, codes } = panel[axis];
  if (!names.some((name) => targets.has(name))) return panel;
  const groups = new Map<string, number[]>();
  names.forEach((name, k) => {
    const target = targets.get(name) ?? name;
    groups.set(target, [...(groups.get(target) ?? []), k]);
  });
  for (const [target, group] of groups) {
    if (group.length > 1 && bothHaveFigures(panel, axis, group))
      mistakes.push({
        file: '--rename',
        line: 1,
        column: 1,
        message: `${group.map((k) => `"${names[k]}"`).join(' and ')} both have figures for one year, so that they cannot be one name, "${target}"`,
        hint: 'to add them up, give --map a table with the columns from and to',
      });
  }
  const merged = [...groups].map(([name, group]) => ({
    name,
    code: codes[group.at(-1)!]!,
    from: group.map((number) => ({ number, weight: 1 })),
  }));
  return mistakes.length > 0 ? panel : mergeNames(panel, axis, merged, 'either');
}

function bothHaveFigures(panel: Panel, axis: AxisKey, group: readonly number[]): boolean {
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  for (let y = 0; y < panel.years.length; y++) {
    for (let other = 0; other < (axis === 'regions' ? I : R); other++) {
      const filled = group.filter((k) => {
        const cell = axis === 'regions' ? (y * R + k) * I + other : (y * R + other) * I + k;
        return !Number.isNaN(panel.values[cell]!);
      });
      if (filled.length > 1) return true;
    }
  }
  return false;
}

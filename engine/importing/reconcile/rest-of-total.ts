import { type GuessList, optionText } from '../read/guess.js';
import type { Panel } from '../recognise/panel.js';
import type { Doubt } from './doubt.js';

/** Names that make up less than this part of a total are no breakdown of it but a few that are shown beside it. Judgement. */
const FEW = 0.1;

/** A panel in which totals of which only a few parts are given have become the rest, and the names that are so kept. */
export interface RestsOfTotals {
  readonly panel: Panel;
  readonly kept: readonly string[];
}

/**
 * Keeps what is left of a total where the names beside it make up a small part of it, as of all industries beside agriculture alone: without it the
 * case would be about that small part. The rest counts what is not given as well.
 *
 * @param dropped names that are left out, the total among them.
 */
export function keepRests(
  panel: Panel,
  doubts: readonly Doubt[],
  dropped: ReadonlySet<string>,
  guesses: GuessList,
): RestsOfTotals {
  const kept: string[] = [];
  let result = panel;
  for (const { axis, name, parts, instead } of doubts) {
    if (parts.length === 0 || instead.length > 0 || !dropped.has(name)) continue;
    const key = axis === 'region' ? 'regions' : 'industries';
    const { names } = panel[key];
    const number = names.indexOf(name);
    const own = parts.map((part) => names.indexOf(part)).filter((k) => !dropped.has(names[k]!));
    const left = subtract(result, key, number, own);
    if (left === null) continue;
    const rest = `${name}, the rest`;
    const renamed = { ...panel[key], names: names.map((each, k) => (k === number ? rest : each)) };
    result = { ...result, [key]: renamed, values: left.values };
    kept.push(name);
    guesses.reading(
      'totals',
      `"${name}" is kept as "${rest}", less ${own
        .map((k) => names[k])
        .slice(0, 4)
        .join(', ')}${own.length > 4 ? ', …' : ''}, which are ${(100 * left.part).toPrecision(2)} % of it`,
      { option: optionText('--drop', name), howSure: 'open' },
    );
  }
  return { panel: result, kept };
}

/** Figures with those of the parts taken off the total, and what part of it they are; null where they are no small part. */
function subtract(panel: Panel, key: 'regions' | 'industries', number: number, parts: readonly number[]) {
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const values = panel.values.slice();
  let [whole, sum] = [0, 0];
  const others = key === 'regions' ? I : R;
  for (let y = 0; y < panel.years.length; y++) {
    for (let other = 0; other < others; other++) {
      const at = (k: number) => (key === 'regions' ? (y * R + k) * I + other : (y * R + other) * I + k);
      const total = panel.values[at(number)]!;
      if (Number.isNaN(total)) continue;
      const known = parts.reduce(
        (all, part) => all + (Number.isNaN(panel.values[at(part)]!) ? 0 : panel.values[at(part)]!),
        0,
      );
      whole += total;
      sum += known;
      values[at(number)] = total - known;
    }
  }
  return whole > 0 && sum > 0 && sum < FEW * whole ? { values, part: sum / whole } : null;
}

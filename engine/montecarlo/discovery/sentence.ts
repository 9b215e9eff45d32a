import { log10, pow } from '../../exact-math/index.js';
import type { BoxShares } from './box.js';
import type { Restriction } from './restrictions.js';

/**
 * Says in plain words what a box holds. Bounds are rounded by at most a hundredth of the input's range.
 *
 * @param subject what is the case in the draws in question, with a verb that "does" can stand for and no full stop
 * @param options `labels` of inputs by name; `among` which draws: `rest` for a box found among what earlier ones left
 *
 * @example
 * const rivalry = { name: 'rivalry', low: null, high: 0.1204, range: [0.05, 0.6], quasiP: 0 };
 * const barrier = { name: 'barrier', low: 0.3, high: 0.51, range: [0, 1], quasiP: 0 };
 * const box = { density: 0.784, coverage: 0.613, support: 0.2, draws: 200, cases: 157, restrictions: [rivalry, barrier] };
 * const sentence = boxSentence('Coordination loses', box);
 * sentence.split('. ')[0]; // → 'Coordination loses in 78% of the draws in which rivalry is below 0.12 and barrier is between 0.3 and 0.51'
 * sentence.split('. ')[1]; // → 'These are 20% of all draws and hold 61% of those in which it does.'
 */
export function boxSentence(
  subject: string,
  box: BoxShares & { readonly restrictions: readonly Restriction[] },
  options: { readonly labels?: ReadonlyMap<string, string>; readonly among?: 'all' | 'rest' } = {},
): string {
  const conditions = box.restrictions.map(({ name, low, high, range }) => {
    const label = options.labels?.get(name) ?? name;
    if (low === null) return `${label} is below ${rounded(high!, range)}`;
    if (high === null) return `${label} is above ${rounded(low, range)}`;
    return `${label} is between ${rounded(low, range)} and ${rounded(high, range)}`;
  });
  const draws = options.among === 'rest' ? 'the remaining draws' : 'the draws';
  return (
    `${subject} in ${percent(box.density)} of ${draws} in which ${joined(conditions)}. ` +
    `These are ${percent(box.support)} of all draws and hold ${percent(box.coverage)} of those in which it does.`
  );
}

function joined(conditions: readonly string[]): string {
  const last = conditions.at(-1) ?? '';
  return conditions.length < 2 ? last : `${conditions.slice(0, -1).join(', ')} and ${last}`;
}

/** Whole per cent, but never 0 or 100 of what is not quite. */
function percent(share: number): string {
  const whole = Math.round(100 * share);
  if (whole === 0 && share > 0) return 'less than 1%';
  if (whole === 100 && share < 1) return 'more than 99%';
  return `${whole}%`;
}

/** A multiple of the power of ten that is at most a fiftieth of the range. */
function rounded(value: number, [min, max]: readonly [number, number]): string {
  const exponent = Math.floor(log10((max - min) / 50));
  if (!Number.isFinite(exponent) || exponent < -15) return String(value);
  return exponent < 0
    ? String(Number(value.toFixed(-exponent)))
    : String(Math.round(value / pow(10, exponent)) * pow(10, exponent));
}

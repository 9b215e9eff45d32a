import { expm1 } from '../../../engine/exact-math/index.js';
import type { CompiledPolicy } from '../../../engine/plan/compile.js';
import type { PolicyKind } from '../../../engine/policies/kind.js';
import { money } from '../../../engine/report/text/money.js';
import { formatNumber } from '../../../engine/report/text/number-format.js';
import { capital } from '../../../engine/report/text/sentence.js';
import type { Plain } from '../../../engine/scenario/plain-data.js';
import type { Policy } from '../../../engine/scenario/scenario.js';
import { sum } from '../../../engine/statistics/sum.js';
import { centralOf } from './fields.js';

/**
 * A policy's main magnitude at its intensity, the year in which it begins and its cost over all years, in plain units.
 *
 * @param written the policy as files and settings write it: a length or a time that it sets stands in the place of the magnitude
 */
export function policyWords(
  { numbers }: Pick<Policy, 'numbers'>,
  kind: Pick<PolicyKind, 'fields'>,
  compiled: Pick<CompiledPolicy, 'cost'> | undefined,
  currency: string,
  written: Plain,
): string {
  const central = (key: string): number | null => (numbers[key] === undefined ? null : centralOf(numbers[key]));
  const [main, definition] = Object.entries(kind.fields)[0]!;
  const [full, intensity, start] = [central(main), central('intensity'), central('start')];
  const set = ['km', 'minutes'].flatMap((unit) =>
    written[unit] === undefined ? [] : [`Links set to ${String(written[unit])} ${unit} at full strength`],
  );
  const scaled =
    full === null || intensity === null || full === 0
      ? []
      : [`${capital(definition.meaning.replace(/;.*/, ''))}: ${plainAmount(full * intensity, definition.unit)}`];
  const magnitude = set.length > 0 ? set : scaled;
  const when = start === null ? [] : [`from ${start}`];
  const cost = compiled === undefined ? [] : [`costs ${money(sum(compiled.cost), currency)} in all`];
  return `${capital([...magnitude, ...when, ...cost].join(', '))}.`;
}

/**
 * An amount in the unit that one would say it in: parts of one and log points in percent.
 *
 * @example
 * plainAmount(0.15, 'share'); // → '15%'
 * plainAmount(0.003, 'share of value added'); // → '0.3% of value added'
 * plainAmount(0.0198, 'log points'); // → '2%'
 * plainAmount(1.5, 'percentage points'); // → '1.5 percentage points'
 */
export function plainAmount(value: number, unit: string): string {
  if (unit === 'log points') return percent(expm1(value));
  const [, of] = /^share\b(.*)$/.exec(unit) ?? [];
  if (of !== undefined) return `${percent(value)}${of}`;
  return unit === '1' ? formatNumber(value, 3) : `${formatNumber(value, 3).replace(/\.0+$/, '')} ${unit}`;
}

function percent(value: number): string {
  return `${Number((value * 100).toPrecision(2))}%`;
}

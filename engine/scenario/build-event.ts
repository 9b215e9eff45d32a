import { knownNames } from '../mistakes.js';
import { centralValue } from '../values/resolve.js';
import type { BuildContext } from './build-context.js';
import { buildIndustries, type WrittenIndustries } from './build-industries.js';
import { buildNumbers, buildQuantity } from './build-numbers.js';
import { checkedNames, knownIndustries, knownRegions } from './check-names.js';
import { EVENT_NUMBERS, eventNumbers } from './event-fields.js';
import { isGlob } from './names.js';
import type { Path } from './plain-data.js';
import type { ChangeMeasure, IndustrySelector, ScenarioEvent } from './scenario.js';

/** An entry under `events:`, checked by its schema. */
interface WrittenEvent {
  readonly name: string;
  readonly regions?: string | readonly string[];
  readonly industries?: WrittenIndustries;
  readonly change: number | string;
}

/** Builds one event; by default it happens in the year after the first. */
export function buildEvent(
  entry: Readonly<Record<string, unknown>>,
  index: number,
  firstYear: number,
  context: BuildContext,
): ScenarioEvent {
  const path = ['events', index];
  const { name, regions, industries, change } = entry as unknown as WrittenEvent;
  const { number, measure } = readChange([...path, 'change'], change, context);
  const numbers: ScenarioEvent['numbers'] = {
    start: { kind: 'constant', value: firstYear + 1 },
    ...buildNumbers(path, EVENT_NUMBERS, entry, context),
    change: buildQuantity([...path, 'change'], number, eventNumbers(measure).change!, context),
  };
  checkDates(path, String(name), numbers, firstYear, context);
  const event: ScenarioEvent = {
    name: String(name),
    regions: regions === undefined ? null : checkedNames([...path, 'regions'], regions, knownRegions(context), context),
    industries: industries === undefined ? null : buildIndustries([...path, 'industries'], industries, context),
    measure,
    numbers,
  };
  checkCells(path, event, firstYear, context);
  return event;
}

/** A number or a distribution before a blank. */
const BEFORE_UNIT = /^\s*(?:(?:[-+−–]\s*)?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[a-z]+\s*\([^()]*\))(?=\s)/;

/** The number or distribution and the unit behind it; null where there is none, or where an expression goes on. */
function splitUnit(written: string): { readonly number: string; readonly unit: string } | null {
  const number = BEFORE_UNIT.exec(written)?.[0];
  if (number === undefined) return null;
  const unit = written.slice(number.length).trim();
  return unit === '' || /^[%*/+\-−–(]/.test(unit) ? null : { number, unit };
}

/** Takes the number of a change apart from what it is counted in: a part of output, money, or one of the case's accounts. */
function readChange(
  path: Path,
  written: number | string,
  context: BuildContext,
): { readonly number: number | string; readonly measure: ChangeMeasure } {
  const money = { of: 'output', account: null } as const;
  if (typeof written === 'number') return { number: written, measure: money };
  const split = splitUnit(written);
  if (split === null) {
    return { number: written, measure: written.includes('%') ? { of: 'share', account: null } : money };
  }
  const { accounts, currency } = context.economy;
  const { number, unit } = split;
  if (unit === currency) return { number, measure: money };
  const meant =
    accounts.find((account) => account.name === unit) ?? onlyOne(accounts.filter((each) => each.unit === unit));
  if (meant !== undefined) return { number, measure: { of: 'account', account: meant.name } };
  context.report({
    path,
    message: `unknown account "${unit}"`,
    hint:
      accounts.length === 0
        ? 'the case has no accounts; an amount of money is a number alone'
        : knownNames(
            unit,
            accounts.map((account) => account.name),
          ),
    part: 'text',
    offset: written.lastIndexOf(unit),
  });
  return { number, measure: money };
}

function onlyOne<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** Reports an event that happens before anything is projected, or ends before it starts. */
function checkDates(
  path: Path,
  name: string,
  numbers: ScenarioEvent['numbers'],
  firstYear: number,
  context: BuildContext,
): void {
  const [start, end] = [numbers.start, numbers.end].map((date) =>
    date === undefined ? Number.NaN : centralValue(date),
  ) as [number, number];
  if (start <= firstYear) {
    context.report({
      path: [...path, 'start'],
      message: `"${name}" happens in ${start}, which the observed outputs of ${firstYear} already show`,
      hint: `${firstYear + 1} or later`,
    });
  }
  if (end < start) {
    context.report({
      path: [...path, 'end'],
      message: `"${name}" ends in ${end}, before it starts in ${start}`,
      hint: `${start} or later`,
    });
  }
}

/** Reports cells that are named in full and have no output in the first year. */
function checkCells(path: Path, event: ScenarioEvent, firstYear: number, context: BuildContext): void {
  const { economy } = context;
  const output = economy.outputs[economy.years.indexOf(firstYear)];
  if (output === undefined) return;
  const named = (names: readonly string[] | null, known: readonly string[]): readonly string[] =>
    (names ?? []).filter((name) => !isGlob(name) && known.includes(name));
  const plain = (selector: IndustrySelector | null): readonly string[] => selector?.names ?? [];
  for (const region of named(event.regions, knownRegions(context).names)) {
    for (const industry of named(plain(event.industries), knownIndustries(context).names)) {
      const cell = economy.regions.indexOf(region) * economy.industries.length + economy.industries.indexOf(industry);
      if (output[cell] !== 0) continue;
      context.report({
        path: [...path, 'industries'],
        message: `"${event.name}" touches ${industry} in ${region}, which has no output in ${firstYear}`,
        hint: 'an event changes what is there; growth is counted in logs, which know no nothing',
      });
    }
  }
}

import { enablePatches, produceWithPatches } from 'immer';
import type { Quantity } from '../values/quantity.js';
import type { ParsedScenario } from './parse-scenario.js';
import { isPlain } from './plain-data.js';
import type { ChangeMeasure, CoordinationLevels, IndustrySelector, Policy, ScenarioEvent } from './scenario.js';

/** One thing in which two scenarios differ. */
export interface Change {
  /** Path as `--set` takes it: keys joined by dots, policies by name. */
  readonly path: string;
  /** Value as a person would write it; null where it is absent. */
  readonly from: string | null;
  readonly to: string | null;
}

type Plain = Record<string, unknown>;

/** A scenario with its case, of which it chooses the table and the window. */
export type Compared = Pick<ParsedScenario, 'scenario' | 'economy'>;

/**
 * The differences of two scenarios, as a list of changes that lead from the first to the second, in the order of their paths.
 * Numbers that mean the same are the same however they are written, and where policies stand in a file makes no difference.
 */
export function diffScenarios(from: Compared, to: Compared): Change[] {
  enablePatches();
  const before = comparable(from);
  const [, patches] = produceWithPatches(before, (draft: Plain) => {
    become(draft, comparable(to));
  });
  const changes = patches.map(
    ({ op, path, value }): Change => ({
      path: path.join('.'),
      from: op === 'add' ? null : written(path.reduce<unknown>((data, key) => (data as Plain)[String(key)], before)),
      to: op === 'remove' ? null : written(value),
    }),
  );
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** A scenario as the nested mappings of a file whose leaves are texts and numbers, so that paths are those of a file; policies by name. */
function comparable({ scenario, economy }: Compared): Plain {
  const { id: _id, file: _file, label: _label, policies, events, coordination, trend, ...rest } = scenario;
  const { title, table, window } = economy;
  return simplify({
    ...rest,
    case: title,
    table,
    window,
    coordination: levels(coordination),
    trend: trend.all ?? {
      ...trend.numbers,
      ...(trend.window === 'all' ? {} : { window: trend.window }),
      industries: trend.industries,
    },
    policies: Object.fromEntries(policies.map((policy) => [policy.name, policyEntry(policy)])),
    events: Object.fromEntries(events.map((event) => [event.name, eventEntry(event)])),
  }) as Plain;
}

function policyEntry({
  name: _name,
  numbers,
  coordination,
  industries,
  industryWeights,
  industryLists,
  ...rest
}: Policy): Plain {
  return {
    ...rest,
    ...numbers,
    ...industryWeights,
    ...industryLists,
    coordination: coordination && levels(coordination),
    industries: industries && selection(industries),
  };
}

function eventEntry({ name: _name, numbers, measure, industries, ...rest }: ScenarioEvent): Plain {
  return {
    ...rest,
    ...numbers,
    industries: industries && selection(industries),
    change: changeText(numbers.change!, measure),
  };
}

/** The change of an event with what it is counted in. */
function changeText(change: Quantity, { of, account }: ChangeMeasure): string {
  if (of === 'share') return change.kind === 'constant' ? percentText(change.value) : change.text;
  const number = canonicalQuantity(change);
  return account === null ? String(number) : `${number} ${account}`;
}

/** A part as a percentage, without what binary numbers leave behind. */
function percentText(part: number): string {
  return `${Number((part * 100).toPrecision(12))}%`;
}

function levels({ all, regions }: CoordinationLevels): unknown {
  return Object.keys(regions).length === 0 ? all : regions;
}

function selection({ names, top, stage, locationQuotient: bound }: IndustrySelector): unknown {
  if (top === null && stage === null && bound === null) return names;
  return { names, top, stage, lq: bound && `${bound.operator} ${bound.bound}` };
}

function simplify(value: unknown): unknown {
  if (isQuantity(value)) return canonicalQuantity(value);
  if (!isPlain(value)) return value;
  if ('expression' in value && 'formula' in value) return outcomeText(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === null || (Array.isArray(item) && item.length === 0) ? [] : [[key, simplify(item)]],
    ),
  );
}

/** An outcome with the direction that is better, where that is not the usual one. */
function outcomeText({ expression, better }: Plain): unknown {
  return better === undefined || better === 'higher' ? expression : { expression, better };
}

/** A number in the one way of writing it that all ways of writing it share. */
function canonicalQuantity(quantity: Quantity): number | string {
  switch (quantity.kind) {
    case 'constant':
      return quantity.value;
    case 'distribution':
      return `${quantity.family}(${quantity.args.join(', ')})`;
    case 'expression':
      return quantity.text.replace(/\s+/g, ' ');
  }
}

function isQuantity(value: unknown): value is Quantity {
  return (
    isPlain(value) &&
    (value.kind === 'constant' || value.kind === 'distribution' || (value.kind === 'expression' && 'text' in value))
  );
}

/** Changes a draft into the target, touching only what differs. */
function become(draft: Plain, target: Plain): void {
  for (const key of Object.keys(draft)) if (!Object.hasOwn(target, key)) delete draft[key];
  for (const [key, value] of Object.entries(target)) {
    const now = Object.hasOwn(draft, key) ? draft[key] : undefined;
    if (isPlain(now) && isPlain(value)) become(now, value);
    else if (!sameLeaf(now, value)) draft[key] = value;
  }
}

/** Lists are leaves: what changed inside one is the whole list. */
function sameLeaf(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));
}

function written(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

import type { ChangeMeasure, ScenarioEvent } from '../scenario/scenario.js';
import type { PlacedEvent } from './plan-template.js';
import type { ReferencePlan } from './reference-plan.js';
import type { Resolver } from './resolve.js';
import { selectIndustries } from './select.js';
import { strength } from './timing.js';

/** One event, compiled: the same part of output in each of its cells. */
export interface CompiledEvent {
  readonly name: string;
  readonly measure: ChangeMeasure;
  /** The change in its measure at full strength. */
  readonly change: number;
  /** Cells that it happens in, as indices into R × I, ascending. */
  readonly cells: readonly number[];
  /** Its change by year, as a part of the output of its cells on the reference path; 0 in the first year. */
  readonly part: Float64Array;
  /** Part of the change that others of the same industry make up for, 0 … 1. */
  readonly replaced: number;
}

/** Compiles the events of a scenario. Amounts are turned into parts of what its cells together have on the reference path. */
export function compileEvents(
  events: readonly PlacedEvent[],
  reference: ReferencePlan,
  resolver: Resolver,
): CompiledEvent[] {
  return events.map(({ event, regions }): CompiledEvent => {
    const number = (field: string): number => resolver.number(`events.${event.name}.${field}`, event.numbers[field]!);
    const optional = (field: string): number | null => (Object.hasOwn(event.numbers, field) ? number(field) : null);
    const { years } = reference.plan;
    const cells = eventCells(event, regions, reference);
    const change = number('change');
    const timing = {
      start: number('start'),
      delay: 0,
      ramp: number('ramp'),
      end: optional('end'),
      halfLife: optional('halfLife'),
    };
    const whole = wholeOf(event.measure, cells, reference);
    const part = Float64Array.from(years, (year, y) => (y === 0 ? 0 : (change * strength(timing, year)) / whole(y)));
    return { name: event.name, measure: event.measure, change, cells, part, replaced: number('replaced') };
  });
}

/** The cells that an event happens in: those with output in the base year. */
function eventCells(event: ScenarioEvent, regions: readonly number[], reference: ReferencePlan): number[] {
  const industries = reference.plan.industries.length;
  return regions.flatMap((r) =>
    selectIndustries(event.industries, reference.baseYear, reference.stages, regions, r).map((i) => r * industries + i),
  );
}

/** The whole that a change is a part of, by year: 1 for a part, else money or an account of its cells on the reference path. */
function wholeOf(measure: ChangeMeasure, cells: readonly number[], { plan, path }: ReferencePlan) {
  const width = plan.regions.length * plan.industries.length;
  const account = plan.accounts.find(({ name }) => name === measure.account);
  return (y: number): number => {
    if (measure.of === 'share') return 1;
    let total = 0;
    for (const cell of cells) {
      const at = y * width + cell;
      total += path.output[at]! * (account === undefined ? 1 : account.perOutput[at]!);
    }
    return total;
  };
}

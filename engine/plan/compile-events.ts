import type { ChangeMeasure, ScenarioEvent } from '../scenario/scenario.js';
import type { DrawnValues } from './drawn-values.js';
import type { PlacedEvent } from './plan-template.js';
import type { ReferencePlan } from './reference-plan.js';
import type { Resolver } from './resolve.js';
import { selectIndustries } from './select.js';
import { strength, type Timing } from './timing.js';

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

/**
 * Compiles the events of a scenario. Amounts are turned into parts of what its cells together have on the reference path.
 *
 * @param values where the numbers of each draw are declared: once they are computed, the events are those of the draw
 */
export function compileEvents(
  events: readonly PlacedEvent[],
  reference: ReferencePlan,
  resolver: Resolver,
  values: DrawnValues,
): CompiledEvent[] {
  return events.map(({ event, regions }): CompiledEvent => {
    const number = (field: string) => resolver.number(`events.${event.name}.${field}`, event.numbers[field]!);
    const optional = (field: string): (() => number | null) =>
      Object.hasOwn(event.numbers, field) ? number(field) : () => null;
    const { years } = reference.plan;
    const cells = eventCells(event, regions, reference);
    const [change, replaced, start, ramp] = [number('change'), number('replaced'), number('start'), number('ramp')];
    const [end, halfLife] = [optional('end'), optional('halfLife')];
    let timing: Timing = { start: 0, delay: 0, ramp: 0, end: null, halfLife: null };
    const whole = wholeOf(event.measure, cells, reference);
    const compiled: { -readonly [Key in keyof CompiledEvent]: CompiledEvent[Key] } = {
      name: event.name,
      measure: event.measure,
      change: 0,
      cells,
      part: new Float64Array(years.length),
      replaced: 0,
    };
    values.step(() => {
      timing = { start: start(), delay: 0, ramp: ramp(), end: end(), halfLife: halfLife() };
      compiled.change = change();
      compiled.replaced = replaced();
    });
    compiled.part = values.series((y) => (y === 0 ? 0 : (compiled.change * strength(timing, years[y]!)) / whole(y)));
    return compiled;
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
function wholeOf(measure: ChangeMeasure, cells: readonly number[], reference: ReferencePlan) {
  const { plan } = reference;
  const width = plan.regions.length * plan.industries.length;
  const account = plan.accounts.find(({ name }) => name === measure.account);
  return (y: number): number => {
    if (measure.of === 'share') return 1;
    let total = 0;
    for (const cell of cells) {
      const at = y * width + cell;
      total += reference.path.output[at]! * (account === undefined ? 1 : account.perOutput[at]!);
    }
    return total;
  };
}

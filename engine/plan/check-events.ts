import { type Mistake, type Position, throwMistakes } from '../mistakes.js';
import { LEAST_LEFT } from '../scenario/event-fields.js';
import { positionIn } from '../scenario/layers.js';
import type { ParsedScenario } from '../scenario/parse-scenario.js';
import { type CompiledEvent, compileEvents } from './compile-events.js';
import { createDrawnValues } from './drawn-values.js';
import { planTemplate } from './plan-template.js';
import { type ReferencePlan, resolveReferencePlan } from './reference-plan.js';
import { createResolver } from './resolve.js';
import { partsWriter } from './shock.js';

/**
 * Checks the events of a scenario against what there is on its reference path, at central values.
 *
 * @throws MistakesError for events that happen nowhere, and where events take more than there is
 */
export function checkEvents({
  economy,
  scenario,
  layers,
}: Pick<ParsedScenario, 'economy' | 'scenario' | 'layers'>): void {
  if (scenario.events.length === 0) return;
  const template = planTemplate(economy, scenario);
  const resolver = createResolver();
  const reference = resolveReferencePlan(economy, scenario, resolver, template.observed);
  const values = createDrawnValues(reference.plan.years.length);
  const events = compileEvents(template.events, reference, resolver, values);
  values.compute();
  const start = { file: scenario.file, line: 1, column: 1 };
  const index = (name: string): number => scenario.events.findIndex((each) => each.name === name);
  const place = (name: string): Position => positionIn(layers, start, ['events', index(name), 'change']);
  const nowhere = events.flatMap((event): Mistake[] => {
    if (event.cells.length > 0 && event.part.every(Number.isFinite)) return [];
    const what = event.measure.of === 'account' ? `no ${event.measure.account}` : 'no output';
    return [
      { ...place(event.name), message: `"${event.name}" happens where there is ${what} in ${reference.plan.years[0]}` },
    ];
  });
  throwMistakes(nowhere.length > 0 ? nowhere : excess(events, reference, place));
}

/** The first year in which events take more of a cell than there is, for each event that takes of it. */
function excess(
  events: readonly CompiledEvent[],
  reference: ReferencePlan,
  place: (name: string) => Position,
): Mistake[] {
  const { years, regions, industries } = reference.plan;
  const width = regions.length * industries.length;
  const parts = partsWriter(events, reference)();
  return events.flatMap((event): Mistake[] => {
    for (let y = 1; y < years.length; y++) {
      if (event.part[y]! === 0) continue;
      const over = overdrawn(event, parts.subarray(y * width, (y + 1) * width), industries.length);
      if (over === undefined) continue;
      const cell = `${industries[over % industries.length]} in ${regions[Math.floor(over / industries.length)]}`;
      const alone = event.cells.includes(over) && 1 + event.part[y]! < LEAST_LEFT;
      const message = `"${event.name}" ${alone ? 'takes' : 'and others take'} more than there is of ${cell} in ${years[y]}`;
      return [{ ...place(event.name), message, hint: mostOf(event, y) }];
    }
    return [];
  });
}

/** A cell that an event, or what takes its place, changes and of which nothing is left. */
function overdrawn({ cells, replaced }: CompiledEvent, parts: Float64Array, industries: number): number | undefined {
  const touched = new Set(cells.map((cell) => cell % industries));
  const reached = replaced > 0 ? [...parts.keys()].filter((cell) => touched.has(cell % industries)) : cells;
  return reached.find((cell) => 1 + parts[cell]! < LEAST_LEFT);
}

/** The amount that there is of what an event takes, in words. */
function mostOf({ measure, change, part }: CompiledEvent, y: number): string {
  if (measure.of === 'share') return 'something must be left: at most 99.9 % together';
  const all = Math.abs(change / part[y]!);
  return `there are ${Number(all.toPrecision(4))}${measure.of === 'account' ? ` ${measure.account}` : ''}, and something must be left`;
}

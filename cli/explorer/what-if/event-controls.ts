import { log10, pow } from '../../../engine/exact-math/index.js';
import { eventNumbers } from '../../../engine/scenario/event-fields.js';
import type { ParsedScenario } from '../../../engine/scenario/parse-scenario.js';
import type { ChangeMeasure, ScenarioEvent } from '../../../engine/scenario/scenario.js';
import { settingKey } from '../../../engine/scenario/set.js';
import { type Field, numberField } from './fields.js';
import { type NumberStyle, PERCENT, PLAIN } from './number-text.js';
import { writtenEntry } from './written-entry.js';
import { yamlText } from './yaml-text.js';

/** An event of a future with what can be set of it. */
export interface EventControls {
  readonly name: string;
  /** Without the field, as `--set` takes it. */
  readonly path: string;
  /** The regions and industries that it touches, in words. */
  readonly where: string;
  /** The fields for its change and its year. */
  readonly headline: readonly Field[];
  readonly fields: readonly Field[];
}

/** The controls of one event. */
export function eventControls(event: ScenarioEvent, parsed: ParsedScenario): EventControls {
  const path = `events.${settingKey(event.name)}`;
  const written = writtenEntry(parsed, 'events', event.name);
  const { change, start, ...others } = Object.fromEntries(
    Object.entries(eventNumbers(event.measure)).map(([key, definition]) => [
      key,
      numberField(`${path}.${key}`, key, definition, event.numbers[key], parsed.scenario.years),
    ]),
  );
  const places = [event.industries === null ? 'all industries' : yamlText(written.industries), regionsOf(event)];
  return {
    name: event.name,
    path,
    where: places.join(' in '),
    headline: [changeField(change!, event.measure, yamlText(written.change)), { ...start!, label: 'year' }],
    fields: Object.values(others),
  };
}

function regionsOf({ regions }: ScenarioEvent): string {
  return regions === null ? 'all regions' : regions.join(', ');
}

/** The field of a change, written in the measure in which it is counted, with a slider from twice of it to its opposite. */
function changeField(field: Field, measure: ChangeMeasure, standing: string): Field {
  const style = styleOf(measure);
  const share = measure.of === 'share';
  const most = share ? 0.5 : 2 * Math.abs(field.central ?? 0);
  const step = share ? 0.01 : pow(10, Math.floor(log10(Math.max(most, 1e-9) / 20)));
  return { ...field, standing, style, unit: '', slider: most > 0 ? { low: -most, high: most, step } : null };
}

function styleOf({ of, account }: ChangeMeasure): NumberStyle {
  if (of === 'share') return PERCENT;
  return of === 'account' ? { factor: 1, suffix: ` ${account}` } : PLAIN;
}

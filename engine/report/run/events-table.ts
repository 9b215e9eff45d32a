import type { CompiledEvent } from '../../plan/compile-events.js';
import { money } from '../text/money.js';
import { formatNumber, formatSigned } from '../text/number-format.js';
import { listed } from '../text/sentence.js';
import { yearHeadings } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import type { PlannedScenario } from './plan-table.js';

/** More names than these are counted, not listed. */
const NAMED = 3;

/** Events by year: the change of each as a part of the output of the cells that it touches; null where nothing happens. */
export function eventsTable({ economy, compiled }: PlannedScenario): TextTable | null {
  const { plan, events } = compiled;
  if (events.length === 0) return null;
  const replaced = events.filter((event) => event.replaced > 0);
  return {
    title: 'Events, change of the output of the cells that they touch against the reference path, %',
    columns: [{ heading: 'event' }, { heading: 'regions' }, { heading: 'change' }, ...yearHeadings(plan.years)],
    keys: 3,
    rows: events.map((event): TextCell[] => {
      const regions = new Set(event.cells.map((cell) => plan.regions[Math.floor(cell / plan.industries.length)]!));
      return [
        event.name,
        regions.size > NAMED ? `${regions.size} regions` : listed([...regions]),
        changeWords(event, economy.currency),
        ...Array.from(event.part, (part) => formatSigned(part * 100, 2)),
      ];
    }),
    notes: [
      'Events cost no policy anything, are outside crowding and the cap of pushes, and are part of no reference path.',
      ...replaced.map(
        (event) =>
          `Others of the same industry make up for ${formatNumber(event.replaced * 100, 3)} % of ${event.name}.`,
      ),
    ],
  };
}

/** The change of an event in the measure in which it is written. */
export function changeWords({ measure, change }: CompiledEvent, currency: string): string {
  if (measure.of === 'share') return `${String(Number((change * 100).toPrecision(4)))} %`;
  return measure.of === 'account'
    ? `${String(Number(change.toPrecision(4)))} ${measure.account}`
    : money(change, currency);
}

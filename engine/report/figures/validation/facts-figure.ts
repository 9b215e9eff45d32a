import type { ValidatedFact } from '../../../validation/validate-facts.js';
import {
  expected,
  factBand,
  factNumber,
  furthestFirst,
  times,
  usableFacts,
} from '../../validation/validation-answer.js';
import type { ValidationReport } from '../../validation/validation-report.js';
import { factsTable, sourcesTable } from '../../validation/validation-tables.js';
import type { Figure } from '../drawing/figure.js';
import { type FactRow, factsPanel } from './facts-panel.js';

/** Facts below each other in one panel; more stand in two side by side. */
const MOST_IN_ONE = 3;

/** Facts that are drawn; of more, those furthest off. */
const MOST = 24;

/** Every published figure beside the band that was projected for it, those furthest off first; none where the draws have no number. */
export function validationFigures(report: ValidationReport): Figure[] {
  const usable = usableFacts(report);
  if (usable.length === 0) return [];
  const rows = furthestFirst(usable).slice(0, MOST).map(rowOf);
  const half = rows.length > MOST_IN_ONE ? Math.ceil(rows.length / 2) : rows.length;
  const panels = [rows.slice(0, half), rows.slice(half)].filter((some) => some.length > 0);
  const inside = usable.filter(({ inside80 }) => inside80).length;
  const left = rows.length < usable.length ? ` The ${rows.length} furthest off are drawn.` : '';
  return [
    {
      id: 'facts',
      title: 'What was projected, and what was published',
      finding: `${inside} of ${usable.length} diamonds lie inside their band; about ${expected(usable.length)} would if the bands held what they say.`,
      caption: `Each blue bar is an 80% band: 8 of 10 draws lie in it. The line in it is the projected middle. The diamond is what was published. Bars are drawn alike, so that distances can be compared. An arrow lies further off than there is room for.${left}`,
      legend: [
        { name: 'projected, 8 of 10 draws', mark: 'square', opacity: 0.28, colour: (paint) => paint.future(1) },
        { name: 'published, inside', mark: 'diamond', colour: (paint) => paint.gain },
        { name: 'published, outside', mark: 'diamond', colour: (paint) => paint.loss },
      ],
      panels: panels.map((some) => factsPanel('', some)),
      columns: panels.length,
      tables: [factsTable(report), sourcesTable(report)],
    },
  ];
}

function rowOf({ fact, median, p10, p90, inside80, reach }: ValidatedFact): FactRow {
  const size = reach ?? (inside80 ? 0 : Number.POSITIVE_INFINITY);
  const off = inside80 || reach === null ? '' : `, ${times(reach)} times the band’s reach`;
  return {
    name: fact.name,
    place: fact.value < median! ? -size : size,
    inside: inside80,
    text: `published ${factNumber(fact, fact.value)} · projected ${factNumber(fact, median)} (${factBand(fact, p10, p90, ' to ')})${off}`,
  };
}

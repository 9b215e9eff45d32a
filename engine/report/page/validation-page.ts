import { plainReport } from '../comparison/comparison-report.js';
import { validationFigures } from '../figures/validation/facts-figure.js';
import { count } from '../study/study-answer.js';
import { formatFixed } from '../text/number-format.js';
import { capital } from '../text/sentence.js';
import {
  expected,
  factBand,
  factNumber,
  furthestFirst,
  heldAtLeast,
  neededReach,
  times,
  usableFacts,
  validationAnswer,
} from '../validation/validation-answer.js';
import type { ValidationPageReport } from '../validation/validation-report.js';
import { factsTable } from '../validation/validation-tables.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import { aside, htmlTable, richText, sentence } from './html.js';
import { chapterSection, type PageSurroundings, provenanceSection, renderPage } from './page.js';
import type { PageSection, Tile } from './page-content.js';
import { sampledTable } from './sampled-table.js';
import { caseSubject, placeSentence } from './title.js';

/**
 * The report of a validation: one HTML file that opens offline. In reading order how many published figures lie in their bands, which lie furthest off,
 * what that means for other projections, each figure with its source, and what it all rests on.
 *
 * @returns the same text for the same validation, however it was run
 */
export function renderValidationReport(report: ValidationPageReport, surroundings: PageSurroundings): string {
  const { future, study, facts } = report;
  const { economy, scenario } = future;
  const { comparison } = plainReport([future], false);
  return renderPage(
    {
      title: `${caseSubject(economy)}: did it come as projected?`,
      question: `Do figures that were published later lie inside the bands projected from ${scenario.years.from}? ${placeSentence(economy)}`,
      names: `Projected: ${scenario.title}. Published: ${facts.title ?? 'the figures listed below'}. Band: 8 of 10 draws lie in it, 1 above and 1 below.`,
      answer: validationAnswer(report),
      tiles: tilesOf(report),
      pictures: validationFigures(report),
      sections: [
        figureByFigure(report),
        meaning(report),
        assumptionsSection(comparison, sampledTable(study)),
        ...(scenario.policies.length > 0 ? [planSection(comparison)] : []),
        provenanceSection(surroundings.provenance, [
          ['Draws', `${count(study.draws)}, sampler ${study.sampler}, seed ${study.seed}`],
        ]),
      ],
    },
    surroundings,
  );
}

/** How many were held, which is furthest off, which nearest, and how much further bands would have to reach. */
function tilesOf(report: ValidationPageReport): Tile[] {
  const usable = usableFacts(report);
  if (usable.length === 0) return [];
  const inside = usable.filter(({ inside80 }) => inside80).length;
  const ordered = furthestFirst(usable);
  const [worst, best] = [ordered[0]!, ordered.at(-1)!];
  const needed = neededReach(usable);
  const told = ({ fact, median, p10, p90 }: typeof worst) =>
    `published, ${factNumber(fact, median)} projected. Band ${factBand(fact, p10, p90, ' to ')}`;
  return [
    {
      name: 'Inside the 80% band',
      number: `${inside} of ${usable.length}`,
      meaning: `About ${expected(usable.length)} would be if bands held what they say`,
    },
    {
      name: `Furthest off: ${worst.fact.name}`,
      number: factNumber(worst.fact, worst.fact.value),
      meaning: told(worst),
    },
    ...(usable.length < 2
      ? []
      : [{ name: `Nearest: ${best.fact.name}`, number: factNumber(best.fact, best.fact.value), meaning: told(best) }]),
    ...(needed === null
      ? []
      : [
          {
            name: 'Bands that would have held',
            number: `${times(needed)} times the reach`,
            meaning: `So far must the bands reach to hold ${heldAtLeast(usable.length)} of ${usable.length}. At 1 or below they are wide enough`,
          },
        ]),
  ];
}

/** Each figure in words: how it came out, where it was published and what to bear in mind. */
function figureByFigure(report: ValidationPageReport): PageSection {
  const items = furthestFirst(report.validated).map(({ fact, median, p10, p90, inside80, reach }) => {
    const verdict =
      median === null
        ? 'No draw has a number for it.'
        : `Published ${factNumber(fact, fact.value)}, projected ${factNumber(fact, median)}, band ${factBand(fact, p10, p90, ' to ')}: ${
            inside80
              ? 'inside.'
              : `outside${reach === null ? '.' : `, ${times(reach)} times as far from the middle as the band reaches.`}`
          }`;
    const note = fact.note === null ? '' : ` <span class="note">${richText(sentence(ended(fact.note)))}</span>`;
    return `<dt>${richText(capital(fact.name))}</dt><dd>${richText(verdict)}${note} <span class="note">Source: ${richText(ended(fact.source))}</span></dd>`;
  });
  const table = factsTable(report);
  return {
    ...chapterSection(
      'figures',
      'Figure by figure',
      `<dl>${items.join('')}</dl>${aside(`Table: ${table.title}`, htmlTable(table, false))}`,
    ),
    front: true,
  };
}

function meaning({ validated, draws, years }: ValidationPageReport): PageSection {
  const counted = validated.length === 1 ? 'one figure' : `${formatFixed(validated.length, 0)} figures`;
  return {
    ...chapterSection(
      'reading',
      'How to read this',
      [
        `The projection starts in ${years[0]} and knows nothing that was published later.`,
        `Each of ${formatFixed(draws, 0)} draws gives every uncertain number a value from its range, and every year its chance.`,
        'A band holds 8 of 10 draws. Where bands hold what they say, 8 of 10 published figures lie in them.',
        `Here there ${validated.length === 1 ? 'is' : 'are'} only ${counted}, and they are not independent of each other. So this is a check, not a proof.`,
        'A figure outside its band means one of three things. The model is wrong, the range of a number is too narrow, or the figure measures something else.',
      ]
        .map((text) => `<p>${richText(text)}</p>`)
        .join(''),
    ),
    front: true,
  };
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

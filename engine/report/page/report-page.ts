import { sum } from '../../statistics/sum.js';
import { tenths, underBeliefs } from '../comparison/answer-basis.js';
import { comparisonAnswer } from '../comparison/comparison-answer.js';
import { moneyUnit } from '../comparison/comparison-cells.js';
import type { ComparisonReport } from '../comparison/comparison-report.js';
import { columnDecimals, formatFixed, formatNumber, formatSigned, formatSignedPercent } from '../text/number-format.js';
import { capital, listed } from '../text/sentence.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import { figureSections, furtherTables } from './comparison-sections.js';
import { type PageContent, type PageSurroundings, provenanceSection, renderPage } from './page.js';
import { namesSentence, pageTitle, placeSentence } from './title.js';

/**
 * The report of a comparison, or of one future against no policy: one HTML file that opens offline. In reading order the question, the answer made
 * from the numbers, who gains, the pictures with their tables, then what it all rests on.
 *
 * @param surroundings fonts, hashes and provenance, which whoever touches the disk knows
 * @returns the same text for the same report
 */
export function renderReport(report: ComparisonReport, surroundings: PageSurroundings): string {
  const { comparison } = report;
  return renderPage(
    {
      ...pageHead(report),
      sections: [
        ...figureSections(report),
        furtherTables(report),
        assumptionsSection(comparison),
        planSection(comparison),
        provenanceSection(surroundings.provenance),
      ],
    },
    surroundings,
  );
}

/** The question, the answer and its figures: how every page on a comparison begins. */
export function pageHead(report: ComparisonReport): Omit<PageContent, 'sections'> {
  const { comparison } = report;
  const { futures } = comparison;
  const { economy, scenario } = futures[0]!;
  const later = futures.at(-1)!;
  const { from, to } = scenario.years;
  const asked =
    futures.length === 1
      ? `What do the policies of ${later.scenario.label} bring between ${from} and ${to}, and to whom?`
      : `What ${futures.length > 2 ? 'do' : 'does'} ${listed(futures.slice(1).map((future) => future.scenario.label))} change against ${futures[0]!.scenario.label} between ${from} and ${to}, and for whom?`;
  const titled = futures.map((future) => future.scenario);
  return {
    title: pageTitle(titled, economy),
    question: `${asked} ${placeSentence(economy)}`,
    names: namesSentence(titled),
    answer: comparisonAnswer(comparison, report),
    tiles: tiles(report),
  };
}

function tiles({ comparison, beliefs }: ComparisonReport) {
  const { futures, gains, differences, measures } = comparison;
  const { to } = futures[0]!.scenario.years;
  const last = futures.length - 1;
  const later = futures[last]!;
  const { policies, events } = later.compiled;
  if (policies.length + events.length === 0 && futures.length === 1) return [];
  const alone = futures.length === 1;
  const first = alone ? 'no policy' : futures[0]!.scenario.label;
  const base = alone ? measures[0]!.caseTrendOutput.at(-1)! : measures[0]!.caseOutput.at(-1)!;
  const output = alone ? gains[0]!.output : differences[last]!.output;
  const total = alone ? gains[0]!.total : differences[last]!.total;
  const gaining = output.filter((gain) => gain > 0).length;
  const better = gains[last]!.output.filter((gain) => gain > 0).length;
  const ratio = (k: number): string => formatFixed(gains[k]!.benefitCost, 2);
  return [
    ...beliefsTile(beliefs, later.scenario.label, first),
    {
      number: formatSignedPercent(measures[last]!.caseOutput.at(-1)! / base - 1, 2),
      meaning: `output of all regions in ${to}, ${later.scenario.label} against ${first}`,
    },
    {
      number: formatSigned(total, columnDecimals([total], 3)),
      meaning: `output over all years, discounted, ${moneyUnit(comparison)}`,
    },
    {
      number: alone ? ratio(0) : `${ratio(last)} against ${ratio(0)}`,
      meaning: alone
        ? 'value added gained per unit of cost'
        : `value added gained over no policy per unit of cost, ${later.scenario.label} against ${first}`,
    },
    ...(output.length === 1
      ? []
      : [
          {
            number: `${gaining} of ${output.length}`,
            meaning: `regions gain against ${first}; ${losersOf(output)}${alone ? '' : `. Against no policy ${better} of ${output.length} gain`}`,
          },
        ]),
  ];
}

/** The number that says how far the others can be trusted; none where no belief was asked. */
function beliefsTile(beliefs: ComparisonReport['beliefs'], later: string, first: string) {
  const written = beliefs?.find(({ why }) => why === null)?.later.at(-1);
  if (written === undefined) return [];
  const range = underBeliefs(beliefs, beliefs![0]!.later.length - 1);
  return [
    {
      number: capital(tenths(written.better).replace(/ draws.*/, '')),
      meaning: `draws bring more output under ${later} than under ${first}, if one accepts the stated ranges; ${range}`,
    },
  ];
}

function losersOf(gains: Float64Array): string {
  const losses = gains.filter((gain) => gain < 0);
  if (losses.length === 0) return 'none loses';
  const lost = formatNumber(-sum(losses), 3);
  return losses.length === 1 ? `1 loses ${lost}` : `${losses.length} lose ${lost} together`;
}

import { BASELINE_MEANINGS, BASELINES } from '../../calibration/backtest/baselines.js';
import { backtestAnswer, furthestHeld, nearer, rangedError } from '../calibration/backtest-answer.js';
import { mostMissed, placeScores } from '../calibration/backtest-places.js';
import { type BacktestReport, horizonsOf, mean, scoresOf } from '../calibration/backtest-report.js';
import { backtestVerdict, heldWords } from '../calibration/backtest-verdict.js';
import { METHOD_WORDS } from '../calibration/method-words.js';
import { trialTable } from '../calibration/trials-text.js';
import { backtestFigures } from '../figures/backtest/backtest-figures.js';
import type { Figure } from '../figures/drawing/figure.js';
import { formatPercent } from '../text/number-format.js';
import { capital } from '../text/sentence.js';
import { figureHtml } from './figure-html.js';
import { details, htmlTable, richText, sentence } from './html.js';
import { chapterSection, type PageSurroundings, provenanceSection, renderPage } from './page.js';
import type { PageSection, Tile } from './page-content.js';
import { caseSubject, placeSentence } from './title.js';

/** Pictures that the page begins with. */
const FIRST: readonly string[] = ['came-regions', 'methods'];

/**
 * The report of a backtest: one HTML file that opens offline. In reading order how far the projection would have been off and whether a simple rule does
 * as well, what was projected and what came, what the bands held, where it missed most, and how all that was measured.
 *
 * @returns the same text for the same backtest
 */
export function renderBacktestReport(report: BacktestReport, surroundings: PageSurroundings): string {
  const { economy, scores } = report;
  const origins = [...new Set(scores.map(({ origin }) => origin))];
  const figures = backtestFigures(report);
  const of = (...ids: readonly string[]) => figures.filter(({ id }) => ids.includes(id));
  const span = origins.length > 1 ? `every year from ${origins[0]} to ${origins.at(-1)}` : String(origins[0]);
  return renderPage(
    {
      title: `${caseSubject(economy)}: would the projection have been right?`,
      question: `Projected from ${span}, knowing nothing later: how near did it come? ${placeSentence(economy)}`,
      names:
        'Projection: the model without new policies, fitted to the years before. A cell is one industry in one region. Band: 8 of 10 draws lie in it.',
      answer: backtestAnswer(report),
      tiles: tilesOf(report),
      pictures: of(...FIRST),
      sections: [
        ...chapterOf('bands', 'How sure it was, and how far ahead', of('coverage', 'horizons')),
        ...chapterOf('places', 'Region by region, industry by industry', of('missed')),
        ...chapterOf('industries', 'Industries: projected and came', of('came-industries')),
        methodSection(report),
        trialSection(report),
        provenanceSection(surroundings.provenance),
      ].map((section, k) => ({ ...section, front: k < FRONT && section.id !== 'method' })),
    },
    surroundings,
  );
}

/** Chapters for the second sheet of paper. */
const FRONT = 2;

function chapterOf(id: string, name: string, figures: readonly Figure[]): PageSection[] {
  if (figures.length === 0) return [];
  return [chapterSection(id, name, figures.map((figure) => figureHtml(figure, 3)).join(''))];
}

/** How far off, beside the best simple rule, how often within the bands, and where it missed most. */
function tilesOf(report: BacktestReport): Tile[] {
  const { rule, ruleError, held } = backtestVerdict(report.scores);
  const own = rangedError(report, 'tandem');
  const horizons = horizonsOf(report.scores);
  const at = (horizon: number) =>
    formatPercent(
      mean(scoresOf(report.scores, 'tandem', horizon), ({ cells }) => cells.wape),
      1,
    );
  const ahead =
    horizons.length < 2
      ? `${horizons[0]} years ahead`
      : `${at(horizons[0]!)} after ${horizons[0] === 1 ? '1 year' : `${horizons[0]} years`}, ${at(horizons.at(-1)!)} after ${horizons.at(-1)}`;
  const { years, of } = nearer(report, rule);
  const [region] = mostMissed(placeScores(report, 'regions'));
  const [industry] = mostMissed(placeScores(report, 'industries'));
  return [
    { name: 'Missed on average by', number: formatPercent(own.middle, 1), meaning: `of the output of cells. ${ahead}` },
    {
      name: 'Best simple rule',
      number: formatPercent(ruleError, 1),
      meaning: `${capital(METHOD_WORDS[rule])}. The projection was nearer from ${years} of ${of} starting years`,
    },
    ...(held === null
      ? []
      : [
          {
            name: 'Inside the 80% bands',
            number: formatPercent(held.regions, 0),
            meaning: [
              `of regions, ${heldWords(held.regions)}. ${formatPercent(held.cells, 0)} of cells, ${heldWords(held.cells)}`,
              ...furthestHeld(report, held).map((told) => told.replace(/\.$/, '')),
            ].join('. '),
          },
        ]),
    ...(region === undefined
      ? []
      : [
          {
            name: `Region missed most: ${region.name}`,
            number: formatPercent(region.error, 1),
            meaning: `of its output as a whole. ${(region.bias ?? 0) > 0 ? 'Mostly too much' : 'Mostly too little'} was projected${industry === undefined ? '' : `. Among industries ${industry.name}, ${formatPercent(industry.error, 1)}`}`,
          },
        ]),
  ];
}

/** How the errors were measured, and what each method is. */
function methodSection(report: BacktestReport): PageSection {
  const { filled, window, scores } = report;
  const horizons = horizonsOf(scores);
  const said = [
    `From every starting year the model is fitted to the years before, and projects up to ${horizons.at(-1)} years ahead.`,
    'Nothing later is seen. What came is then held beside the projection and beside simple rules that know as much.',
    `Past rates of the simple rules are taken over ${window} years at most, unless all years are named.`,
    ...(filled === 0
      ? []
      : [
          `${filled} ${filled === 1 ? 'figure is' : 'figures are'} not scored, because ${filled === 1 ? 'it was' : 'they were'} filled in.`,
        ]),
  ];
  const rules = BASELINES.map(
    (rule) =>
      `<dt>${richText(capital(METHOD_WORDS[rule]))} (${richText(rule)})</dt><dd>${richText(sentence(capital(BASELINE_MEANINGS[rule])))}.</dd>`,
  );
  return chapterSection(
    'method',
    'How it was measured',
    `${said.map((text) => `<p>${richText(text)}</p>`).join('')}<h3>The simple rules</h3><dl>${rules.join('')}</dl>`,
  );
}

/** The parts of the growth equation, each tried on the years held out. */
function trialSection({ trials }: BacktestReport): PageSection {
  if (trials.length === 0) return { id: 'trials', name: null, html: '' };
  const table = trialTable(trials);
  return chapterSection(
    'trials',
    'Which parts of the equation help',
    details(`Table: ${table.title}`, htmlTable(table)),
  );
}

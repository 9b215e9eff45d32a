import { comparisonAnswer } from '../comparison-answer.js';
import type { ComparisonReport } from '../comparison-tables.js';
import { comparisonTables, moneyUnit } from '../comparison-tables.js';
import { comparisonFigures } from '../figures/comparison-figures.js';
import { listed } from '../figures/view.js';
import { formatNumber, formatSigned, formatSignedPercent } from '../number-format.js';
import { planTables } from '../plan-tables.js';
import { parameterTables, policyFieldTables, policyOverview, samePolicies } from './assumptions.js';
import { figureHtml } from './figure-html.js';
import { details, htmlTable, richText, sentence, shortened } from './html.js';
import { type PageSection, type PageSurroundings, provenanceSection, renderPage } from './page.js';

/** Parts of the page that other results add, such as bands of a study: by the place they follow. */
export interface FurtherSections {
  /** After the pictures, before the assumptions. */
  readonly afterFigures?: readonly PageSection[];
}

/** Headings over the figures, by the figure they begin with. */
const CHAPTERS: Readonly<Record<string, string>> = {
  output: 'How it goes, year by year',
  similarity: 'Likeness and ties',
  stages: 'Industries',
  attribution: 'Why, and how much',
  ingredients: 'Why, and how much',
  sweep: 'Why, and how much',
  cooperation: 'Would they keep to it',
};

/**
 * The report of a comparison, or of one future against no policy: one HTML file that opens offline. In reading order the question, the answer made
 * from the numbers, who gains, the pictures with their tables, then what it all rests on.
 *
 * @param surroundings fonts, hashes and provenance, which whoever touches the disk knows
 * @returns the same text for the same report
 */
export function renderReport(
  report: ComparisonReport,
  surroundings: PageSurroundings,
  further: FurtherSections = {},
): string {
  const { comparison } = report;
  const { futures } = comparison;
  const { economy, scenario } = futures[0]!;
  const later = futures.at(-1)!;
  const { from, to } = scenario.years;
  const title = futures.length === 1 ? later.title : `${later.title}, or ${scenario.title}?`;
  const table = economy.table === null ? '' : `, table ${economy.table}`;
  const question =
    futures.length === 1
      ? `What do the policies of ${later.id} bring between ${from} and ${to}, and to whom? ${economy.title}${table}.`
      : `What does ${listed(futures.slice(1).map((future) => future.id))} change against ${futures[0]!.id} between ${from} and ${to}, and for whom? ${economy.title}${table}.`;
  return renderPage(
    {
      title,
      question,
      answer: comparisonAnswer(comparison),
      tiles: tiles(report),
      sections: [
        ...figureSections(report),
        ...(further.afterFigures ?? []),
        furtherTables(report),
        assumptionsSection(report),
        planSection(report),
        provenanceSection(surroundings.provenance),
      ],
    },
    surroundings,
  );
}

function tiles({ comparison }: ComparisonReport) {
  const { futures, gains, differences, measures } = comparison;
  const { to } = futures[0]!.scenario.years;
  const last = futures.length - 1;
  const later = futures[last]!;
  if (later.compiled.policies.length === 0 && futures.length === 1) return [];
  const alone = futures.length === 1;
  const first = alone ? 'no policy' : futures[0]!.id;
  const base = alone ? measures[0]!.caseTrendOutput.at(-1)! : measures[0]!.caseOutput.at(-1)!;
  const output = alone ? gains[0]!.output : differences[last]!.output;
  const total = alone ? gains[0]!.total : differences[last]!.total;
  const [gaining, losing] = [output.filter((gain) => gain > 0).length, output.filter((gain) => gain < 0).length];
  const lost = output.reduce((sum, gain) => sum + Math.min(0, gain), 0);
  const ratio = (k: number): string => formatNumber(gains[k]!.benefitCost, 3);
  const decimals = Math.abs(total) >= 1000 ? 0 : 1;
  return [
    {
      number: formatSignedPercent(measures[last]!.caseOutput.at(-1)! / base - 1, 2),
      meaning: `output of all regions in ${to}, ${later.id} against ${first}`,
    },
    {
      number: formatSigned(total, decimals),
      meaning: `output over all years, discounted, ${moneyUnit(comparison)}`,
    },
    {
      number: alone ? ratio(0) : `${ratio(last)} against ${ratio(0)}`,
      meaning: alone
        ? 'value added gained per unit of cost'
        : `value added gained over no policy per unit of cost, ${later.id} against ${first}`,
    },
    {
      number: `${gaining} of ${output.length}`,
      meaning: `regions gain${losing === 0 ? '; none loses' : `; ${losing} lose ${formatNumber(-lost, 3)} together`}`,
    },
  ];
}

function figureSections(report: ComparisonReport): PageSection[] {
  const figures = comparisonFigures(report);
  const overview = figures.find((figure) => figure.id === 'who-gains');
  const others = figures.filter((figure) => figure !== overview);
  const tables = comparisonTables(report);
  const payments = (tables.regions.notes ?? []).map((note) => `<p>${richText(sentence(note))}</p>`).join('');
  const sections: PageSection[] = [];
  if (overview !== undefined) {
    sections.push({
      id: 'gains',
      name: 'Who gains',
      html:
        `<section id="gains" aria-labelledby="gains-title"><h2 id="gains-title">Who gains</h2>${payments}` +
        `${figureHtml(overview, 3)}${htmlTable(tables.futures)}</section>`,
    });
  }
  const chapters = new Map<string, typeof figures>();
  let chapter = CHAPTERS.output!;
  for (const figure of others) {
    chapter = CHAPTERS[figure.id] ?? chapter;
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), figure]);
  }
  for (const [name, members] of chapters) {
    const id = `part-${members[0]!.id}`;
    sections.push({
      id,
      name,
      html: `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${richText(name)}</h2>${members.map((figure) => figureHtml(figure, 3)).join('')}</section>`,
    });
  }
  return sections;
}

/** Tables that have no picture. */
function furtherTables(report: ComparisonReport): PageSection {
  const tables = comparisonTables(report);
  const rest = [tables.breakEvens, report.sweep !== null && report.sweep.axes.length > 1 ? tables.sweep : null].filter(
    (table) => table !== null,
  );
  if (rest.length === 0) return { id: 'tables', name: null, html: '' };
  const steady = (report.breakEvens ?? []).filter((each) => each.total.length === 0).map((each) => each.parameter);
  const count = report.breakEvens?.length ?? 0;
  const said =
    count === 0
      ? ''
      : `<p class="finding">For all regions together the sign of the answer does not turn within the range of ${steady.length} of the ${count} parameters tried.</p>`;
  return {
    id: 'tables',
    name: 'Where it turns',
    html: `<section id="tables" aria-labelledby="tables-title"><h2 id="tables-title">Where it turns</h2>${said}${rest.map((table) => details(`Table: ${table.title}`, htmlTable(table))).join('')}</section>`,
  };
}

function assumptionsSection({ comparison }: ComparisonReport): PageSection {
  const { futures } = comparison;
  const { economy } = futures[0]!;
  const notes = [...new Set(futures.flatMap((future) => future.economy.notes))];
  const [equation, ...others] = parameterTables(futures);
  const rate = futures[0]!.compiled.discountRate;
  const facts = [
    `Money is in ${economy.currency}, prices of ${futures[0]!.scenario.years.from}; the tables of the case are in ${economy.prices} prices.`,
    `Sums over years are discounted at ${formatNumber(rate * 100, 3)}% a year. Value added is ${formatNumber(economy.valueAddedShare, 3)} of output where a region’s product is not given.`,
    `The regions are compared with ${economy.higherLevel === null ? 'their sum' : 'the higher-level region of the case'}; growth is observed over ${economy.years[0]}–${economy.years.at(-1)}, ${economy.industries.length} industries, ${economy.regions.length} regions.`,
    `${futures.length === 1 ? '' : `A value that differs between futures is given for each, in the order ${futures.map((future) => future.id).join(' / ')}. `}Status judgement means that no source gives the number.`,
    ...notes,
  ];
  return {
    id: 'assumptions',
    name: 'Assumptions',
    html:
      '<section id="assumptions" aria-labelledby="assumptions-title"><h2 id="assumptions-title">Assumptions</h2>' +
      facts.map((fact) => `<p>${richText(fact)}</p>`).join('') +
      [equation!, ...others]
        .map((table) => details(table.title, `<div class="wide">${htmlTable(table)}</div>`))
        .join('') +
      '</section>',
  };
}

function planSection({ comparison }: ComparisonReport): PageSection {
  const { futures } = comparison;
  const overview = policyOverview(futures);
  const parts = futures.map((future, k) => {
    if (future.compiled.policies.length === 0) return `<p>${richText(sentence(future.id))} has no policy.</p>`;
    const same = k > 0 && samePolicies(future, futures[0]!);
    const fields = same
      ? ''
      : details(
          `${future.id}: every number of each policy, with its source`,
          policyFieldTables(future)
            .map((table) => `<div class="wide">${htmlTable(table)}</div>`)
            .join(''),
        );
    const effects = details(
      `${future.id}: what each policy does and costs, year by year`,
      planTables(future)
        .map((table) => htmlTable(shortened(table, `tandem plan ${future.id}.yaml --format csv`)))
        .join(''),
    );
    return fields + effects;
  });
  const word = futures.slice(1).filter((future) => samePolicies(future, futures[0]!));
  const alike =
    word.length === 0
      ? ''
      : `<p>The policies of ${richText(listed(word.map((future) => future.id)))} are those of ${richText(futures[0]!.id)}, word for word; what differs is how far the regions act together, and what follows from it.</p>`;
  return {
    id: 'plan',
    name: 'The plan',
    html: `<section id="plan" aria-labelledby="plan-title"><h2 id="plan-title">The plan, policy by policy</h2>${alike}${overview === null ? '' : htmlTable(overview)}${parts.join('')}</section>`,
  };
}

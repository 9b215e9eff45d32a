import type { Comparison } from '../../compare/compare.js';
import { planTables } from '../run/plan-text.js';
import { formatPercent } from '../text/number-format.js';
import { listed } from '../text/sentence.js';
import type { TextTable } from '../text/text-table.js';
import { priceBasis, tablePrices, unitWords } from '../text/unit-words.js';
import { parameterTables, policyFieldTables, policyOverview, samePolicies } from './assumptions.js';
import { aside, details, htmlTable, richText, sentence, shortened } from './html.js';
import { chapterSection } from './page.js';
import type { PageSection } from './page-content.js';
import { changedTable, paperParameters, paperPolicies } from './paper-numbers.js';

/**
 * The ground that everything rests on: prices, rates, every parameter with its source.
 *
 * @param sampled what was drawn, where draws are what the page is about
 */
export function assumptionsSection(comparison: Comparison, sampled: TextTable | null = null): PageSection {
  const { futures } = comparison;
  const { economy } = futures[0]!;
  const notes = [...new Set(futures.flatMap((future) => future.economy.notes))];
  const rate = futures[0]!.compiled.discountRate;
  const basis = priceBasis(economy, futures[0]!.scenario.years.from);
  const facts = [
    economy.prices === 'none'
      ? `Figures are in ${unitWords(economy.currency)}.`
      : `Money is in ${basis}${basis === tablePrices(economy.prices) ? ', as in the tables of the case' : `. The tables of the case are in ${tablePrices(economy.prices)}`}. The files beside this page give it in ${unitWords(economy.currency)}, as the case does.`,
    `Sums over years are discounted at ${formatPercent(rate)} a year. Value added is ${formatPercent(economy.valueAddedShare, 0)} of output where a region’s product is not given.`,
    `The regions are compared with ${economy.higherLevel === null ? 'their sum' : 'the higher-level region of the case'}. Growth is observed over ${economy.years[0]}–${economy.years.at(-1)} in ${economy.industries.length} industries and ${economy.regions.length} regions.`,
    `${futures.length === 1 ? '' : `Where futures differ, each has its value, in the order ${futures.map((future) => future.scenario.label).join(' / ')}. `}Status judgement means that no source gives the number.`,
    ...notes,
  ];
  const wide = (table: TextTable, printed: boolean) => `<div class="wide">${htmlTable(table, printed)}</div>`;
  const changed = changedTable(futures);
  const tables = [...(sampled === null ? [] : [sampled]), ...parameterTables(futures)];
  // What was drawn and from what stands on paper among all numbers, but not what binds draws together.
  const drawn = (sampled?.notes ?? []).map((note) => `<p class="on-paper note">${richText(note)}</p>`).join('');
  return chapterSection(
    'assumptions',
    'Assumptions',
    facts.map((fact) => `<p>${richText(sentence(fact))}</p>`).join('') +
      (changed === null ? '' : details(changed.title, wide(changed, true))) +
      tables.map((table) => aside(table.title, wide(table, false))).join('') +
      paperParameters(futures) +
      drawn,
  );
}

/** The policies of each future: every one with its numbers, effects and cost. */
export function planSection(comparison: Comparison): PageSection {
  const { futures } = comparison;
  const overview = policyOverview(futures);
  const parts = futures.map((future, k) => {
    if (future.compiled.policies.length === 0)
      return `<p>${richText(sentence(future.scenario.label))} has no policy.</p>`;
    const same = k > 0 && samePolicies(future, futures[0]!);
    const fields = same
      ? ''
      : aside(
          `${future.scenario.label}: every number of each policy, with its source`,
          policyFieldTables(future)
            .map((table) => `<div class="wide">${htmlTable(table, false)}</div>`)
            .join(''),
        );
    const effects = aside(
      `${future.scenario.label}: what each policy does and costs, year by year`,
      planTables(future)
        .map((table) => htmlTable(shortened(table, `tandem plan ${future.id}.yaml --format csv`), false))
        .join(''),
    );
    return fields + (same ? '' : paperPolicies(future)) + effects;
  });
  const word = futures.slice(1).filter((future) => samePolicies(future, futures[0]!));
  const alike =
    word.length === 0
      ? ''
      : `<p>The policies of ${richText(listed(word.map((future) => future.scenario.label)))} are those of ${richText(futures[0]!.scenario.label)}, word for word. What differs is how far the regions act together, and what follows from it.</p>`;
  const html = `${alike}${overview === null ? '' : htmlTable(overview)}${parts.join('')}`;
  return chapterSection('plan', 'The plan, policy by policy', html);
}

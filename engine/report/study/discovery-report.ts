import type { LossDiscovery } from '../../montecarlo/discovery/discover-losses.js';
import { boxSentence } from '../../montecarlo/discovery/sentence.js';
import { inputName, inputWords } from '../text/key-words.js';
import { formatFixed, formatNumber, formatPercent, NO_NUMBER } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import type { Layout, TextTable } from '../text/text-table.js';
import { wrapWords } from '../text/text-width.js';
import { count } from './study-answer.js';

/** The conditions under which the last future loses, for a terminal: a sentence a box, then its bounds. */
export function discoveryText(found: LossDiscovery, layout: Layout): string {
  const lines = discoverySentences(found).flatMap((sentence) => wrapWords(sentence, layout.width));
  const table = discoveryTable(found);
  return `${lines.join('\n')}\n${table === null ? '' : `\n${renderTextTable(table, layout)}`}`;
}

/**
 * The findings of scenario discovery in sentences.
 *
 * @param name how inputs are named; default as files name them
 */
export function discoverySentences(
  { labels: { later, first }, discovery }: LossDiscovery,
  name: (input: string) => string = inputWords,
): string[] {
  const { draws, cases } = discovery;
  const loses = `${later} brings less than ${first}`;
  switch (discovery.status) {
    case 'no-cases':
      return [`${loses} in none of ${count(draws)} draws.`];
    case 'only-cases':
      return [`${loses} in all of ${count(draws)} draws.`];
    case 'too-few':
      return [`${count(draws)} draws are too few to find where ${loses}.`];
    case 'no-box':
      return [
        `${loses} in ${count(cases)} of ${count(draws)} draws, here and there: no range of any input tells where.`,
      ];
    case 'ok':
      return discovery.boxes.map((box, k) =>
        boxSentence(loses, box, { labels: inputLabels(box, name), among: k === 0 ? 'all' : 'rest' }),
      );
  }
}

function inputLabels(
  box: { readonly restrictions: readonly { readonly name: string }[] },
  word: (input: string) => string,
): ReadonlyMap<string, string> {
  return new Map(box.restrictions.map(({ name }) => [name, word(name)]));
}

/** The bounds of the boxes that were found; null where there are none. */
export function discoveryTable({ discovery, labels: { later, first } }: LossDiscovery): TextTable | null {
  if (discovery.status !== 'ok') return null;
  const { boxes } = discovery;
  return {
    title: `Where ${later} brings less than ${first}: boxes of inputs (PRIM)`,
    columns: [
      { heading: 'box', align: 'right' },
      { heading: 'input', whole: true },
      { heading: 'above', align: 'right' },
      { heading: 'below', align: 'right' },
      { heading: 'quasi-p', align: 'right' },
      { heading: 'density', align: 'right' },
      { heading: 'coverage', align: 'right' },
      { heading: 'draws', align: 'right' },
    ],
    rows: boxes.flatMap((box, b) =>
      box.restrictions.map(({ name, low, high, quasiP }, k) => [
        k === 0 ? String(b + 1) : '',
        inputName(name),
        low === null ? NO_NUMBER : formatNumber(low, 3),
        high === null ? NO_NUMBER : formatNumber(high, 3),
        quasiP < 0.001 ? '<0.001' : formatFixed(quasiP, 3),
        ...(k === 0 ? [formatPercent(box.density, 0), formatPercent(box.coverage, 0), count(box.draws)] : ['', '', '']),
      ]),
    ),
    notes: [
      `Density: how many of a box’s draws are losses (of all draws ${formatPercent(discovery.cases / discovery.draws, 1)}). Coverage: how many of all losses are in it.`,
    ],
  };
}

/** A discovery as one plain object. */
export function discoveryJson(found: LossDiscovery) {
  const { later, first, discovery } = found;
  return {
    future: later,
    against: first,
    status: discovery.status,
    draws: discovery.draws,
    cases: discovery.cases,
    sentences: discoverySentences(found),
    boxes:
      discovery.status === 'ok'
        ? discovery.boxes.map(({ draws, cases, density, coverage, support, restrictions }) => ({
            draws,
            cases,
            density,
            coverage,
            support,
            restrictions,
          }))
        : [],
  };
}

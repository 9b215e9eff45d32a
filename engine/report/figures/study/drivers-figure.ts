import { driversTable } from '../../study/drivers-table.js';
import { rankedDrivers, signedFixed } from '../../study/study-answer.js';
import { inputWords } from '../../text/key-words.js';
import { formatFixed, formatPercent } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import { barPanel } from '../drawing/bar-panel.js';
import type { Figure } from '../drawing/figure.js';
import type { StudyView } from './study-view.js';

/** Inputs that are drawn as bars. */
const BARS = 15;

/** The inputs that the gain hinges on, by rank regression over the draws; null where there is none. */
export function driversFigure(view: StudyView): Figure | null {
  const { drivers, names, last, against } = view;
  const { regression } = drivers;
  const table = driversTable(drivers);
  if (regression.status !== 'ok' || table === null) return null;
  const ranked = rankedDrivers(drivers).slice(0, BARS);
  if (ranked.length === 0) return null;
  const telling = ranked.filter(({ low, high }) => low > 0 || high < 0);
  const most = telling
    .slice(0, 2)
    .map(({ input, coefficient }) => `${inputWords(input)} (${signedFixed(coefficient)})`);
  return {
    id: 'drivers',
    title: `What the gain of ${names[last]} over ${against} hinges on`,
    finding:
      most.length === 0
        ? 'It hinges on no single number that was drawn.'
        : `It hinges most on ${listed(most)}. Together all numbers explain ${formatPercent(regression.adjustedRSquared, 0)} of its ranks. The rest is chance and what works only in combination.`,
    caption: `Bars are rank regression coefficients with 95% intervals. They say by how many standard deviations the gain moves in rank where the number moves by one. To the right: the more of it, the larger the gain.${ranked.length < drivers.inputs.length ? ` The ${ranked.length} largest of ${drivers.inputs.length} are shown. The table has all.` : ''} A policy’s failure counts as 1 where it fails.`,
    legend: [],
    panels: [
      barPanel({
        title: 'Rank coefficients, the largest first',
        description: ranked
          .map(({ input, coefficient }) => `${inputWords(input)} ${signedFixed(coefficient)}`)
          .join('; '),
        xTitle: 'rank coefficient',
        bars: ranked.map(({ input, coefficient, low, high }) => ({
          name: inputWords(input),
          from: 0,
          to: coefficient,
          text: formatFixed(coefficient, 2),
          interval: [low, high] as const,
        })),
        width: 430,
      }),
    ],
    columns: 1,
    tables: [table],
  };
}

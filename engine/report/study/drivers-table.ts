import type { StudyDrivers } from '../../montecarlo/answers/study-drivers.js';
import { inputName } from '../text/key-words.js';
import { formatFixed, formatPercent } from '../text/number-format.js';
import type { TextTable } from '../text/text-table.js';
import { rankedDrivers } from './study-answer.js';

/** The inputs that the gain hinges on, the most telling first; null where the draws cannot tell. */
export function driversTable(drivers: StudyDrivers): TextTable | null {
  const { regression } = drivers;
  if (regression.status !== 'ok') return null;
  const ranked = rankedDrivers(drivers);
  return {
    title: 'What the gain hinges on: standardised rank regression coefficients over the draws',
    columns: [
      { heading: 'drawn number', whole: true },
      { heading: 'coefficient', align: 'right' },
      { heading: '95% interval', align: 'right' },
    ],
    rows: ranked.map(({ input, coefficient, low, high }) => [
      inputName(input),
      formatFixed(coefficient, 3),
      `${formatFixed(low, 3)} … ${formatFixed(high, 3)}`,
    ]),
    notes: [
      `The ranks of what was drawn explain ${formatPercent(regression.adjustedRSquared, 0)} of those of the gain; the rest is noise and interaction.`,
    ],
  };
}

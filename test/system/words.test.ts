import { describe, expect, it } from 'vitest';
import { pageOf } from '../report/page-of.js';
import { roughWords } from '../report/page-sentences.js';

const CJ = 'scenarios/changchun-jilin';
const NORTH = 'scenarios/uk-north';
const FEW = ['--workers', '1'];

const PAGES: readonly (readonly string[])[] = [
  ['tour', '--draws', '4'],
  ['run', `${CJ}/baseline.yaml`],
  ['run', `${NORTH}/together.yaml`],
  ['run', `${CJ}/coordinated.yaml`, '--draws', '10'],
  ['compare', `${NORTH}/apart.yaml`, `${NORTH}/together.yaml`, '--draws', '10'],
  ['compare', `${CJ}/uncoordinated.yaml`, `${CJ}/coordinated.yaml`, '--all', '--beliefs', `${CJ}/beliefs/steady.yaml`],
  ['validate', `${CJ}/baseline.yaml`, '--facts', `${CJ}/facts.yaml`, '--draws', '60', ...FEW],
  ['backtest', `${NORTH}/case.yaml`, '--draws', '20'],
  ['montecarlo', `${CJ}/study.yaml`, '--draws', '60', ...FEW],
  ['montecarlo', `${CJ}/study.yaml`, '--draws', '400', ...FEW],
  ['montecarlo', `${NORTH}/study.yaml`, '--draws', '60', ...FEW],
  ['sensitivity', `${CJ}/study.yaml`, '--method', 'morris', '--samples', '4', ...FEW],
  ['sensitivity', `${CJ}/study.yaml`, '--method', 'sobol', '--samples', '8', ...FEW],
  ['sensitivity', `${NORTH}/study.yaml`, '--method', 'rank', '--samples', '200', ...FEW],
  [
    'optimise',
    `${CJ}/portfolio.yaml`,
    '--budget',
    '600',
    '--evaluations',
    '60',
    '--draws',
    '20',
    '--fresh',
    '40',
    ...FEW,
  ],
];

describe('A page', () => {
  it.each(PAGES)(
    'of %s %s has no sentence of more than 20 words, and calls futures by their labels',
    async (...argv) => {
      const html = await pageOf(argv);
      expect(roughWords(html)).toEqual([]);
    },
    300_000,
  );
});

const CJ = 'scenarios/changchun-jilin';
const NORTH = 'scenarios/uk-north';
const SEARCH = ['--evaluations', '60', '--draws', '20', '--fresh', '40'];

/** Calls of every command that writes a page, on both bundled cases with few draws. */
export const PAGE_CALLS: readonly (readonly [command: string, of: string, ...argv: string[]])[] = [
  ['tour', '', '--draws', '4'],
  ['run', `${CJ}/coordinated.yaml`, '--draws', '20'],
  ['run', `${NORTH}/together.yaml`, '--draws', '20'],
  ['compare', `${CJ}/uncoordinated.yaml`, `${CJ}/coordinated.yaml`, '--draws', '20'],
  ['compare', `${NORTH}/apart.yaml`, `${NORTH}/together.yaml`, '--draws', '20'],
  ['montecarlo', `${CJ}/study.yaml`, '--draws', '60'],
  ['montecarlo', `${NORTH}/study.yaml`, '--draws', '60'],
  ['sensitivity', `${CJ}/study.yaml`, '--method', 'morris', '--samples', '4'],
  ['sensitivity', `${NORTH}/study.yaml`, '--method', 'rank', '--samples', '100'],
  ['optimise', `${CJ}/portfolio.yaml`, '--budget', '600', ...SEARCH],
  ['optimise', `${NORTH}/together.yaml`, ...SEARCH],
  ['validate', `${CJ}/baseline.yaml`, '--facts', `${CJ}/facts.yaml`, '--draws', '60'],
  // The other case has too few years for it.
  ['backtest', `${NORTH}/case.yaml`, '--draws', '20', '--no-channels'],
];

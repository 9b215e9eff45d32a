import type { Method } from '../../calibration/backtest/forecasts.js';

/** Each method as a page names it. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  tandem: 'the projection',
  'tandem, defaults': 'the projection, default numbers',
  'tandem, as the case': 'the projection, numbers of the case',
  'tandem, no lead': 'the projection, no lead lasts',
  'no change': 'nothing changes',
  'own growth': 'every cell goes on as before',
  'whole growth': 'industries as in the larger region',
  'mean of both': 'mean of these two',
  'all growth': 'everything grows alike',
  'all growth, all years': 'everything grows alike, all years',
  'shift-share, mix': 'shift-share by industry',
  'shift-share, regional': 'shift-share by industry and region',
};

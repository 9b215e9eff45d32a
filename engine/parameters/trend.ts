import type { NumberDefinition } from './definition.js';

const TREND_DEFINITIONS = {
  longRun: {
    meaning: 'log growth a year that every industry of the higher-level region fades to',
    unit: '1/yr',
    value: 'triangular(0.03, 0.05, 0.06)',
    range: [0.03, 0.06],
    domain: [-0.2, 0.2],
    source:
      'judgement: below the province’s latest real growth, which fell from 13.7 % in 2010 (Huanqiu, 4 September 2011) to about 6.5 % in 2015 (China Daily, 3 February 2016); a number about that province: 0.036 ± 0.007 in value added of 41 UK regions 1998–2021 in current prices and 0.016 ± 0.013 in employment of 16 German Länder 2008–2014, so that tandem new writes what its own table shows into the case',
    status: 'judgement',
    yearly: true,
  },
  halfLife: {
    meaning: 'years in which half the distance between observed and long-run growth is lost',
    unit: 'years',
    value: 'triangular(2, 3, 6)',
    range: [2, 6],
    domain: [0.01, 1000],
    source: 'judgement; the same slowdown',
    status: 'judgement',
  },
  shrinkage: {
    meaning:
      'part of an industry’s observed growth, less that of all industries together, that its trend starts with; the rest is taken for chance',
    unit: 'share',
    value: 1,
    range: [0, 1],
    domain: [0, 1],
    source:
      'judgement: 1 starts every trend at observed growth, as the source paper’s data are too few to tell otherwise; on panels 0.1 ± 0.3 (41 UK regions 1998–2021) and 1.1 ± 0.7 (16 German Länder 2008–2014); held out, with the other defaults, 0.5 does better than 1 in both (error of cells 12.9 against 13.5 %, 2.4 against 2.7 %), so that tandem new writes 0.5 into cases of one’s own',
    status: 'judgement',
  },
  floor: {
    meaning:
      'lowest observed growth that a trend starts with: an industry that shrank faster starts here, so that its end is not extrapolated',
    unit: '1/yr',
    value: -0.05,
    range: [-0.3, -0.05],
    domain: [-1, 0],
    source:
      'judgement; no industry of 41 UK regions or 16 German Länder falls as fast for long, so that the error there is the same with -0.3; on made panels whose industries shrink by 10 to 25 % a year throughout, -0.05 is up to 1.32 times as far off as the best simple rule, -0.3 up to 1.08 times: tandem calibrate and tandem new write -0.3',
    status: 'judgement',
  },
} as const satisfies Record<string, NumberDefinition>;

/** A key of `trend:`. */
export type TrendKey = keyof typeof TREND_DEFINITIONS;

/** The numbers of the trend. */
export const TREND: Readonly<Record<TrendKey, NumberDefinition>> = TREND_DEFINITIONS;

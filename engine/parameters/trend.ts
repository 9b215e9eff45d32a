import type { NumberDefinition } from './definition.js';

const TREND_DEFINITIONS = {
  longRun: {
    title: 'long-run growth',
    meaning: 'log growth a year of the whole, which the growth of all industries together fades to',
    unit: '1/yr',
    value: null,
    absent: 'the mean of the observed years, drawn toward 0.03',
    twoYears: 'triangular(0.03, 0.05, 0.06)',
    range: [0, 0.06],
    domain: [-0.2, 0.2],
    source:
      'derived from the observed years, three or more: m = w·ḡ + (1 − w)·.03 with w = .02² / (.02² + s²) and s² = 2·v/k, where ḡ is the mean of the k yearly growth rates and v their variance, pooled with .03² worth four years; the prior is judgement, from trials on panels of eleven countries and on the gross domestic product of 166 nations since 1985, in 80 % of which the whole is nearer so than by growth that goes on; with two years judgement: below the province’s latest real growth, which fell from 13.7 % in 2010 (Huanqiu, 4 September 2011) to about 6.5 % in 2015 (China Daily, 3 February 2016)',
    status: 'judgement',
    yearly: true,
  },
  halfLife: {
    title: 'years to fade to long-run growth',
    meaning: 'years in which half the distance between the last observed and long-run growth is lost',
    unit: 'years',
    value: 1,
    twoYears: 'triangular(2, 3, 6)',
    range: [0.5, 6],
    domain: [0.01, 1000],
    source:
      'judgement: growth of the whole in the last observed year is mostly of the year: in trials on eleven panels half of it is best left after a year, and less after two; with two observed years, whose rate is a mean of years, 3 after the slowdown of the bundled province',
    status: 'judgement',
  },
  shrinkage: {
    title: 'past growth of an industry that goes on',
    meaning:
      'part of an industry’s observed growth, less that of all industries together, that goes on; below 0 it falls back',
    unit: 'share',
    value: null,
    absent: 'fitted to the observed years, drawn toward 0.35',
    twoYears: 1,
    range: [-0.2, 1],
    domain: [-0.2, 1],
    source:
      'derived from the observed years, three or more: slope of growth over the next years on growth up to an origin, over all origins and horizons, drawn toward .35 with a strength worth six pairs; the prior is judgement, from trials on eleven panels; data alone 0.04 ± 0.07 (US states), 0.18 ± 0.09 (Australia), 0.34 ± 0.05 (European countries), 0.28 ± 0.08 (UK regions), 0.10 ± 0.26 (German Länder); with two years 1, since one rate of growth cannot tell',
    status: 'judgement',
  },
  mixHalfLife: {
    title: 'years for industries to become alike',
    meaning: 'years in which half of what goes on of an industry’s relative growth is lost',
    unit: 'years',
    value: 10,
    range: [3, 40],
    domain: [0.01, 1000],
    source:
      'judgement: beyond the ten years that panels were held out for; over those it hardly matters (error of cells of five panels .3 % larger without any fading)',
    status: 'judgement',
  },
  floor: {
    title: 'lowest growth to start from',
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

import type { NumberDefinition } from './definition.js';

const NOISE_DEFINITIONS = {
  common: noiseDefinition('chance in all industries', 'σ_a', 'noise common to all industries in all regions', 0, {
    source:
      'judgement: 0 leaves it out, since it moves every future alike and hardly shows in a single cell; it widens what whole regions may come to: beside the drift 0.015 ± 0.008 in value added of 41 UK regions 1998–2021, 0.006 ± 0.004 in employment of 16 German Länder 2008–2014 (tandem calibrate, which estimates it); set it where the band of a total matters',
    status: 'judgement',
  }),
  industry: noiseDefinition('chance in one industry', 'σ_i', 'noise common to an industry in all regions', 0.03, {
    source:
      'judgement: as much as that of a single cell; on panels 0.056 ± 0.006 (41 UK regions 1998–2021) and 0.015 ± 0.004 (16 German Länder 2008–2014), in both a little less than that of a cell',
    status: 'judgement',
  }),
  region: noiseDefinition('chance in one region', 'σ_r', 'noise common to a region', 0.015, {
    source:
      'judgement: half of that of a single cell; on panels a fifth to a third, once what a mean of few large cells carries is taken off: 0.012 ± 0.003 (41 UK regions 1998–2021), 0.005 ± 0.002 (16 German Länder 2008–2014)',
    status: 'judgement',
  }),
  cell: noiseDefinition(
    'chance in one industry of one region',
    'σ_ri',
    'noise of a single industry in a single region',
    0.03,
    {
      source:
        'derived, own calculation: the s.d. of relative log growth a year is .016–.021 in German employment, .022–.042 in value added of UK ITL2 regions (Office for National Statistics, regional gross value added, balanced) and US states, .049–.057 in UK ITL3 regions; over all years, small cells included, 0.064 ± 0.006 (UK ITL2) and 0.017 ± 0.004 (German Länder)',
      status: 'derived',
    },
  ),
  drift: {
    ...noiseDefinition(
      'lasting error of growth',
      'σ_g',
      'error of growth of the whole that lasts as long as a draw',
      0.01,
      {
        source:
          'judgement: about what the mean growth of a decade is off by on panels; a calm past does not show it, so that no calibration lowers it; with it the band of 90 % held what came in 86, 94, 96, 89 and 100 % of regions (US states, Australia, European countries, UK regions, German Länder), against 77, 91, 90, 76 and 99 before',
        status: 'judgement',
      },
    ),
    range: [0, 0.03],
  },
  persistence: {
    title: 'carry-over of chance',
    symbol: 'θ',
    meaning: 'part of the noise that carries over to the next year',
    unit: '1/yr',
    value: 0.25,
    twoYears: 0.5,
    range: [0, 0.9],
    domain: [-0.99, 0.99],
    source:
      'judgement: on panels 0.20 ± 0.04 (US states), 0.00 ± 0.05 (Australia), 0.42 ± 0.09 (European countries), 0.02 ± 0.04 (UK regions) and 0.27 ± 0.12 (German Länder), tandem calibrate; what lasts longer is the drift; below 0, errors are made up for later, as those of measurement are; with two observed years 0.5, as the model’s first version had it',
    status: 'judgement',
  },
} as const satisfies Record<string, NumberDefinition>;

/** A key of `noise:`. */
export type NoiseKey = keyof typeof NOISE_DEFINITIONS;

/** The numbers of the noise, which Monte Carlo alone uses. */
export const NOISE: Readonly<Record<NoiseKey, NumberDefinition>> = NOISE_DEFINITIONS;

function noiseDefinition(
  title: string,
  symbol: string,
  meaning: string,
  value: number,
  evidence: Pick<NumberDefinition, 'source' | 'status'>,
): NumberDefinition {
  return {
    title,
    symbol,
    meaning: `standard deviation of the ${meaning}`,
    unit: 'log points a year',
    value,
    range: [0, 0.06],
    domain: [0, 1],
    ...evidence,
  };
}

import type { NumberDefinition } from './definition.js';

const NOISE_DEFINITIONS = {
  common: noiseDefinition('σ_a', 'noise common to all industries in all regions', 0, {
    source:
      'judgement: 0 leaves it out, since it moves every future alike and hardly shows in a single cell; it widens what whole regions may come to: 0.024 ± 0.006 in value added of 41 UK regions 1998–2021, 0.007 ± 0.004 in employment of 16 German Länder 2008–2014 (tandem calibrate, which estimates it); set it where the band of a total matters',
    status: 'judgement',
  }),
  industry: noiseDefinition('σ_i', 'noise common to an industry in all regions', 0.03, {
    source:
      'judgement: as much as that of a single cell; on panels 0.058 ± 0.006 (41 UK regions 1998–2021) and 0.016 ± 0.005 (16 German Länder 2008–2014), in both a little less than that of a cell',
    status: 'judgement',
  }),
  region: noiseDefinition('σ_r', 'noise common to a region', 0.015, {
    source:
      'judgement: half of that of a single cell; on panels a sixth or less, once what a mean of few large cells carries is taken off: 0.005 ± 0.003 (41 UK regions 1998–2021), 0.003 ± 0.002 (16 German Länder 2008–2014)',
    status: 'judgement',
  }),
  cell: noiseDefinition('σ_ri', 'noise of a single industry in a single region', 0.03, {
    source:
      'derived, own calculation: the s.d. of relative log growth a year is .016–.021 in German employment, .022–.042 in value added of UK ITL2 regions (Office for National Statistics, regional gross value added, balanced) and US states, .049–.057 in UK ITL3 regions; over all years, small cells included, 0.070 ± 0.007 (UK ITL2) and 0.018 ± 0.005 (German Länder)',
    status: 'derived',
  }),
  persistence: {
    symbol: 'θ',
    meaning: 'part of the noise that carries over to the next year',
    unit: '1/yr',
    value: 0.5,
    range: [0, 0.9],
    domain: [-0.99, 0.99],
    source:
      'judgement: between the noise of cells, which does not last on panels (0.05 ± 0.04 in 41 UK regions 1998–2021, 0.14 ± 0.12 in 16 German Länder 2008–2014, tandem calibrate), and booms and slumps of whole regions, which do: with noise as short as that of cells a band of 90 % held 59 % of what UK regions came to ten years ahead; below 0, errors are made up for later, as those of measurement are',
    status: 'judgement',
  },
} as const satisfies Record<string, NumberDefinition>;

/** A key of `noise:`. */
export type NoiseKey = keyof typeof NOISE_DEFINITIONS;

/** The numbers of the noise, which Monte Carlo alone uses. */
export const NOISE: Readonly<Record<NoiseKey, NumberDefinition>> = NOISE_DEFINITIONS;

function noiseDefinition(
  symbol: string,
  meaning: string,
  value: number,
  evidence: Pick<NumberDefinition, 'source' | 'status'>,
): NumberDefinition {
  return {
    symbol,
    meaning: `standard deviation of the ${meaning}`,
    unit: 'log points a year',
    value,
    range: [0, 0.06],
    domain: [0, 1],
    ...evidence,
  };
}

import { addValue, emptySample, type Sample } from '../../engine/statistics/sample.js';

/** The sample of these numbers. */
export function sampleOf(values: Iterable<number>, keep = true): Sample {
  const sample = emptySample(keep);
  for (const value of values) addValue(sample, value);
  return sample;
}

import { correlatedSampler } from '../sampling/correlated-sampler.js';
import type { Sampler } from '../sampling/sampler.js';
import type { Study } from '../study/study.js';
import { SOBOL_PATHS } from '../study/uncertain.js';

/** The sampler of a study's uncertain numbers, in their order. */
export function studySampler({ sampler, seed, draws, uncertain, correlations }: Study): Sampler {
  const dimensions = uncertain.map(({ path }) => path);
  return correlatedSampler(sampler, { seed, draws, dimensions, places: SOBOL_PATHS }, correlations);
}

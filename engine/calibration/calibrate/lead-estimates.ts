import { hypot, square } from '../../exact-math/index.js';
import { PARAMETERS } from '../../parameters/parameters.js';
import type { Belief } from '../../statistics/belief.js';
import { beliefOf } from './belief.js';
import { type Estimate, estimate, NO_FADING, NO_SUCCESSION } from './estimate.js';
import { fadingSlopes } from './fading-slopes.js';
import type { GroupedMoments } from './growth-moments.js';

/** Standard deviations with which the defaults are held: that of a cell’s own lead is small, since on no panel does it help. */
const OWN_SHRINKAGE_SD = 0.1;
const REGIONAL_SHRINKAGE_SD = 0.25;

const PERSISTENCES = Array.from({ length: 21 }, (_, k) => k * 0.05);

/** The parts of a cell's and of a region's own lead that last, and how they fade. */
export function leadEstimates(moments: GroupedMoments): Estimate[] {
  const ownPrior = { value: beliefOf(PARAMETERS.shrinkage.value!).value, sd: OWN_SHRINKAGE_SD };
  const furtherPrior = { value: beliefOf(PARAMETERS.regionalShrinkage.value!).value, sd: REGIONAL_SHRINKAGE_SD };
  const persistencePrior = beliefOf(PARAMETERS.persistence.value!);
  const both = { value: ownPrior.value + furtherPrior.value, sd: hypot(ownPrior.sd, furtherPrior.sd) };
  const lead = fadingSlopes(
    [
      { moments: moments.regions, prior: both },
      { moments: moments.cells, prior: ownPrior },
    ],
    { prior: persistencePrior, grid: PERSISTENCES, yearly: (value) => value },
  );
  const [regional, own] = [lead.slopes[0]!, lead.slopes[1]!];
  const shrinkage = estimate('parameters.shrinkage', {
    prior: ownPrior,
    ...own,
    domain: [0, 1],
    otherwise: NO_SUCCESSION,
  });
  return [
    estimate('parameters.persistence', {
      prior: persistencePrior,
      data: null,
      posterior: lead.fade,
      weight: lead.fadeWeight,
      domain: [0, 1],
      otherwise: NO_FADING,
    }),
    shrinkage,
    estimate('parameters.regionalShrinkage', {
      prior: furtherPrior,
      data: difference(regional.data, own.data),
      // Both parameters act on a region's common lead; the further one is the regional estimate less the cells' own.
      posterior: { value: regional.posterior.value - shrinkage.value, sd: regional.posterior.sd },
      weight: Math.max(0, 1 - square(regional.posterior.sd / both.sd)),
      domain: [0, 1],
      otherwise: NO_SUCCESSION,
    }),
  ];
}

/** A difference of two estimates; null where one is missing. */
function difference(a: Belief | null, b: Belief | null): Belief | null {
  return a === null || b === null ? null : { value: a.value - b.value, sd: hypot(a.sd, b.sd) };
}

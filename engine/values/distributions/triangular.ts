import { square } from '../../exact-math/index.js';
import { type FamilyDefinition, modeMistake } from './family.js';

const SIGNATURE = 'triangular(lo, mode, hi)';

/** Triangular: linear from its ends to its mode. */
export const triangular: FamilyDefinition = {
  signature: SIGNATURE,
  counts: [3],
  check: (args) => modeMistake(SIGNATURE, args),
  centre: ([, mode]) => mode!,
  mean: ([lo, mode, hi]) => (lo! + mode! + hi!) / 3,
  variance: ([lo, mode, hi]) => (square(hi! - lo!) - (mode! - lo!) * (hi! - mode!)) / 18,
  support: ([lo, , hi]) => [lo!, hi!],
  cdf([lo, mode, hi], x) {
    if (x >= hi!) return 1;
    if (x <= lo!) return 0;
    if (x <= mode!) return square(x - lo!) / ((hi! - lo!) * (mode! - lo!));
    return 1 - square(hi! - x) / ((hi! - lo!) * (hi! - mode!));
  },
  quantileFunction([lo, mode, hi]) {
    if (lo! === hi!) return () => lo!;
    const atMode = (mode! - lo!) / (hi! - lo!);
    const rising = (hi! - lo!) * (mode! - lo!);
    const falling = (hi! - lo!) * (hi! - mode!);
    return (u) =>
      u < atMode ? Math.min(mode!, lo! + Math.sqrt(u * rising)) : Math.max(mode!, hi! - Math.sqrt((1 - u) * falling));
  },
};

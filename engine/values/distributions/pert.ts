import { beta } from './beta.js';
import { type FamilyDefinition, modeMistake } from './family.js';

const SIGNATURE = 'pert(lo, mode, hi)';

/** Vose's PERT distribution is a beta distribution between its ends. */
export const pert: FamilyDefinition = {
  signature: SIGNATURE,
  counts: [3],
  check: (args) => modeMistake(SIGNATURE, args),
  centre: ([, mode]) => mode!,
  mean: ([lo, mode, hi]) => (lo! + 4 * mode! + hi!) / 6,
  variance: ([lo, mode, hi]) => (lo! === hi! ? 0 : beta.variance(pertAsBeta(lo!, mode!, hi!))),
  support: ([lo, , hi]) => [lo!, hi!],
  cdf([lo, mode, hi], x) {
    if (x >= hi!) return 1;
    return x <= lo! ? 0 : beta.cdf(pertAsBeta(lo!, mode!, hi!), x);
  },
  quantileFunction: ([lo, mode, hi]) => (lo! === hi! ? () => lo! : beta.quantileFunction(pertAsBeta(lo!, mode!, hi!))),
};

function pertAsBeta(lo: number, mode: number, hi: number): [number, number, number, number] {
  return [1 + (4 * (mode - lo)) / (hi - lo), 1 + (4 * (hi - mode)) / (hi - lo), lo, hi];
}

import { square } from '../../exact-math/index.js';
import { normalCdf, normalDensity, normalQuantile } from '../../statistics/normal.js';
import { clamp, type FamilyDefinition, outOfOrder } from './family.js';

const SIGNATURE = 'normal(mean, sd[, lo, hi])';

/** Less than this probability between the bounds of a truncated normal is taken for a slip. */
const SMALLEST_PART = 1e-9;

/** Normal, with or without truncation. */
export const normal: FamilyDefinition = {
  signature: SIGNATURE,
  counts: [2, 4],
  check(args) {
    const [mean, sd, lo, hi] = args;
    if (sd! < 0) return { argument: 1, message: `the standard deviation ${sd} is negative`, hint: `write ${-sd!}` };
    if (lo === undefined || hi === undefined) return null;
    if (lo >= hi)
      return outOfOrder(3, `normal(${mean}, ${sd}, ${hi}, ${lo})`, 'the lower bound comes first', SIGNATURE);
    if (truncation(args).part >= SMALLEST_PART) return null;
    const message = `normal(${mean}, ${sd}) practically never lies between ${lo} and ${hi}`;
    return { argument: 2, message, hint: 'bounds around the mean' };
  },
  centre: ([mean]) => mean!,
  mean(args) {
    const { mean, sd, a, b, part } = truncation(args);
    return sd === 0 ? mean : mean + (sd * (normalDensity(a) - normalDensity(b))) / part;
  },
  variance(args) {
    const { sd, a, b, part } = truncation(args);
    const [densityA, densityB] = [normalDensity(a), normalDensity(b)];
    const edges = (Number.isFinite(a) ? a * densityA : 0) - (Number.isFinite(b) ? b * densityB : 0);
    return sd * sd * (1 + edges / part - square((densityA - densityB) / part));
  },
  support: ([mean, sd, lo, hi]) => (sd === 0 ? [mean!, mean!] : [lo ?? -Infinity, hi ?? Infinity]),
  cdf(args, x) {
    const { mean, sd, lo, hi, a, b, part } = truncation(args);
    if (sd === 0) return x < mean ? 0 : 1;
    if (x >= hi) return 1;
    if (x <= lo) return 0;
    const z = (x - mean) / sd;
    return clamp(a > 0 ? 1 - (normalCdf(-z) - normalCdf(-b)) / part : (normalCdf(z) - normalCdf(a)) / part, 0, 1);
  },
  quantileFunction(args) {
    const { mean, sd, lo, hi, a, b, part } = truncation(args);
    if (sd === 0) return () => mean;
    if (part === 1) return (u) => clamp(mean + sd * normalQuantile(u), lo, hi);
    const [below, above] = [normalCdf(a), normalCdf(-b)];
    return (u) => {
      const p = below + u * part;
      // In the upper half the complement keeps the digits that 1 − p would lose.
      const z = p <= 0.5 ? normalQuantile(p) : -normalQuantile(above + (1 - u) * part);
      return clamp(mean + sd * z, lo, hi);
    };
  },
};

/** A normal distribution's bounds, also in standard deviations from the mean, and the probability between them. */
function truncation([mean, sd, lo = -Infinity, hi = Infinity]: readonly number[]) {
  if (sd === 0) {
    const part = mean! >= lo && mean! <= hi ? 1 : 0;
    return { mean: mean!, sd, lo, hi, a: -Infinity, b: Infinity, part };
  }
  const a = (lo - mean!) / sd!;
  const b = (hi - mean!) / sd!;
  const part = a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
  return { mean: mean!, sd: sd!, lo, hi, a, b, part };
}

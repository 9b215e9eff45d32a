import { normalDensity } from '../../../engine/statistics/normal.js';
import { studentFromNormal, unitStudentQuantileFunction } from '../../../engine/statistics/student.js';

/** Degrees of freedom of the innovations. Judgement: with 8 the largest and the smallest cells of five panels are covered about alike. */
export const INNOVATION_FREEDOM = 8;
/** Innovations are cut at so many standard deviations: the exponential of an uncut one has no mean. */
export const LARGEST_INNOVATION = 6;

/** Points of the table for each standard deviation of the normal number, and the normal number beyond which innovations are cut. */
const POINTS = 64;
const REACH = 4;

/**
 * Prepares the function that turns standard normal numbers into innovations of the noise, in place: Student's t with 8 degrees of freedom at the same
 * probability, scaled to variance 1 and cut at 6 standard deviations.
 *
 * It runs millions of times in a study, so it reads a table by cubic Hermite interpolation, off by less than 1e-9 from `studentFromNormal`.
 */
export function createInnovations(): (numbers: Float64Array) => void {
  const values = new Float64Array(REACH * POINTS + 2);
  const slopes = new Float64Array(REACH * POINTS + 2);
  const quantile = unitStudentQuantileFunction(INNOVATION_FREEDOM);
  for (let k = 0; k < values.length; k++) {
    const z = k / POINTS;
    values[k] = studentFromNormal(z, quantile);
    slopes[k] = normalDensity(z) / unitStudentDensity(values[k]!) / POINTS;
  }
  return (numbers) => {
    for (let n = 0; n < numbers.length; n++) {
      const z = numbers[n]!;
      const place = Math.min(Math.abs(z), REACH) * POINTS;
      const k = place | 0;
      const u = place - k;
      const left = values[k]!;
      const rise = values[k + 1]! - left;
      const a = slopes[k]! - rise;
      const b = rise - slopes[k + 1]!;
      const size = left + u * (rise + (1 - u) * ((1 - u) * a + u * b));
      numbers[n] = Math.sign(z) * Math.min(LARGEST_INNOVATION, size);
    }
  };
}

/** Density of Student's t with 8 degrees of freedom scaled to variance 1: `35/(32·√6)·(1 + x²/6)^(−9/2)`. */
function unitStudentDensity(x: number): number {
  return (35 / (32 * Math.sqrt(6))) * (1 + (x * x) / 6) ** -4.5;
}

import { stream } from '../../engine/values/streams.js';

/** Evenly spread random numbers between two bounds, always the same. */
export function spread(from: number, to: number, count: number): number[] {
  const { uniform } = stream('exact-math', 0, `${from} … ${to}`);
  return Array.from({ length: count }, () => from + (to - from) * uniform());
}

/** Random numbers of both signs whose magnitudes are spread evenly by their logarithm. */
export function magnitudes(from: number, to: number, count: number): number[] {
  const powers = spread(Math.log2(from), Math.log2(to), count);
  return powers.map((power, k) => (k % 2 === 0 ? 1 : -1) * 2 ** power);
}

/** A number’s two neighbours among the doubles and itself. */
export function beside(x: number): number[] {
  const places = new DataView(new ArrayBuffer(8));
  places.setFloat64(0, x);
  const bits = places.getBigInt64(0);
  return [bits - 1n, bits, bits + 1n].map((each) => {
    places.setBigInt64(0, each);
    return places.getFloat64(0);
  });
}

const integers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, k) => from + k);
const LEAST_NORMAL = 2 ** -1022;

/** Where e^x is hard: where its power of two changes, near the ends of its range, near 0. */
const EXPONENTS = [
  ...integers(-1076, 1023).flatMap((n) => beside((n + 0.5) * Math.LN2)),
  ...integers(-745, 709),
  ...[709.782712893384, -708.3964185322641, -745.1332191019411, 708, -708].flatMap(beside),
  ...spread(-745, 709, 3000),
  ...spread(-1, 1, 2000),
  ...magnitudes(2 ** -60, 1, 1000),
].filter((x) => x < 709.782712893384 && x > -745.13);

/** Where a logarithm is hard: near 1, near √½ and √2 times powers of two, and in subnormal numbers. */
const POSITIVE = [
  ...integers(-1022, 1023).flatMap((n) => [Math.SQRT1_2, 1].flatMap((m) => beside(m * 2 ** n))),
  ...integers(1, 1000),
  ...spread(0.5, 2, 3000),
  ...spread(1 - 1e-6, 1 + 1e-6, 500),
  ...magnitudes(2 ** -1074, 2 ** 1023, 2000).map(Math.abs),
  ...[Number.MAX_VALUE, Number.MIN_VALUE, LEAST_NORMAL, LEAST_NORMAL * (1 - Number.EPSILON)],
].filter((x) => x > 0 && x !== 1);

const SMALL = magnitudes(2 ** -60, 1, 2000);

/** Angles, those near multiples of a quarter turn included. */
const ANGLES = [
  ...SMALL,
  ...spread(-7, 7, 3000),
  ...spread(-1e6, 1e6, 1000),
  ...integers(-40, 40).flatMap((n) => beside((n * Math.PI) / 4)),
  ...[573_204, 1_048_575].flatMap((n) => beside((n * Math.PI) / 2)),
].filter((x) => Math.abs(x) >= 2 ** -60);

/** Thousands of points for each function, those included at which it is hard. */
export const POINTS = {
  exp: EXPONENTS,
  log: POSITIVE,
  expm1: [...EXPONENTS, ...SMALL].filter((x) => Math.abs(x) >= 2 ** -60),
  tanh: [...SMALL, ...spread(-22, 22, 3000), ...[20, 19.06, 0.17328679513998632].flatMap(beside)],
  log1p: [...SMALL, ...spread(-1, 3, 3000), ...magnitudes(1e-3, 1e300, 1000).map(Math.abs)].filter((x) => x > -1),
  log2: POSITIVE,
  log10: POSITIVE,
  sin: ANGLES,
  cos: ANGLES,
  asin: [...SMALL, ...spread(-1, 1, 3000), ...[0.5, 1].flatMap(beside)].filter((x) => Math.abs(x) <= 1),
  softplus: [...spread(-100, 100, 3000), ...spread(-2, 2, 1000), ...[40, 36.7, 37.4, -36.7].flatMap(beside)],
};

/** Numbers of which functions have other values than the rule for ordinary ones. */
export const SPECIAL = [0, 1, 0.5, 2, 3, 5e-324, 1e-310, 1e300, Infinity, NaN].flatMap((x) => [x, -x]);

/** Functions of angles in radians by the methods and coefficients of fdlibm (Sun Microsystems, 1993), to 1 unit in the last place. */

/** 2 / π, and π / 2 in three parts: the first two have 33 bits, so that their products with a count of quarter turns are exact. */
const QUARTERS = 0.6366197723675814;
const QUARTER_1 = 1.5707963267341256;
const QUARTER_2 = 6.077100506303966e-11;
const QUARTER_3 = 2.0222662487959506e-21;
/** What rounding took from π / 2; π / 4. */
const HALF_PI_LOW = 6.123233995736766e-17;
const QUARTER_PI = 0.7853981633974483;
/** Largest angle: up to it a count of quarter turns has 20 bits. */
const MOST = 1_647_099;

/** Sine of the sum of an angle up to π / 4 and a far smaller one. */
function nearSine(x: number, low: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    0.00833333333332249 +
    z * (-0.0001984126982985795 + z * 2.7557313707070068e-6) +
    z * (z * z) * (-2.5050760253406863e-8 + z * 1.58969099521155e-10);
  return x - (z * (0.5 * low - v * r) - low - v * -0.16666666666666632);
}

/** Cosine of the sum of an angle up to π / 4 and a far smaller one. */
function nearCosine(x: number, low: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (0.0416666666666666 + z * (-0.001388888888887411 + z * 2.480158728947673e-5)) +
    w * w * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const half = 0.5 * z;
  const one = 1 - half;
  return one + (1 - one - half + (z * r - x * low));
}

/** Sine of an angle and a count of quarter turns; NaN of an angle beyond MOST. */
function turned(x: number, quarters: number): number {
  if (!(Math.abs(x) <= MOST)) return NaN;
  const n = Math.floor(x * QUARTERS + 0.5);
  const first = x - n * QUARTER_1;
  const second = n * QUARTER_2;
  const rest = first - second;
  const third = n * QUARTER_3 - (first - rest - second);
  const angle = rest - third;
  const low = rest - angle - third;
  // The remainder of a negative count too, 0 … 3.
  const quadrant = (n + quarters) & 3;
  const size = quadrant % 2 === 0 ? nearSine(angle, low) : nearCosine(angle, low);
  return quadrant >= 2 ? -size : size;
}

/**
 * Sine of an angle up to 1,647,099, NaN beyond.
 *
 * @example
 * sin(Math.PI / 6); // → 0.5
 */
export function sin(x: number): number {
  return x === 0 ? x : turned(x, 0);
}

/**
 * Cosine of an angle up to 1,647,099, NaN beyond.
 *
 * @example
 * cos(Math.PI / 3); // → 0.5
 */
export function cos(x: number): number {
  return turned(x, 1);
}

/** (asin √t − √t) / √t of t up to ¼. */
function arcRest(t: number): number {
  const p =
    t *
    (0.16666666666666666 +
      t *
        (-0.3255658186224009 +
          t *
            (0.20121253213486293 +
              t * (-0.04005553450067941 + t * (0.0007915349942898145 + t * 3.479331075960212e-5)))));
  const q =
    1 + t * (-2.403394911734414 + t * (2.0209457602335057 + t * (-0.6882839716054533 + t * 0.07703815055590194)));
  return p / q;
}

/**
 * Arc sine; NaN outside −1 … 1.
 *
 * @example
 * asin(1); // → 1.57079632679490
 */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 0.5) return x + x * arcRest(x * x);
  const t = 0.5 * (1 - size);
  const root = Math.sqrt(t);
  const high = Math.fround(root);
  const low = root === 0 ? 0 : (t - high * high) / (root + high);
  const angle = QUARTER_PI - (2 * root * arcRest(t) - (HALF_PI_LOW - 2 * low) - (QUARTER_PI - 2 * high));
  return x < 0 ? -angle : angle;
}

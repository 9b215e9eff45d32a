/** Land in use on the reference path, as a part of capacity, and where pressure sets in; width of the soft threshold. */
const LAND_IN_USE = 0.85;
const LAND_PRESSURE_FROM = 0.95;
const LAND_SOFTNESS = 0.05;

/**
 * The pressure on land, `U = 0.05·ln(1 + e^((ln u − ln 0.95)/0.05))` with u = 0.85 · use: near 0 with room to spare, rising log-linearly once the
 * land in use passes its threshold.
 *
 * @param relativeUse output over land capacity, both relative to the reference path
 *
 * @example
 * landPressure(0.95 / 0.85); // → 0.0346573590280
 */
export function landPressure(relativeUse: number): number {
  const over = (Math.log(LAND_IN_USE * relativeUse) - Math.log(LAND_PRESSURE_FROM)) / LAND_SOFTNESS;
  // ln(1 + e^x) is x to machine precision long before e^x overflows.
  return LAND_SOFTNESS * (over > 40 ? over : Math.log1p(Math.exp(over)));
}

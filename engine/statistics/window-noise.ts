/**
 * The standard deviation of the average growth over a window that comes from noise alone: that of the mean of `years` values of a stationary
 * first-order autoregression,
 *
 * σ_w = σ · √(w + 2 Σ_{k=1}^{w−1} (w − k) θ^k) / w,
 *
 * which is σ / √w without persistence and σ where noise lasts for ever.
 *
 * @param sd standard deviation of the noise of a year, σ, in log points
 * @param persistence part of the noise that carries over to the next year, θ
 * @param years years of the window, w
 *
 * @example
 * windowNoise(0.03, 0, 9); // → 0.01
 * windowNoise(0.03, 1, 9); // → 0.03
 * windowNoise(0.04, 0.5, 2).toFixed(5); // → '0.03464'
 */
export function windowNoise(sd: number, persistence: number, years: number): number {
  let variance = years;
  let carried = 1;
  for (let k = 1; k < years; k++) {
    carried *= persistence;
    variance += 2 * (years - k) * carried;
  }
  return (sd * Math.sqrt(variance)) / years;
}

import { log1p } from '../exact-math/index.js';
import type { NoiseParameters } from '../kernel/inputs.js';
import { windowNoise } from '../statistics/window-noise.js';
import type { Projection } from './plan.js';
import { relativeGrowth } from './relative-growth.js';

/**
 * Cells whose growth over the window differs from that of their industry in the whole by less than one standard deviation of their own noise and
 * their region's: chance alone may have put them on their side of the line where the stages part. Noise that an industry has everywhere drops out.
 *
 * @param noise of the plan; where all of it is 0, no cell is like the whole but one that grows exactly as it
 * @returns regions × industries, 1 where a cell is like the whole
 */
export function likeTheWhole(projection: Projection, noise: NoiseParameters, y: number): Uint8Array {
  const { plan } = projection;
  const growth = relativeGrowth(projection, y);
  const alike = new Uint8Array(growth.length);
  const unit = windowNoise(1, noise.persistence, plan.window);
  for (let c = 0; c < alike.length; c++) {
    const cell = noise.cell * (noise.relativeCell?.[c] ?? 1);
    const own = unit * Math.sqrt(cell * cell + noise.region * noise.region);
    // A cell without growth has no stage to be unsure of.
    if (Math.abs(log1p(growth[c]!)) < own) alike[c] = 1;
  }
  return alike;
}

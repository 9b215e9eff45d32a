import { describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { rivalryLoss } from '../../engine/projection/rivalry-loss.js';
import { bundledFuture } from '../bundled.js';

describe('The loss to rivalry', () => {
  it('is ψ·ω·b·S·u in the tutorial’s base year, and six tenths of it once 40 % of the border is open', async () => {
    // By hand: ψ = .3, ω = 1/6, b = .5, S = .32/.68, u = .4 in both industries.
    const byHand = 0.3 * (1 / 6) * 0.5 * (0.32 / 0.68) * 0.4;
    const closed = runFuture(await bundledFuture('tutorial/baseline')).projection;
    const open = runFuture(await bundledFuture('tutorial/open-border')).projection;
    expect(rivalryLoss(closed, 0)[0]).toBeCloseTo(byHand, 14);
    expect(rivalryLoss(open, 0)[1]).toBeCloseTo(0.6 * byHand, 14);
  });

  it('is nothing where ψ is 0', async () => {
    const { projection } = runFuture(await bundledFuture('tutorial/baseline', ['parameters.rivalry=0']));
    expect([...rivalryLoss(projection, 3)]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../engine/plan/compile.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { planText } from '../../engine/report/run/plan-text.js';
import { bundledFuture } from '../bundled.js';

describe('The table of a plan', () => {
  it('adds up what moves one cell and counts industries, not effects', async () => {
    const { scenario, economy } = await bundledFuture('changchun-jilin/way-merger');
    const compiled = compilePlan(economy, scenario, createResolver());
    const text = planText({ scenario, economy, compiled } as Parameters<typeof planText>[0], {
      width: 200,
      colour: false,
    });
    // Expected: .45 × 15 % × 5 % − .55 × 15 % × 2 % = .001725, in a row of its own beside the capacity moved.
    expect(text).toMatch(/Changchun\s+3 industries/);
    expect(text).not.toMatch(/6 industries/);
  });
});

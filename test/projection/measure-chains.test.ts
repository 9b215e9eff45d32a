import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../engine/plan/compile.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { measure } from '../../engine/projection/measure.js';
import { jointCompleteness } from '../../engine/projection/measure-chains.js';
import { project } from '../../engine/projection/project.js';
import { bundledFuture } from '../bundled.js';

async function bundled() {
  const { scenario, economy } = await bundledFuture('changchun-jilin/baseline');
  const { plan } = compilePlan(economy, scenario, createResolver());
  const projection = project(plan);
  return { plan, projection, measures: measure(projection), regions: economy.regions };
}

describe('The chains of the bundled cities in 2011', () => {
  it('are as complete and complementary as an independent computation from the same tables found', async () => {
    const { plan, projection, measures, regions } = await bundled();
    const [a, b] = [regions.indexOf('Changchun'), regions.indexOf('Jilin')];
    expect(measures.completeness![a]).toBeCloseTo(0.699, 3);
    expect(measures.completeness![b]).toBeCloseTo(0.809, 3);
    expect(jointCompleteness(plan, projection.output, [a, b], 0)).toBeCloseTo(0.78, 3);
    expect(measures.complementarity!.at(a * regions.length + b)).toBeCloseTo(0.05, 3);
  });

  it('say something else than the likeness of structures: over all pairs the two are hardly correlated', async () => {
    const { measures, regions } = await bundled();
    const pairs = regions.flatMap((_, r) => regions.slice(r + 1).map((__, k) => r * regions.length + r + 1 + k));
    const [x, y] = [measures.similarity, measures.complementarity!].map((of) => pairs.map((pair) => of.at(pair)!));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = (p: readonly number[], q: readonly number[]) =>
      mean(p.map((value, k) => (value - mean(p)) * (q[k]! - mean(q))));
    expect(spread(x!, y!) / Math.sqrt(spread(x!, x!) * spread(y!, y!))).toBeCloseTo(-0.01, 2);
  });
});

describe('Measures of chains', () => {
  it('are symmetric, and the same as those of two regions together and apart', async () => {
    const { plan, projection, measures, regions } = await bundled();
    const R = regions.length;
    const last = plan.years.length - 1;
    for (let r = 0; r < R; r++) {
      expect(measures.complementarity!.at((last * R + r) * R + r)).toBe(0);
      for (let s = 0; s < r; s++) {
        const there = measures.complementarity!.at((last * R + r) * R + s)!;
        expect(measures.complementarity!.at((last * R + s) * R + r)).toBe(there);
        expect(jointCompleteness(plan, projection.output, [r, s], last)).toBeGreaterThanOrEqual(
          Math.min(measures.completeness![last * R + r]!, measures.completeness![last * R + s]!),
        );
      }
    }
  });

  it('are null without an input–output table', async () => {
    const { scenario, economy } = await bundledFuture('tutorial/open-border');
    const { plan } = compilePlan(economy, scenario, createResolver());
    expect(measure(project(plan))).toMatchObject({ complementarity: null, completeness: null });
  });
});

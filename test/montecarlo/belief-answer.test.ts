import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import { beliefAnswer } from '../../engine/montecarlo/answers/belief-answer.js';
import { runStudy } from '../../engine/montecarlo/answers/run-study.js';
import { createStudy } from '../../engine/montecarlo/study/study.js';
import { bundledFuture } from '../bundled.js';

const DRAWS = { draws: 30, seed: 5 };

async function studyOf(...names: readonly string[]) {
  const futures = await Promise.all(names.map((name) => bundledFuture(name)));
  return runStudy(createStudy(futures, DRAWS));
}

describe('The answer under a belief', () => {
  it('is that of the study: central run, median, share of draws, and who loses in the median', async () => {
    const result = await studyOf('tutorial/open-border', 'tutorial/faster-link');
    const [later] = beliefAnswer({ id: 'b', title: 'B', why: 'for a test' }, result, false).later;
    const { total, regions } = result.gains[1]!.overFirst!;
    const central = compare(result.study.futures);
    expect(later!.central).toBe(central.differences[1]!.total);
    expect(later!.benefitCost).toBe(central.gains[1]!.benefitCost);
    expect([later!.p10, later!.median, later!.p90]).toEqual([total.p10, total.p50, total.p90]);
    expect(later!.better.hits).toBe(result.aligned.filter((gain) => gain > 0).length);
    expect(later!.losers).toEqual(result.regions.filter((_, r) => regions[r]!.p50! < 0));
  });

  it('of several futures compares each later one with the first', async () => {
    const result = await studyOf('tutorial/baseline', 'tutorial/open-border', 'tutorial/faster-link');
    expect(beliefAnswer(null, result, false).later.map(({ future }) => future)).toEqual(['open-border', 'faster-link']);
  });

  it('of a single future compares it with no policy', async () => {
    const result = await studyOf('tutorial/open-border');
    const answer = beliefAnswer(null, result, false);
    expect(answer.id).toBe('as written');
    expect(answer.later[0]!.median).toBe(result.gains[0]!.overNoPolicy.total.p50);
    expect(answer.later[0]!.central).toBe(compare(result.study.futures).gains[0]!.total);
  });
});

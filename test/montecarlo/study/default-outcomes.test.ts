import { describe, expect, it } from 'vitest';
import { defaultOutcomes } from '../../../engine/montecarlo/study/default-outcomes.js';
import { readOutcome } from '../../../engine/montecarlo/study/study-file.js';
import { bundledFuture } from '../../bundled.js';

describe('The outcomes of a study by default', () => {
  it('mean what their expressions say', async () => {
    for (const name of ['tutorial/open-border', 'changchun-jilin/coordinated']) {
      const future = await bundledFuture(name);
      for (const [outcome, { expression, formula }] of Object.entries(defaultOutcomes([future]))) {
        expect(formula, outcome).toEqual((await readOutcome(outcome, expression, future, 'here')).formula);
      }
    }
  });

  it('are output of the whole and of regions that act alone, gains, the compared pair and the balance', async () => {
    const future = await bundledFuture('changchun-jilin/coordinated');
    const outcomes = defaultOutcomes([future]);
    expect(Object.entries(outcomes).map(([name, { better }]) => [name, better])).toEqual([
      ['output', 'higher'],
      ['output of Changchun', 'higher'],
      ['output of Jilin', 'higher'],
      ['gain', 'higher'],
      ['net gain', 'higher'],
      ['cost', 'none'],
      ['similarity', 'none'],
      ['overlap', 'lower'],
      ['tie', 'higher'],
      ['theil', 'lower'],
    ]);
    expect(outcomes['net gain']!.expression).toContain(`${future.economy.valueAddedShare} *`);
  });

  it('are of the compared pair where policies act everywhere or nowhere', async () => {
    const names = Object.keys(defaultOutcomes([await bundledFuture('tutorial/baseline')]));
    expect(names.filter((name) => name.startsWith('output of'))).toEqual(['output of East', 'output of West']);
  });
});

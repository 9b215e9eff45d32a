import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import { kindsLeftOut } from '../../engine/compare/kinds-left-out.js';
import { bundledFuture } from '../bundled.js';

const APART = 'changchun-jilin/uncoordinated';
const TOGETHER = 'changchun-jilin/coordinated';

describe('A kind left out', () => {
  it('leaves what a comparison of files without its policies finds', async () => {
    const found = kindsLeftOut(await bundledFuture(APART), await bundledFuture(TOGETHER));
    const without = ['policies.Open the border.remove=true'];
    const { differences } = compare([await bundledFuture(APART, without), await bundledFuture(TOGETHER, without)]);
    const market = found.kinds.find(({ kind }) => kind === 'market')!;
    expect(market.without).toBeCloseTo(differences[1]!.total, 8);
    expect(market.carried).toBeCloseTo(found.total - differences[1]!.total, 8);
    expect(found.kinds.map(({ kind }) => kind)).toEqual([
      'merger',
      'cluster',
      'market',
      'services',
      'land',
      'infrastructure',
      'talent',
    ]);
  });

  it('carries everything where it is the only one, and nothing between a future and itself', async () => {
    const [none, market] = [
      await bundledFuture('changchun-jilin/baseline'),
      await bundledFuture('changchun-jilin/way-market'),
    ];
    const { total, kinds } = kindsLeftOut(none, market);
    expect(kinds).toEqual([{ kind: 'market', without: 0, carried: total }]);
    expect(kindsLeftOut(market, market)).toEqual({ total: 0, kinds: [{ kind: 'market', without: 0, carried: 0 }] });
  });
});

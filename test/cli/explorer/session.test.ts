import { describe, expect, it } from 'vitest';
import { showWhatIf } from '../../../cli/explorer/what-if/compute.js';
import { beginSession } from '../../../cli/explorer/what-if/session.js';
import { resetValue, setValue, type WhatIf } from '../../../cli/explorer/what-if/what-if.js';
import { readBundled } from '../../bundled.js';
import { PAIR } from './pair.js';

const read = readBundled();
describe('A session', () => {
  it('shows every move as a page would that had only just been opened', async () => {
    const session = beginSession(read);
    const border = 'policies."Open the border".intensity';
    const moves: readonly ((now: WhatIf) => WhatIf)[] = [
      (now) => now,
      (now) => setValue(now, 1, 'coordination', '0.4'),
      (now) => setValue(now, 1, 'coordination', '0.9'),
      (now) => setValue(now, 'all', 'parameters.rivalry', '0.2'),
      (now) => setValue(now, 0, border, '50%'),
      (now) => ({ ...now, equalCost: false }),
      (now) => resetValue(now, 'all', 'parameters.rivalry'),
      (now) => setValue(now, 'all', 'years.to', '2020'),
      (now) => ({
        ...now,
        equalCost: true,
        futures: now.futures.map((each) => ({ ...each, name: `my ${each.file.at(-6)}` })),
      }),
    ];
    let whatIf = PAIR;
    for (const move of moves) {
      whatIf = move(whatIf);
      const [kept, anew] = [await showWhatIf(read, whatIf, [], session), await showWhatIf(read, whatIf, [])];
      if ('mistakes' in kept || 'mistakes' in anew) throw new Error(JSON.stringify([kept, anew]));
      expect(kept.shown).toEqual(anew.shown);
      expect(kept.rest().figures.map(({ draw }) => draw())).toEqual(anew.rest().figures.map(({ draw }) => draw()));
    }
  });

  it('keeps the layout of a map whose regions have areas', async () => {
    const session = beginSession(read);
    const futures = PAIR.futures.map((future, k) => ({ ...future, file: `uk-north/${['apart', 'together'][k]}.yaml` }));
    for (const level of ['1', '0.3']) {
      const whatIf = setValue({ ...PAIR, futures }, 1, 'coordination', level);
      const [kept, anew] = [await showWhatIf(read, whatIf, [], session), await showWhatIf(read, whatIf, [])];
      if ('mistakes' in kept || 'mistakes' in anew) throw new Error(JSON.stringify([kept, anew]));
      expect(kept.shown.board).toEqual(anew.shown.board);
    }
  });
});

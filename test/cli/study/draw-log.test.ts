import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUsageError } from '../../../cli/errors.js';
import { type FolderLock, lockFolder } from '../../../cli/folder-lock.js';
import { type DrawLog, openDrawLog, STUDY_FOLDER } from '../../../cli/study/draw-log.js';
import type { Batch } from '../../../engine/montecarlo/draws/batch.js';

const FACTS = { version: '1.0.0', study: 'a', rows: 100, width: 3 };

let folder: string;
let draws: string;
let lock: FolderLock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  draws = join(folder, STUDY_FOLDER, 'draws.bin');
  lock = lockFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function batch(from: number, count: number, failures: Batch['failures'] = []): Batch {
  return { from, count, rows: Float64Array.from({ length: 3 * count }, (_, k) => from + k / 7), failures };
}

/** A log that was written and closed, ready to be gone on with. */
function written(...batches: readonly Batch[]): void {
  const log = openDrawLog(lock, FACTS, false);
  for (const each of batches) log.append(each);
  log.close();
}

function resumed<Value>(use: (log: DrawLog) => Value): Value {
  const log = openDrawLog(lock, FACTS, true);
  try {
    return use(log);
  } finally {
    log.close();
  }
}

describe('The log of draws', () => {
  it('gives back what was written, and what was whole when the process was killed', () => {
    written(batch(50, 10), batch(0, 5, [{ draw: 3, message: 'not finite' }]));
    const whole = statSync(draws).size;
    appendFileSync(draws, readFileSync(draws).subarray(0, 40));
    resumed((again) => {
      expect([...again.earlier()]).toEqual([batch(50, 10), batch(0, 5, [{ draw: 3, message: 'not finite' }])]);
      expect([statSync(draws).size, again.earlierDraws]).toEqual([whole, 15]);
      again.append(batch(5, 45));
      expect([...again.ordered()].map(({ from }) => from)).toEqual([0, 5, 50]);
    });
  });

  it('loses at most the torn record, wherever it was torn', () => {
    written(batch(0, 2), batch(2, 2));
    const bytes = readFileSync(draws);
    for (let length = 0; length <= bytes.length; length += 5) {
      writeFileSync(draws, bytes);
      truncateSync(draws, length);
      const kept = length === bytes.length ? 4 : length >= bytes.length / 2 ? 2 : 0;
      expect(resumed(({ earlierDraws }) => earlierDraws)).toBe(kept);
    }
  });

  it('takes no record that has changed by one bit, wherever it is', () => {
    written(batch(0, 2), batch(2, 2, [{ draw: 3, message: 'not finite' }]));
    const bytes = readFileSync(draws);
    const first = 24 + 2 * 3 * 8;
    for (let at = first; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1 << (at % 8);
      writeFileSync(draws, damaged);
      expect([at, resumed(({ earlierDraws }) => earlierDraws)]).toEqual([at, 2]);
    }
  });

  it('refuses records that overlap, in any order: draws would be counted twice', () => {
    const overlapping = [
      [batch(0, 10), batch(0, 10)],
      [batch(0, 10), batch(9, 2)],
      [batch(20, 10), batch(0, 30)],
      [batch(0, 30), batch(40, 2), batch(10, 5)],
    ];
    for (const batches of overlapping) {
      written(...batches);
      expect(() => openDrawLog(lock, FACTS, true)).toThrow(/holds draws \d+ to \d+ twice/);
    }
  });

  it('checks every record again when it is read back', () => {
    written(batch(0, 2), batch(2, 2));
    resumed((log) => {
      const bytes = readFileSync(draws);
      bytes[bytes.length - 9]! ^= 1;
      writeFileSync(draws, bytes);
      expect(() => [...log.earlier()]).toThrow('were changed by something else');
      expect(() => [...log.ordered()]).toThrow('were changed by something else');
      truncateSync(draws, 30);
      expect(() => [...log.earlier()]).toThrow('were changed by something else');
    });
  });

  it('refuses to go on with a study of other inputs, or of another version', () => {
    written();
    const open = (facts: object) => () => openDrawLog(lock, { ...FACTS, ...facts }, true);
    expect(open({ study: 'b' })).toThrow(/unfinished study of other inputs/);
    expect(open({ rows: 99 })).toThrow(/unfinished study of other inputs/);
    expect(open({ version: '1.0.1' })).toThrow(/of tandem 1\.0\.0, and this is 1\.0\.1/);
  });

  it('stops once another process has taken the folder over', () => {
    const log = openDrawLog(lock, FACTS, false);
    log.append(batch(0, 2));
    rmSync(join(folder, '.tandem/lock'));
    const other = lockFolder(folder);
    expect(() => log.append(batch(2, 2))).toThrow('another tandem has taken over this folder');
    other.release();
    log.close();
  });

  it('says which mistake is the user’s', () => {
    written(batch(0, 10), batch(5, 10));
    try {
      openDrawLog(lock, FACTS, true);
      expect.unreachable();
    } catch (error) {
      expect(isUsageError(error)).toBe(true);
    }
  });
});

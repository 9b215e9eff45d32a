import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../engine/report/text/text-width.js';
import { ROOT } from '../source-files.js';
import { call } from './run-in-memory.js';

const NARROW = 40;
const file = (name: string) => join(ROOT, 'scenarios', name);
const [BASELINE, BORDER] = [file('tutorial/baseline.yaml'), file('tutorial/open-border.yaml')];

describe('A terminal of 40 columns', () => {
  it.each([
    ['run', [BORDER]],
    ['plan', [BORDER]],
    ['compare', [BASELINE, BORDER]],
    ['compare', [BASELINE, BORDER, '--by-policy']],
    ['diff', [BASELINE, BORDER]],
    ['indicators', [file('changchun-jilin/case.yaml')]],
    ['montecarlo', [BASELINE, BORDER, '--draws', '20']],
    ['sensitivity', [BORDER, '--method', 'morris', '--samples', '4']],
    ['policies', []],
    ['--help', []],
  ])('shows nothing wider: %s', async (command, more) => {
    const argv = command === '--help' ? [command] : [command, ...more, '--quiet'];
    const { code, stdout } = await call(argv, undefined, undefined, NARROW);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => displayWidth(line) > NARROW)).toEqual([]);
  });
});

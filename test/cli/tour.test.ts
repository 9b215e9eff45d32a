import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../engine/report/text/text-width.js';
import { call } from './run-in-memory.js';

describe('tandem tour', () => {
  it('prints the paper’s tables and the futures within 100 columns, and every published figure to a millionth', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
    try {
      const out = join(folder, 'results');
      const { code, stdout, stderr } = await call(['tour', '--draws', '2', '--quiet', '--out', out]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const text of ['Table 1', 'Table 2', 'Table 3', '2030', '10^8 yuan', '39 industries'])
        expect(stdout).toContain(text);
      expect(Math.max(...stdout.split('\n').map(displayWidth))).toBeLessThanOrEqual(100);
      const figures: Figure[] = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')).published;
      // Table 1: 9 industries, Table 2: 10, each with two figures; Table 3: 8 ties; sections 2.2 and 2.3: 6.
      expect(figures).toHaveLength(2 * 9 + 2 * 10 + 8 + 6);
      const off = figures.filter(({ published, computed }) => !(Math.abs(computed / published - 1) < 1e-6));
      expect(off.map(({ place }) => place)).toEqual(['section 2.3', 'section 2.3']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

interface Figure {
  readonly name: string;
  readonly place: string;
  readonly published: number;
  readonly computed: number;
}

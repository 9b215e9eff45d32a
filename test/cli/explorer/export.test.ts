import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedReader, embedFile } from '../../../cli/explorer/what-if/embedded-files.js';
import { BLOCKS, type EmbeddedData } from '../../../cli/explorer/what-if/start.js';
import { ROOT } from '../../source-files.js';
import { call } from '../run-in-memory.js';

const BUILT = existsSync(join(ROOT, 'dist/cli/explorer/one-file/main.js'));
const OPEN_BORDER = join(ROOT, 'scenarios/tutorial/open-border.yaml');
const HOSTILE = '</script><script>alert(1)</script><!--';

/** A block of data of a page. */
function block<Name extends keyof EmbeddedData>(page: string, name: Name): EmbeddedData[Name] {
  const text = new RegExp(`<script type="application/json" id="${BLOCKS[name]}">([^<]*)</script>`).exec(page)![1]!;
  return JSON.parse(text) as EmbeddedData[Name];
}

describe('Files inside a page', () => {
  it('come out as they went in, whether text or not, and no other can be read', () => {
    const text = new TextEncoder().encode('\ufeffregion,2011\nJílín </script>,1\n');
    const bytes = Uint8Array.from({ length: 256 }, (_, k) => 255 - k);
    const read = embeddedReader(JSON.parse(JSON.stringify([embedFile('a.csv', text), embedFile('b.xlsx', bytes)])));
    expect(read('a.csv')).toEqual(text);
    expect(read('b.xlsx')).toEqual(bytes);
    expect(() => read('c.csv')).toThrowError(expect.objectContaining({ code: 'ENOENT' }));
  });
});

describe.skipIf(!BUILT)('tandem explore --export (skipped where dist is missing: npm run build)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-export-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes the bundled cities as one file under 2.5 MB, with all tables of the case, and the same bytes again', async () => {
    const file = join(folder, 'made/what-if.html');
    const { code, stdout } = await call(['explore', '--export', file, '--quiet']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('what-if.html: ')]);
    const page = readFileSync(file, 'utf8');
    expect(Buffer.byteLength(page)).toBeLessThan(2.5e6);
    expect(block(page, 'start').whatIf.futures.map((future) => future.file)).toEqual([
      'uncoordinated.yaml',
      'coordinated.yaml',
    ]);
    const names = block(page, 'files').map(({ path }) => path);
    expect(names).toEqual(expect.arrayContaining(['case.yaml', 'outputs.csv', 'outputs-shares.csv']));
    expect(page).not.toContain(folder);
    expect(page).not.toContain(ROOT);
    await call(['explore', '--export', file, '--quiet']);
    expect(readFileSync(file, 'utf8') === page).toBe(true);
  }, 60_000);

  it('opens with what --set says, one scenario beside itself with its regions apart', async () => {
    const file = join(folder, 'tutorial.html');
    const asked = ['explore', OPEN_BORDER, '--export', file, '--set', 'years.to=2030', '--draws', '7', '--seed', '3'];
    const { code, stdout } = await call([...asked, '--format', 'json']);
    expect([code, JSON.parse(stdout)]).toEqual([0, { file, bytes: readFileSync(file).length }]);
    expect(block(readFileSync(file, 'utf8'), 'start')).toMatchObject({
      draws: 7,
      seed: 3,
      whatIf: {
        futures: [
          { file: 'open-border.yaml', name: 'apart', own: [{ path: 'coordination', value: '0' }] },
          { file: 'open-border.yaml', name: null, own: [] },
        ],
        common: [{ path: 'years.to', value: '2030' }],
      },
    });
  });

  it('lets no text of a case out of its block', async () => {
    const scenario = join(folder, 'hostile.yaml');
    writeFileSync(scenario, `title: "${HOSTILE}"\nextends: ${OPEN_BORDER}\n# ${HOSTILE}\n`);
    const { code, stderr } = await call(['explore', scenario, '--export', join(folder, 'hostile.html')]);
    // It names another file by its absolute path, which no page on another machine can follow.
    expect([code, stderr]).toEqual([2, expect.stringContaining('the page cannot hold these scenarios')]);
    mkdirSync(join(folder, 'inside'));
    const inside = join(folder, 'inside/hostile.yaml');
    for (const name of ['case.yaml', 'outputs.csv', 'regions.csv', 'links.csv', 'accounts.csv', 'baseline.yaml'])
      writeFileSync(join(folder, 'inside', name), readFileSync(join(ROOT, 'scenarios/tutorial', name)));
    writeFileSync(inside, `title: "${HOSTILE}"\nextends: ./baseline.yaml\n# ${HOSTILE}\n`);
    const file = join(folder, 'inside.html');
    expect((await call(['explore', inside, '--export', file])).code).toBe(0);
    const page = readFileSync(file, 'utf8');
    expect(page).not.toContain('alert(1)</script>');
    const held = block(page, 'files').find(({ path }) => path === 'hostile.yaml');
    expect(held).toEqual({ path: 'hostile.yaml', text: readFileSync(inside, 'utf8') });
    expect(page.match(/<script\b/g)!.length).toBe(page.match(/<\/script>/g)!.length);
  });

  it('refuses what cannot be, and leaves nothing half-written', async () => {
    const refused = async (...words: string[]) => {
      const { code, stderr } = await call(['explore', ...words]);
      return [code, stderr];
    };
    const file = join(folder, 'none/page.html');
    expect(await refused('missing.yaml', '--export', file)).toEqual([2, expect.stringContaining('no such file')]);
    expect(await refused(OPEN_BORDER, '--export', file, '--port', '8080')).toEqual([
      2,
      expect.stringContaining('nothing is served'),
    ]);
    expect(await refused(OPEN_BORDER, '--export', file, '--set', 'nonsense=1')).toEqual([
      2,
      expect.stringContaining('nonsense'),
    ]);
    writeFileSync(join(folder, 'a-file'), '');
    expect(await refused(OPEN_BORDER, '--export', join(folder, 'a-file/page.html'))).toEqual([
      2,
      expect.stringContaining('cannot write to'),
    ]);
    expect(await refused(OPEN_BORDER, '--export', join(folder, 'inside'))).toEqual([
      expect.any(Number),
      expect.stringContaining('cannot write to'),
    ]);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.tandem'))).toEqual([]);
  });
});

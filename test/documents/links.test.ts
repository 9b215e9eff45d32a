import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { addressesOf, anchorsOf, brokenLinks, markdownFiles } from './links.js';

const FILES = markdownFiles(ROOT);

describe('Links and pictures of the documents', () => {
  it('are found', () => {
    expect(FILES).toEqual(expect.arrayContaining(['README.md', 'engine/README.md', 'scenarios/commands.md']));
    expect(addressesOf('[a](b.md#c) ![d](e.svg) <a href="f">g</a> [h][i]\n\n[i]: j.md "k"\n\n`[l](m)`')).toEqual([
      'b.md#c',
      'e.svg',
      'f',
      'j.md',
    ]);
  });

  it.each(FILES)('of %s lead somewhere', (file) => {
    expect(brokenLinks(ROOT, file)).toEqual([]);
  });

  it('go by the names that GitHub gives to headings', () => {
    const text =
      '# What `tandem run` *does*: 1 + 1?\n\n## Same\n\n## Same\n\n### 2.1 Öl & Gas — "now"\n\n<a id="here"></a>\n';
    expect([...anchorsOf(text)]).toEqual(['what-tandem-run-does-1--1', 'same', 'same-1', '21-öl--gas--now', 'here']);
  });

  it('would be told of where they are broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-links-'));
    try {
      writeFileSync(join(folder, 'there.md'), '# Here\n');
      writeFileSync(
        join(folder, 'a.md'),
        '[1](there.md#here) [2](there.md#nowhere) [3](THERE.md) ![4](gone.svg) [5](#here) [6](../../etc) [7](https://)\n',
      );
      expect(brokenLinks(folder, 'a.md')).toEqual([
        'a.md: there.md#nowhere: no such heading',
        'a.md: THERE.md: no such file',
        'a.md: gone.svg: no such file',
        'a.md: #here: no such heading',
        'a.md: ../../etc: leads out of the project',
        'a.md: https://: is no address',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

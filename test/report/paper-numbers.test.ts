import { describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { numberFields } from '../../engine/policies/fields.js';
import { POLICY_KINDS } from '../../engine/policies/index.js';
import { changedTable, paperParameters, paperPolicies } from '../../engine/report/page/paper-numbers.js';
import { words } from '../../engine/report/text/key-words.js';
import { bundledFuture } from '../bundled.js';

const future = async (name: string, sets: readonly string[] = []) => runFuture(await bundledFuture(name, sets));

/** The lines of a list on paper, those in bold with a star. */
function linesOf(html: string): string[] {
  return [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) =>
    line!.replace(/^<b>(.*)<\/b>$/, '* $1').replace(/<[^>]*>/g, ''),
  );
}

describe('The numbers of the model on paper', () => {
  it('stand each on a line, in bold where they are not at their defaults', async () => {
    const plain = await future('changchun-jilin/coordinated');
    const lines = linesOf(paperParameters([plain]));
    expect(lines.filter((line) => line.startsWith('*'))).toEqual([]);
    expect(lines).toContain('harm done by rival neighbours: triangular(0.05, 0.30, 0.60)');
    expect(changedTable([plain])).toBeNull();
    const set = await future('changchun-jilin/coordinated', ['parameters.rivalry=0.1', 'noise.cell=5%']);
    const changed = linesOf(paperParameters([plain, set])).filter((line) => line.startsWith('*'));
    expect(changed).toEqual([
      '* harm done by rival neighbours: triangular(0.05, 0.30, 0.60) / 0.1',
      '* chance in one industry of one region: 0.03 / 0.05 d',
    ]);
  });

  it('stand in full, with their sources, where they are not at their defaults', async () => {
    const set = await future('changchun-jilin/coordinated', ['parameters.rivalry=0.1']);
    const { rows, columns } = changedTable([set])!;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveLength(columns.length);
    expect(rows[0]!.slice(0, 2)).toEqual(['harm done by rival neighbours', 'rivalry (ψ)']);
  });

  it('of policies stand by their names, sums of money in words', async () => {
    const html = paperPolicies(await future('uk-north/together'));
    expect(html).toContain(
      '<dt>Leeds–Manchester in 33 minutes: Infrastructure coordination, in Greater Manchester and West Yorkshire</dt>',
    );
    expect(html).toContain('<b>begins: 2024</b>; <b>years until it works: 10</b>');
    expect(html).toContain('<b>cost: £11.5 billion</b>');
  });
});

describe('The fields of policies', () => {
  it('have each one plain name, the same in every kind', () => {
    const names = new Map<string, Set<string | undefined>>();
    for (const kind of POLICY_KINDS)
      for (const [key, { title }] of Object.entries(numberFields(kind)))
        names.set(key, (names.get(key) ?? new Set()).add(title ?? words(key)));
    for (const [key, found] of names) expect({ key, count: found.size }).toEqual({ key, count: 1 });
  });
});

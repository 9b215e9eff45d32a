import { describe, expect, it } from 'vitest';
import { figuresOf, importRows, madeCube, mistakesOf, outputsOf, tidy, withSum } from './made-tables.js';

/** Rows in which a code stands beside the name of an industry. */
function coded(
  industries: readonly (readonly [code: string, name: string, figure: (r: number, y: number) => number])[],
) {
  const rows: (string | number)[][] = [['region', 'code', 'industry', 'year', 'jobs']];
  for (let r = 0; r < 4; r++)
    for (let y = 0; y < 4; y++)
      for (const [code, name, figure] of industries) rows.push([`Region ${r}`, code, name, 2010 + y, figure(r, y)]);
  return rows;
}

const a = (r: number, y: number) => 1013 + 317 * r * r + 41 * y * (r + 2);
const b = (r: number, y: number) => 2029 + 97 * r + 59 * y * y;
const c = (r: number, y: number) => 811 + 401 * ((r * 7 + y * 3) % 5);
const d = (r: number, y: number) => 5003 + 23 * r * y;

describe('Sums among the names', () => {
  const cube = madeCube(5, 6, 4);

  it('are found where some of the others add up to them, in any order, nested or not', () => {
    const south = withSum(cube, 'regions', 'The south', [0, 2, 4]);
    const all = withSum(south, 'regions', 'The nation', [0, 1, 2, 3, 4], true);
    const goods = withSum(all, 'industries', 'Goods', [1, 2]);
    const made = importRows(tidy(goods));
    expect(outputsOf(made)).toEqual(figuresOf(cube));
    expect(made.leftOut).toEqual([
      'The south, the sum of Aargau + Zürich + Łódź',
      'The nation, the sum of all 5 others',
      'Goods, the sum of Manufacturing + Construction',
    ]);
  });

  it('are found through rounding', () => {
    const exact = madeCube(5, 6, 4);
    const sum = withSum(exact, 'industries', 'Everything', [0, 1, 2, 3, 4, 5]);
    const rounded = {
      ...sum,
      value: (r: number, i: number, y: number) => Math.round(Number(sum.value(r, i, y)) / 1000),
    };
    expect(importRows(tidy(rounded)).panel.industries).toEqual(cube.industries);
  });

  it('are left where a name only sounds like one and arithmetic does not bear it out', () => {
    const named = { ...cube, industries: ['Total manufacturing', ...cube.industries.slice(1)] };
    expect(importRows(tidy(named)).leftOut).toEqual([]);
  });

  it('go by their name alone where it can mean nothing else, and are refused where the others are far off', () => {
    const off = withSum(cube, 'industries', 'Total', [0, 1, 2, 3, 4]);
    expect(importRows(tidy(off)).leftOut[0]).toMatch(/^Total, the sum of /);
    const chained = {
      ...off,
      value: (r: number, i: number, y: number) => Number(off.value(r, i, y)) * (i === 6 ? 1.02 + r / 97 : 1),
    };
    expect(mistakesOf(() => importRows(tidy(chained)))).toEqual([
      expect.stringMatching(
        /what is kept of 6 industries adds up to \d+, "Total" is \d+ in \S+: \S+ % more .* accept it: --drop "Total"\)$/,
      ),
    ]);
    expect(importRows(tidy(chained), { drop: ['Total'] }).leftOut).toEqual(['Total, as told']);
  });

  it('are found where they are off by a few percent, as chain-linked ones are, by how far', () => {
    const north = withSum(cube, 'regions', 'The north', [1, 3]);
    const nation = withSum(north, 'regions', 'The nation', [0, 1, 2, 3, 4]);
    const off = (r: number, i: number, y: number) => (r < 5 ? 1 : 1.012 + (i - 2) * 0.001 * y);
    const made = importRows(tidy({ ...nation, value: (r, i, y) => Number(nation.value(r, i, y)) * off(r, i, y) }));
    expect(made.leftOut).toEqual([
      expect.stringMatching(/^The north, the sum of Bern \+ 吉林 but for 1\.\d %$/),
      expect.stringMatching(/^The nation, the sum of all 5 others but for 1\.\d %$/),
    ]);
    expect(made.panel.regions).toEqual(cube.regions);
  });

  it('of a country are found by its name where a region is missing, and said where the rest is far from it', () => {
    const withCountry = (parts: readonly number[]) => {
      const nation = withSum(madeCube(6, 5, 4), 'regions', 'Deutschland', parts);
      return { ...nation, regions: ['a', 'b', 'c', 'd', 'e', 'f', 'Deutschland'] };
    };
    const share = (r: number, by: number) => (r === 5 ? by : 1);
    const nation = withCountry([0, 1, 2, 3, 4, 5]);
    const rest = (by: number) => ({
      ...nation,
      value: (r: number, i: number, y: number) => Number(nation.value(r, i, y)) * share(r, by),
    });
    expect(importRows(tidy(rest(0.97))).leftOut).toEqual([
      expect.stringMatching(/^Deutschland, the sum of all 6 others but/),
    ]);
    expect(mistakesOf(() => importRows(tidy(rest(0.7))))[0]).toMatch(
      /"Deutschland" is .* % less .*--drop "Deutschland"/,
    );
    const apart = importRows(tidy(withCountry([0, 1])));
    expect(apart.leftOut.length + apart.notes.filter((note) => note.startsWith('Deutschland')).length).toBe(1);
    const alone = {
      ...nation,
      value: (r: number, i: number, y: number) => Number(cube.value(r % 5, i, y)) * (1 + r / 9),
    };
    expect(importRows(tidy(alone)).notes[0]).toMatch(
      /^Deutschland is named like a country and kept .*--drop "Deutschland"$/,
    );
  });

  it('are not a capital as large as the rest, whose make-up is its own; that is said', () => {
    const even = madeCube(5, 6, 3);
    const total = (r: number, y: number) => even.industries.reduce((sum, _, i) => sum + Number(even.value(r, i, y)), 0);
    const rest = (y: number) => total(1, y) + total(2, y) + total(3, y) + total(4, y);
    const capital = {
      ...even,
      value: (r: number, i: number, y: number) => Number(even.value(r, i, y)) * (r === 0 ? rest(y) / total(0, y) : 1),
    };
    const made = importRows(tidy(capital));
    expect(made.leftOut).toEqual([]);
    expect(made.notes[0]).toMatch(
      /^Aargau is as large as all 4 others together but for \S+ %, and is kept; .*--drop "Aargau"$/,
    );
    expect(importRows(tidy(capital), { keep: ['Aargau'] }).notes.join()).not.toContain('Aargau');
  });

  it('are not seen in figures too few to tell', () => {
    const tiny = {
      regions: ['A', 'B'],
      industries: ['x', 'y', 'z'],
      years: [2000, 2001],
      value: (_: number, i: number) => [1, 2, 3][i]!,
    };
    expect(importRows(tidy(tiny)).leftOut).toEqual([]);
  });

  it('may be kept, and then their parts go', () => {
    const goods = withSum(cube, 'industries', 'Goods', [1, 2]);
    const made = importRows(tidy(goods), { keep: ['goods'] });
    expect(made.panel.industries).toEqual(['Agriculture', 'Retail trade', 'Finance', '制造业', 'Goods']);
    expect(made.leftOut[0]).toBe('Manufacturing, Goods, which is kept, is the sum of Manufacturing + Construction');
    expect(mistakesOf(() => importRows(tidy(goods), { keep: ['Goods', 'Construction'] }))[0]).toContain(
      'cannot both be kept',
    );
  });

  it('are no sums any more once the user has dropped their parts', () => {
    const goods = withSum(cube, 'industries', 'Goods', [1, 2]);
    const made = importRows(tidy(goods), { drop: ['Manufacturing', 'Construction'] });
    expect(made.panel.industries).toEqual(['Agriculture', 'Retail trade', 'Finance', '制造业', 'Goods']);
    expect(mistakesOf(() => importRows(tidy(goods), { drop: ['Goodz'] }))).toEqual([
      '--drop:1:1  no region or industry "Goodz"  (did you mean "Goods"?)',
    ]);
  });
});

describe('Parts of others', () => {
  it('are found by their code where the whole is more than them', () => {
    const made = importRows(
      coded([
        ['A', 'Farms', a],
        ['B-E', 'Industry', (r, y) => b(r, y) + c(r, y)],
        ['C', 'Factories', b],
        ['F', 'Building', d],
      ]),
    );
    expect(made.leftOut).toEqual(['Factories, a part of Industry by its code, C within B-E']);
    expect(made.panel.industries).toEqual(['Farms', 'Industry', 'Building']);
  });

  it('are what stays where they add up to the whole', () => {
    const made = importRows(
      coded([
        ['A', 'Farms', a],
        ['C', 'Factories', (r, y) => b(r, y) + c(r, y)],
        ['C10', 'Food', b],
        ['C20', 'Chemicals', c],
      ]),
    );
    expect(made.panel.industries).toEqual(['Farms', 'Food', 'Chemicals']);
  });

  it('are none where a code only looks like one but the figures exceed it', () => {
    const made = importRows(
      coded([
        ['10', 'Food', c],
        ['101', 'Sheds', d],
        ['F', 'Building', b],
      ]),
    );
    expect(made.leftOut).toEqual([]);
  });
});

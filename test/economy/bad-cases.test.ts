import { expect, test } from 'vitest';
import { edited, mistakesWith, parseWith, RIGHT_CASE } from './case-files.js';

const OUTPUTS = RIGHT_CASE['outputs.csv']!;
const WRITE_ZERO = '(every region needs a row for every industry and year: write 0 if there is none)';
const withLine = (line: string) => ({ 'case.yaml': `${RIGHT_CASE['case.yaml']}${line}\n` });

test('a missing file, a directory, an empty file and a file in another encoding are named where the case names them', () => {
  expect(mistakesWith({ 'case.yaml': '<directory>' })).toEqual(['case.yaml:1:1  is a directory, not a file']);
  expect(mistakesWith({ 'case.yaml': '' })).toEqual(['case.yaml:1:1  the file is empty  (was it saved?)']);
  expect(mistakesWith(edited('case.yaml', 'outputs.csv', 'output.csv'))).toEqual([
    'case.yaml:4:10  output.csv: no such file',
  ]);
  expect(mistakesWith({ 'links.csv': '<directory>' })).toEqual([
    'case.yaml:6:8  links.csv: is a directory, not a file',
  ]);
  expect(mistakesWith({ 'regions.csv': '' })).toEqual(['regions.csv:1:1  the file is empty  (was it saved?)']);
  expect(mistakesWith({ 'outputs.csv': new Uint8Array([0x72, 0x0a, 0xb3, 0xa4]) })).toEqual([
    'outputs.csv:2:1  byte 0xB3 is not UTF-8  (save as UTF-8 (in Excel: "CSV UTF-8"))',
  ]);
});

test.each([
  ['titel: x', ['case.yaml:8:1  unknown key "titel"  (did you mean "title"?)']],
  ['distance: hours', ['case.yaml:8:11  distance cannot be "hours"  (known: km, minutes)']],
  ['tieExponent: 1e999', ['case.yaml:8:14  tieExponent must be a number, not 1e999']],
  ['deflator: 3', ['case.yaml:8:11  deflator must be between -50% and 50% a year']],
  ['deflator: three', ['case.yaml:8:11  deflator must be a number such as 0.03, or 3%']],
  ['valueAddedShare: 0', ['case.yaml:8:18  valueAddedShare must be between 1% and 100%']],
  [
    'table: shares',
    ['case.yaml:8:8  no table "shares": the case has only one  (leave "table" out, or name the tables under outputs)'],
  ],
  ['places: [Jilin]', ['case.yaml:8:10  place "Jilin" is also a region  (places have no economy of their own)']],
  ['places: [Dehui, Dehui]', ['case.yaml:8:17  place "Dehui" stands twice']],
  ['__proto__: { title: y }', ['case.yaml:8:1  "__proto__" cannot be a key  (rename it)']],
  ['noise: { idustry: 0.1 }', ['case.yaml:8:10  unknown key "idustry" in noise  (did you mean "industry"?)']],
])('the case line "%s" is refused', (line, mistakes) => {
  expect(mistakesWith(withLine(line))).toEqual(mistakes);
});

test('keys that the case cannot do without are asked for', () => {
  expect(mistakesWith({ 'case.yaml': 'outputs: outputs.csv\n' })).toEqual([
    'case.yaml:1:1  missing key "title"',
    'case.yaml:1:1  missing key "currency"',
    'case.yaml:1:1  missing key "prices"',
    'case.yaml:1:1  missing key "higherLevelRegion"',
  ]);
});

test('of several tables one must be chosen, by a name that exists', () => {
  const outputs = edited(
    'case.yaml',
    'outputs: outputs.csv',
    'outputs: { indicators: outputs.csv, shares: outputs.csv }',
  );
  expect(mistakesWith(outputs)).toEqual([
    'case.yaml:4:10  several tables and none chosen  (add a line such as table: indicators)',
  ]);
  expect(mistakesWith(outputs, { table: 'share' })).toEqual([
    'case.yaml:4:10  unknown table "share"  (did you mean "shares"?)',
  ]);
});

test.each([
  [
    'region,industry,year',
    'region,year,industry',
    ['outputs.csv:1:8  columns in the wrong order  (the header must be region,industry,year,output,status,source)'],
  ],
  ['Tobacco,2005,10', 'Tobacco,2005,-10', ['outputs.csv:3:24  output must be 0 or more, not -10']],
  ['Tobacco,2005,10', 'Tobacco,2005,NaN', ['outputs.csv:3:24  output: "NaN" is not a finite number']],
  ['Tobacco,2005,10', 'Tobacco,2005,1e999', ['outputs.csv:3:24  output: 1e999 is too large for a number']],
  [
    'Tobacco,2005,10',
    'Tobacco,2005,1e200',
    ['outputs.csv:3:24  output: 1e200 is beyond what tables hold  (between 1e-30 and 1e30; check the unit)'],
  ],
  ['Tobacco,2005,10', 'Tobacco,2005,ten', ['outputs.csv:3:24  output: "ten" is not a number']],
  ['Tobacco,2005,10', 'Tobacco,2005,', ['outputs.csv:3:24  output: a number is missing']],
  [
    'Tobacco,2005,10',
    'Tobacco,2005,"1,000.5"',
    ['outputs.csv:3:24  output: thousands separators in "1,000.5"  (write 1000.5)'],
  ],
  [
    'Tobacco,2005,10',
    'Tobacco,2005,1 000',
    ['outputs.csv:3:24  output: thousands separators in "1 000"  (write 1000)'],
  ],
  [
    'Tobacco,2005,10',
    'Tobacco,2005,1,000',
    [
      'outputs.csv:3:1  7 cells in a row of 6 columns  (quote a cell that holds a comma ("1,000"); leave a blank cell between two commas)',
      `outputs.csv:2:1  no row for Changchun, Tobacco, 2005  ${WRITE_ZERO}`,
    ].sort(),
  ],
  [
    'Tobacco,2005,10',
    'Tobacco,2005.5,10',
    ['outputs.csv:3:19  year: "2005.5" is not a year  (write a whole number such as 2011)'],
  ],
  ['Tobacco,2005,10', ',2005,10', ['outputs.csv:3:11  industry is blank']],
  ['Tobacco,2005,10', '__proto__,2005,10', ['outputs.csv:3:11  "__proto__" cannot be used as industry  (rename it)']],
  ['10,published', '10,guessed', ['outputs.csv:3:27  status cannot be "guessed"  (published, derived or estimated)']],
  ['10,published', '10,', ['outputs.csv:3:27  status is blank  (published, derived or estimated)']],
  ['Jilin,Tobacco,2011,0,estimated,\n', '', [`outputs.csv:4:1  no row for Jilin, Tobacco, 2011  ${WRITE_ZERO}`]],
  [
    'Jilin,Transport,2011,30,estimated,\nJilin,Tobacco,2011,0,estimated,\n',
    '',
    [`outputs.csv:4:1  Jilin has no rows for 2011  ${WRITE_ZERO}`],
  ],
  [
    'Jilin,Transport,2011,30',
    'Jilin,Transport,2011,0',
    [
      'outputs.csv:8:22  Jilin has no output at all in 2011  (shares and growth of a region need some output: give its figures, or leave the region out)',
    ],
  ],
  [
    'Jilin,Tobacco,2011,0',
    'Jilin,Transport,2011,0',
    [
      'outputs.csv:9:1  Jilin, Transport, 2011 stands twice  (first on line 8)',
      `outputs.csv:4:1  no row for Jilin, Tobacco, 2011  ${WRITE_ZERO}`,
    ].sort(),
  ],
])('in the outputs, "%s" turned into "%s" is refused', (from, to, mistakes) => {
  expect(mistakesWith(edited('outputs.csv', from, to)).sort()).toEqual([...mistakes].sort());
});

test('a misspelt region or industry is taken for what it is', () => {
  const wide = (rows: (region: string, industry: string, year: number) => string) => {
    const lines = ['region,industry,year,output,status,source'];
    for (const region of ['Changchun', 'Jilin', 'Siping']) {
      for (const industry of ['Transport', 'Tobacco', 'Chemicals'])
        for (const year of [2005, 2008, 2011]) lines.push(rows(region, industry, year));
    }
    return {
      ...edited('case.yaml', 'regions: regions.csv\nlinks: links.csv\n', ''),
      'outputs.csv': `${lines.join('\n')}\n`,
    };
  };
  const region = wide(
    (r, i, y) => `${r === 'Changchun' && i === 'Tobacco' && y === 2008 ? 'Changchum' : r},${i},${y},1,published,`,
  );
  expect(mistakesWith(region)).toEqual([
    `outputs.csv:2:1  no row for Changchun, Tobacco, 2008  ${WRITE_ZERO}`,
    'outputs.csv:6:1  region "Changchum" has 1 of 9 rows  (did you mean "Changchun"?)',
  ]);
  const industry = wide(
    (r, i, y) => `${r},${r === 'Jilin' && i === 'Tobacco' && y === 2008 ? 'Tobaco' : i},${y},1,published,`,
  );
  expect(mistakesWith(industry)).toEqual([
    `outputs.csv:11:1  no row for Jilin, Tobacco, 2008  ${WRITE_ZERO}`,
    'outputs.csv:15:7  industry "Tobaco" has 1 of 9 rows  (did you mean "Tobacco"?)',
  ]);
  const year = wide(
    (r, i, y) => `${r},${i},${r === 'Siping' && i === 'Chemicals' && y === 2011 ? 2012 : y},1,published,`,
  );
  expect(mistakesWith(year)).toEqual([
    `outputs.csv:20:1  no row for Siping, Chemicals, 2011  ${WRITE_ZERO}`,
    `outputs.csv:28:18  year 2012 has 1 of 9 rows  ${WRITE_ZERO}`,
  ]);
});

test('where many rows are missing a few are named and the rest counted', () => {
  const lines = ['region,industry,year,output,status,source'];
  for (let r = 0; r < 10; r++) {
    for (let i = 0; i < 10; i++)
      for (const year of [2005, 2011]) if (r !== i || year === 2005) lines.push(`R${r},I${i},${year},1,published,`);
  }
  const mistakes = mistakesWith({
    ...edited('case.yaml', 'regions: regions.csv\nlinks: links.csv\n', ''),
    'outputs.csv': lines.join('\n'),
  });
  expect(mistakes).toHaveLength(6);
  expect(mistakes[0]).toBe(`outputs.csv:2:1  no row for R0, I0, 2011  ${WRITE_ZERO}`);
  expect(mistakes.at(-1)).toBe('outputs.csv:78:1  and 5 more with rows missing, by row');
});

test('rows that name ever new regions and industries are refused without filling memory', () => {
  const rows = Array.from({ length: 20_000 }, (_, k) => `R${k},I${k},2005,1,published,`);
  const mistakes = mistakesWith({
    ...edited('case.yaml', 'regions: regions.csv\nlinks: links.csv\n', ''),
    'outputs.csv': `region,industry,year,output,status,source\n${rows.join('\n')}\n`,
  });
  expect(mistakes).toEqual([
    'outputs.csv:1002:7  more than 1000 different entries of industry',
    'outputs.csv:5002:1  more than 5000 different entries of region',
  ]);
});

test('one observed year is not enough, and neither is none', () => {
  const one = OUTPUTS.split('\n').slice(0, 5).join('\n');
  expect(mistakesWith({ 'outputs.csv': one })).toEqual([
    'outputs.csv:2:21  only one observed year, 2005  (growth needs two or more)',
  ]);
  expect(mistakesWith({ 'outputs.csv': 'region,industry,year,output,status,source\n' })).toEqual([
    'outputs.csv:1:1  no rows below the header',
  ]);
});

test.each([
  [
    'Jilin,,220',
    'Jillin,,220',
    [
      'regions.csv:1:1  no row for region "Jilin"  (every region of the outputs needs one)',
      'regions.csv:3:1  unknown region "Jillin"  (did you mean "Jilin"?)',
    ],
  ],
  [
    'Jilin,,220',
    'Changchun,,220',
    [
      'regions.csv:1:1  no row for region "Jilin"  (every region of the outputs needs one)',
      'regions.csv:3:1  region "Changchun" stands twice  (first on line 2)',
    ],
  ],
  ['Jilin,,220', 'Jilin,-1,220', ['regions.csv:3:7  gdp must be above 0, not -1']],
  ['Jilin,,220', 'Jilin,,0', ['regions.csv:3:8  nonagricultural_population must be above 0, not 0']],
  ['27120', '', ['regions.csv:3:12  area_km2: a number is missing']],
  ['27120,,', '27120,200,', ['regions.csv:3:18  longitude must be between -180 and 180, not 200']],
])('in the regions, "%s" turned into "%s" is refused', (from, to, mistakes) => {
  expect(mistakesWith(edited('regions.csv', from, to))).toEqual(mistakes);
});

test.each([
  [
    'Changchun,Jilin',
    'Changchun,Jilinn',
    ['links.csv:2:11  "Jilinn" is neither a region nor a place  (did you mean "Jilin"?)'],
  ],
  [
    'Changchun,Jilin',
    'Changchun,Changchun',
    ['links.csv:2:11  a link from Changchun to itself  (name two different nodes)'],
  ],
  ['111,40', '0,40', ['links.csv:2:22  km must be above 0, not 0']],
  [
    '111,40',
    '-5,-2',
    ['links.csv:2:22  km must be above 0, not -5', 'links.csv:2:25  minutes must be above 0, not -2'],
  ],
  ['rail', '', ['links.csv:2:17  mode is blank']],
  [
    'published,\n',
    'published,\nJilin,Changchun,rail,90,,derived,\n',
    ['links.csv:3:1  Jilin–Changchun by rail stands twice  (first on line 2)'],
  ],
])('in the links, "%s" turned into "%s" is refused', (from, to, mistakes) => {
  expect(mistakesWith(edited('links.csv', from, to))).toEqual(mistakes);
});

test('parallel links of different modes are allowed', () => {
  const { economy } = parseWith(
    edited('links.csv', 'published,\n', 'published,\nJilin,Changchun,road,120,,derived,\n'),
  );
  expect(economy.network?.links).toHaveLength(2);
});

test('regions that cannot reach each other are named by the parts they form', () => {
  const files = {
    ...withLine('places: [Nongan]'),
    'links.csv': 'from,to,mode,km,minutes,status,source\nChangchun,Nongan,rail,60,,published,\n',
  };
  expect(mistakesWith(files)).toEqual([
    'links.csv:1:1  regions cannot reach each other; the network falls into Changchun | Jilin  (add the links that join them)',
  ]);
});

test('where distance is measured in minutes every link needs them', () => {
  expect(mistakesWith({ ...withLine('distance: minutes'), ...edited('links.csv', '111,40', '111,') })).toEqual([
    'links.csv:2:26  minutes are blank  (distance: minutes needs them for every link)',
  ]);
});

test.each([
  ['Jilin,Changchun,1.5', ['barriers.csv:2:17  barrier must be between 0 and 1, not 1.5']],
  ['Jilin,Jilin,0.5', ['barriers.csv:2:7  a barrier between Jilin and itself  (name two different regions)']],
  ['Jilin,Changhun,0.5', ['barriers.csv:2:7  unknown region "Changhun"  (did you mean "Changchun"?)']],
  [
    'Jilin,Changchun,0.5\nChangchun,Jilin,0.4',
    ['barriers.csv:3:1  Changchun–Jilin stands twice; a barrier holds in both directions  (first on line 2)'],
  ],
])('the barrier "%s" is refused', (rows, mistakes) => {
  expect(mistakesWith({ ...withLine('barriers: barriers.csv'), 'barriers.csv': `from,to,barrier\n${rows}\n` })).toEqual(
    mistakes,
  );
});

test.each([
  [
    'Tobacco,2005,1',
    [
      'china.csv:1:1  no row for Transport, 2005  (every industry needs a row for every observed year)',
      'china.csv:1:1  no row for Transport, 2011  (every industry needs a row for every observed year)',
      'china.csv:1:1  no row for Tobacco, 2011  (every industry needs a row for every observed year)',
    ],
  ],
  ['Tobaco,2005,1', ['china.csv:2:1  unknown industry "Tobaco"  (did you mean "Tobacco"?)']],
  ['Tobacco,2005,1\nTobacco,2005,2', ['china.csv:3:1  Tobacco, 2005 stands twice  (first on line 2)']],
])('the higher-level rows "%s" are refused', (rows, mistakes) => {
  const files = { ...edited('case.yaml', 'sum', 'china.csv'), 'china.csv': `industry,year,output\n${rows}\n` };
  expect(mistakesWith(files)).toEqual(mistakes);
});

test('the mistakes of all files are found at once, those of the case first', () => {
  const files = {
    ...edited('case.yaml', 'prices: current', 'price: current'),
    ...edited('outputs.csv', 'Tobacco,2005,10', 'Tobacco,2005,x'),
    ...edited('regions.csv', '27120', '-1'),
    ...edited('links.csv', '111', 'far'),
  };
  expect(mistakesWith(files)).toEqual([
    'case.yaml:3:1  unknown key "price"  (did you mean "prices"?)',
    'outputs.csv:3:24  output: "x" is not a number',
    'regions.csv:3:12  area_km2 must be above 0, not -1',
    'links.csv:2:22  km: "far" is not a number',
  ]);
});

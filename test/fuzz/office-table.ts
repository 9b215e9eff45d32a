import fc from 'fast-check';
import type { SourceCell } from '../../engine/importing/read/source-table.js';

/** A table as an office might publish it, with the figures that are in it. */
export interface OfficeTable {
  readonly rows: readonly (readonly SourceCell[])[];
  /** Figures by `region|industry|year`, in one unit; null where the table withholds one. */
  readonly figures: ReadonlyMap<string, number | null>;
  /** The reason why the table must be refused; null where it can be read. */
  readonly refused: string | null;
  /** True where figures are given in several sizes, so that the unit they are brought to is the reader's choice. */
  readonly sized: boolean;
  /** What was made of it, for messages. */
  readonly made: string;
}

const REGIONS = [
  'Aargau',
  'Bern',
  'Zürich',
  'Łódź',
  'Île-de-France',
  '北京',
  'Ohio',
  'Nord',
  'Hessen',
  'São Paulo',
  'West Coast',
  'Berlin',
];
const INDUSTRIES = [
  'Agriculture',
  'Manufacturing',
  'Construction',
  'Retail trade',
  'Finance',
  'Mining',
  '制造业',
  'Handel',
  'Transport & storage',
  'Education',
];
const SIGNS = [':', '(D)', '..', 'x', 'n.d.', '', '…', 'c', '[c]', 'NA', '-'];
const FLAGS = ['b', 'e', 'p', ' (r)', ' e', '*', ' [p]'];
const MARKS = ['*', ' (p)', 'E', ' 1/', 'r', ' 2)', '年'];
const TOTALS = ['Total', 'All industries', 'Insgesamt', '合计', 'Total, all industries', 'TOTAL'];
const NATIONS = ['Total', 'All regions', '全国', 'Germany', 'The whole country'];
const HEADINGS = {
  region: ['region', 'Region', 'GEO', '地区', 'Bundesland', 'State', 'REF_AREA'],
  industry: ['industry', 'Sector', 'nace_r2', '行业', 'Branche', 'ACTIVITY'],
  year: ['year', 'TIME_PERIOD', '年份', 'Jahr'],
  value: ['value', 'OBS_VALUE', 'output', '产值', 'Wert', 'gva'],
} as const;

/** Null mostly, once in so many tables a content. */
function once<T>(inSoMany: number, content: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: inSoMany - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: content });
}

/** Everything that is drawn at random for a table. */
const choices = fc.record({
  regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 2, maxLength: 6 }),
  industries: fc.uniqueArray(fc.constantFrom(...INDUSTRIES), { minLength: 2, maxLength: 6 }),
  years: fc.integer({ min: 2, max: 6 }),
  first: fc.integer({ min: 1995, max: 2018 }),
  seed: fc.integer({ min: 1, max: 2 ** 30 }),
  layout: fc.constantFrom('tidy', 'tidy', 'years', 'industries', 'regions'),
  decimals: fc.constantFrom(0, 1, 2),
  size: fc.constantFrom(30, 1000, 50_000),
  format: fc.constantFrom('plain', 'plain', 'number', 'english', 'german', 'french', 'suffix'),
  headings: fc.nat(6),
  total: once(2, fc.nat(5)),
  nation: once(3, fc.nat(4)),
  totalFirst: fc.boolean(),
  /** A part of a total that the table does not have. */
  dropped: once(8, fc.nat(5)),
  withheld: once(2, fc.array(fc.nat(400), { minLength: 1, maxLength: 3 })),
  sign: fc.nat(SIGNS.length - 1),
  flags: once(3, fc.nat(FLAGS.length - 1)),
  marks: once(3, fc.nat(MARKS.length - 1)),
  units: fc.constantFrom('none', 'none', 'one', 'by region', 'by industry', 'UNIT_MULT'),
  different: once(8, fc.constantFrom('currency', 'prices', 'measure')),
  twin: once(6, fc.nat(5)),
  titles: fc.nat(2),
  blank: fc.boolean(),
  notes: fc.boolean(),
  shares: fc.boolean(),
  source: fc.boolean(),
  codes: fc.boolean(),
});

type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/** Tables of random layout, units, totals, marks and withheld figures. */
export const officeTables: fc.Arbitrary<OfficeTable> = choices.map(makeTable);

/** A number from 0 to 1 that says nothing of the numbers it is made from. */
function scatter(...numbers: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}

/** One cell of the long form that every layout is made from. */
interface Entry {
  readonly region: string;
  readonly industry: string;
  readonly year: number;
  /** Null where the table withholds it. */
  readonly value: number | null;
  /** The figure, withheld or not. */
  readonly full: number;
}

function makeTable(c: Choices): OfficeTable {
  const years = Array.from({ length: c.years }, (_, k) => c.first + k);
  const decimals = c.format === 'suffix' ? 0 : c.decimals;
  const figure = (r: number, i: number, y: number) => {
    const level = 2 * scatter(c.seed, r, 1) + 2 * scatter(c.seed, i, 2) + scatter(c.seed, r, i, 3);
    return Number((c.size * Math.exp(level + 0.1 * scatter(c.seed, r, i, y, 4)) + 1).toFixed(decimals));
  };
  const cells = c.regions.length * c.industries.length * years.length;
  const withheld = new Set((c.withheld ?? []).map((k) => k % cells));
  const entries: Entry[] = [];
  years.forEach((year, y) => {
    c.regions.forEach((region, r) => {
      c.industries.forEach((industry, i) => {
        const value = withheld.has(entries.length) ? null : figure(r, i, y);
        entries.push({ region, industry, year, value, full: figure(r, i, y) });
      });
    });
  });
  const figures = new Map(entries.map((each) => [`${each.region}|${each.industry}|${each.year}`, each.value]));
  const sized = c.format === 'suffix' || c.units.startsWith('by') || c.units === 'UNIT_MULT';
  return {
    rows: rowsOf(c, years, withTotals(c, entries, decimals)),
    figures,
    refused: refusal(c),
    sized,
    made: JSON.stringify(c),
  };
}

/** The reason for which a table must not be read; null where there is none. */
function refusal(c: Choices): string | null {
  if (c.layout === 'tidy' && c.different !== null) return c.different;
  if (c.dropped !== null && (c.total !== null || c.nation !== null)) return 'a part is missing of a total';
  return null;
}

/** The entries with totals, over industries, over regions and over both; parts that the table does not have are taken out afterwards. */
function withTotals(c: Choices, entries: readonly Entry[], decimals: number): Entry[] {
  const sums = (list: readonly Entry[], by: 'region' | 'industry', name: string) => {
    const groups = new Map<string, Entry[]>();
    for (const each of list) {
      const key = `${by === 'industry' ? each.region : each.industry}|${each.year}`;
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    return [...groups.values()].map((group): Entry => {
      const full = Number(group.reduce((sum, each) => sum + each.full, 0).toFixed(decimals));
      return { ...group[0]!, [by]: name, value: full, full };
    });
  };
  let list = [...entries];
  const add = (more: readonly Entry[]) => {
    list = c.totalFirst ? [...more, ...list] : [...list, ...more];
  };
  if (c.total !== null) add(sums(list, 'industry', TOTALS[c.total]!));
  if (c.nation !== null) add(sums(list, 'region', NATIONS[c.nation]!));
  if (c.dropped === null || refusal(c) === null) return list;
  const gone =
    c.total !== null ? c.industries[c.dropped % c.industries.length]! : c.regions[c.dropped % c.regions.length]!;
  return list.filter(({ region, industry }) => region !== gone && industry !== gone);
}

/** Entries as rows of the layout, with all that an office puts around them. */
function rowsOf(c: Choices, years: readonly number[], entries: readonly Entry[]): SourceCell[][] {
  const heading = (role: keyof typeof HEADINGS) => HEADINGS[role][c.headings % HEADINGS[role].length]!;
  const named = (name: string, year: number) =>
    c.twin !== null && name === c.regions[c.twin % c.regions.length] && year === years[0] ? ` ${name}\u3000` : name;
  const table = c.layout === 'tidy' ? tidyRows(c, entries, heading, named) : wideRows(c, entries, heading);
  const titles = ['Value added by region and industry', 'Table 3.1']
    .slice(0, c.titles)
    .map((title): SourceCell[] => [title]);
  const notes = c.notes ? [[], ['Source: the office'], ['p provisional']] : [];
  return [...titles, ...(c.blank ? [[]] : []), ...table, ...notes];
}

function tidyRows(
  c: Choices,
  entries: readonly Entry[],
  heading: (role: keyof typeof HEADINGS) => string,
  named: (name: string, year: number) => string,
): SourceCell[][] {
  const half = Math.floor(entries.length / 2);
  const columns: [string, (each: Entry, k: number) => SourceCell][] = [
    [heading('region'), ({ region, year }) => named(region, year)],
    ...(c.codes
      ? [
          [
            'code',
            ({ region }: Entry) => `R${String(1 + namesOf(entries, 'region').indexOf(region)).padStart(2, '0')}`,
          ] as [string, (each: Entry) => SourceCell],
        ]
      : []),
    [heading('industry'), ({ industry }) => industry],
    [heading('year'), ({ year }) => yearText(c, year)],
    [heading('value'), (each) => cellText(c, each, powerOf(c, each, entries))],
  ];
  if (c.units === 'one') columns.push(['unit', () => 'million EUR']);
  if (c.units.startsWith('by'))
    columns.push(['unit', (each) => (powerOf(c, each, entries) === 0 ? 'million EUR' : 'thousand EUR')]);
  if (c.units === 'UNIT_MULT') columns.push(['UNIT_MULT', (each) => (powerOf(c, each, entries) === 0 ? '6' : '3')]);
  if (c.different === 'currency') columns.push(['currency', (_, k) => (k < half ? 'EUR' : 'PLN')]);
  if (c.different === 'prices') columns.push(['prices', (_, k) => (k < half ? 'constant 2015' : 'current')]);
  if (c.different === 'measure') columns.push(['measure', (_, k) => (k < half ? 'GVA' : 'wages')]);
  if (c.shares) columns.push(['share (%)', (_, k) => (scatter(c.seed, k, 9) * 100).toFixed(1)]);
  if (c.source) columns.push(['source', (_, k) => (k < half ? 'yearbook' : 'survey')]);
  return [columns.map(([name]) => name), ...entries.map((each, k) => columns.map(([, cell]) => cell(each, k)))];
}

/** Figures of some names are in thousands where those of the others are in millions. */
function powerOf(c: Choices, { region, industry }: Entry, entries: readonly Entry[]): number {
  if (c.units === 'by region' || c.units === 'UNIT_MULT')
    return namesOf(entries, 'region').indexOf(region) === 1 ? 3 : 0;
  return c.units === 'by industry' && namesOf(entries, 'industry').indexOf(industry) === 1 ? 3 : 0;
}

function wideRows(
  c: Choices,
  entries: readonly Entry[],
  heading: (role: keyof typeof HEADINGS) => string,
): SourceCell[][] {
  const keys = {
    years: ['region', 'industry'],
    industries: ['region', 'year'],
    regions: ['industry', 'year'],
  } as const;
  const own = keys[c.layout as keyof typeof keys];
  const across = c.layout === 'years' ? 'year' : c.layout === 'industries' ? 'industry' : 'region';
  const names = [...new Set(entries.map((each) => each[across]))];
  const rows = new Map<string, SourceCell[]>();
  for (const each of entries) {
    const key = own.map((name) => each[name]).join('|');
    const row = rows.get(key) ?? own.map((name) => (name === 'year' ? yearText(c, each.year) : each[name]));
    row[own.length + names.indexOf(each[across])] = cellText(c, each, 0);
    rows.set(key, row);
  }
  const shares = c.shares && across !== 'region' ? ['Share of all (%)'] : [];
  const headings = names.map((name) => (across === 'year' ? yearText(c, Number(name)) : String(name)));
  const body = [...rows.values()].map((row, k) => [
    ...Array.from({ length: own.length + names.length }, (_, n) => row[n] ?? null),
    ...shares.map(() => (scatter(c.seed, k, 9) * 100).toFixed(1)),
  ]);
  return [[...own.map((name) => heading(name)), ...headings, ...shares], ...body];
}

function namesOf(entries: readonly Entry[], axis: 'region' | 'industry'): string[] {
  return [...new Set(entries.map((each) => each[axis]))];
}

function yearText(c: Choices, year: number): SourceCell {
  const last = c.first + c.years - 1;
  if (c.marks !== null && year === last) return `${year}${MARKS[c.marks]}`;
  return c.format === 'number' ? year : String(year);
}

/** A figure as the table prints it, times a power of ten, with its flag; or the sign of a withheld one. */
function cellText(c: Choices, { value, year, region }: Entry, power: number): SourceCell {
  if (value === null) return SIGNS[c.sign]!;
  const figure = Number(`${value}e${power}`);
  const decimals = Math.max(0, (c.format === 'suffix' ? 0 : c.decimals) - power);
  if (c.format === 'number') return figure;
  const flag = c.flags !== null && year === c.first && region === c.regions[0] ? FLAGS[c.flags]! : '';
  if (c.format === 'suffix') return suffixed(figure);
  return `${printed(figure.toFixed(decimals), c.format)}${flag}`;
}

function suffixed(figure: number): string {
  if (figure >= 1e6) return `${Number(`${figure}e-6`)}M`;
  return figure >= 1e4 ? `${Number(`${figure}e-3`)}k` : String(figure);
}

function printed(text: string, format: Choices['format']): string {
  const [whole = '', fraction] = text.split('.');
  const [thousands, mark] = { english: [',', '.'], german: ['.', ','], french: ['\u00a0', ','] }[format as string] ?? [
    '',
    '.',
  ];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands!);
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
}

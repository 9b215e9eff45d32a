import { dirname, join } from '../../files/paths.js';
import { openFile, type ReadFile } from '../../files/read-file.js';
import { validate } from '../../files/validate.js';
import { readYaml } from '../../files/yaml.js';
import { knownNames, type Mistake, MistakesError, throwMistakes } from '../../mistakes.js';
import { cellsOf, type Figure, figureName, type Measure, type Targets } from './figure.js';
import { buildPrior } from './prior.js';
import { type PriorIndustry, readPriorIndustries } from './prior-industries.js';
import { type FigureInput, figureValue, type TargetsInput, targetsSchema } from './targets-schema.js';

/** One of the tables that a targets file describes. */
export interface TargetTable {
  readonly name: string;
  /** The CSV file for it, as opened from where the targets file is named; null for a table that is only tried. */
  readonly file: string | null;
  readonly targets: Targets;
}

/** A targets file, checked and typed. */
export interface ParsedTargets {
  readonly title: string;
  /** Unit of outputs. */
  readonly currency: string;
  readonly tables: readonly TargetTable[];
  /** Every file read, as opened, the targets file first. */
  readonly files: readonly string[];
}

type Path = readonly (string | number)[];
type Report = (path: Path, message: string, hint?: string) => void;

/**
 * Reads a targets file and the prior it names.
 *
 * @param read how files are read; see `ReadFile`.
 * @throws MistakesError with every mistake of both files.
 */
export function parseTargets(read: ReadFile, path: string): ParsedTargets {
  const opened = openFile(read, path, { file: path, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  const document = readYaml(path, opened.bytes);
  const checked = validate(document, targetsSchema);
  const mistakes: Mistake[] = [...document.mistakes, ...checked.mistakes];
  if (checked.value === undefined) throw new MistakesError(mistakes);
  const input = checked.value;
  const report: Report = (at, message, hint) => {
    mistakes.push({ ...document.positionOf(at), message, ...(hint === undefined ? {} : { hint }) });
  };
  checkYears(input, report);
  const regions = input.prior.regions.map((region) => region.name);
  reportRepeated(regions, (r) => ['prior', 'regions', r, 'name'], report);
  const priorFile = join(dirname(path), input.prior.industries);
  const prior = openFile(read, priorFile, document.positionOf(['prior', 'industries']));
  if ('mistake' in prior) throw new MistakesError([...mistakes, prior.mistake]);
  const industries = readPriorIndustries(priorFile, prior.bytes, input.years, regions);
  mistakes.push(...industries.mistakes);
  // Names of industries can be checked only where their file could be read.
  if (industries.mistakes.length > 0) throw new MistakesError(mistakes);
  const tables = buildTables(input, industries.industries, dirname(path), report, () => mistakes.length);
  throwMistakes(mistakes);
  return { title: input.title, currency: input.currency, tables, files: [path, priorFile] };
}

function checkYears({ years, prior }: TargetsInput, report: Report): void {
  years.forEach((year, t) => {
    if (t > 0 && year <= years[t - 1]!) report(['years', t], `year ${year} does not follow ${years[t - 1]}`);
  });
  prior.regions.forEach((region, r) => {
    if (region.parts.length === years.length) return;
    const message = `${region.parts.length} parts for ${years.length} years`;
    report(['prior', 'regions', r, 'parts'], message, `one for each of ${years.join(', ')}`);
  });
}

function reportRepeated(names: readonly string[], at: (index: number) => Path, report: Report): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) report(at(index), `"${name}" stands twice`);
  });
}

function buildTables(
  input: TargetsInput,
  industries: readonly PriorIndustry[],
  folder: string,
  report: Report,
  countMistakes: () => number,
): TargetTable[] {
  const regions = input.prior.regions.map((region) => region.name);
  const names = { regions, industries: industries.map((industry) => industry.name), years: input.years };
  const index = (known: readonly string[], what: string) => (name: string, path: Path) => {
    const found = known.indexOf(name);
    if (found < 0) report(path, `unknown ${what} "${name}"`, knownNames(name, known));
    return Math.max(0, found);
  };
  const lookup: Lookup = {
    region: index(names.regions, 'region'),
    industry: index(names.industries, 'industry'),
    year: (year, path) => index(names.years.map(String), 'year')(String(year), path),
  };
  const { tilt, notes } = tiltOf(input, industries, lookup);
  const before = countMistakes();
  const figures = input.figures.map((figure, k): Figure => {
    const measure = measureOf(figure, ['figures', k], lookup, report);
    const name = figure.name ?? figureName(measure, names);
    if (cellsOf(measure, names.regions.length, names.industries.length).every((cell) => tilt[cell] === 0)) {
      report(['figures', k], `${name}: prior.absent says that there is no output`);
    }
    return {
      name,
      measure,
      value: figureValue(figure.value),
      place: figure.place,
      status: figure.status,
      weight: null,
    };
  });
  reportRepeated(
    figures.map((figure) => figure.name),
    (k) => ['figures', k],
    report,
  );
  const totals = input.years.map((year, t) => {
    const total = figures.find(({ measure }) => isTotalOf(measure, t));
    if (total === undefined) {
      const hint = `{ kind: output, year: ${year}, value: …, place: …, status: … }`;
      report(['figures'], `no figure gives all output of ${year}`, hint);
    }
    return total?.value ?? 1;
  });
  const prior = buildPrior({
    totals,
    regionParts: input.years.map((_, t) => input.prior.regions.map((region) => figureValue(region.parts[t] ?? 1))),
    industryParts: input.years.map((_, t) => industries.map((industry) => industry.shares[t]!)),
    tilt,
  });
  const figureNames = figures.map((figure) => figure.name);
  // A name made from a misspelt region or year is not the one that tables mean.
  const namesAreRight = countMistakes() === before;
  return Object.entries(input.tables).map(([name, table]) => {
    const path = ['tables', name];
    const weights = new Map<string, number>();
    const set = (figure: string, weight: number, at: Path): void => {
      if (!figureNames.includes(figure)) {
        if (namesAreRight) report(at, `no figure is named "${figure}"`, knownNames(figure, figureNames));
      } else if (weights.has(figure)) report(at, `"${figure}" stands twice in this table`);
      weights.set(figure, weight);
    };
    table.leaveOut?.forEach((figure, k) => {
      set(figure, 0, [...path, 'leaveOut', k]);
    });
    table.approach?.forEach(({ figure, weight }, k) => {
      set(figure, weight, [...path, 'approach', k, 'figure']);
    });
    const used = figures.map((figure) => ({ ...figure, weight: weights.get(figure.name) ?? null }));
    const file = table.file === undefined ? null : join(folder, table.file);
    return { name, file, targets: { ...names, prior, notes, figures: used } };
  });
}

function isTotalOf(measure: Measure, year: number): boolean {
  return measure.kind === 'output' && measure.region === null && measure.industries === null && measure.year === year;
}

/** Weights of regions in industries, and what each rests on. */
function tiltOf(input: TargetsInput, industries: readonly PriorIndustry[], lookup: Lookup) {
  const width = industries.length;
  const tilt = new Float64Array(input.prior.regions.length * width);
  const notes: string[] = [];
  for (let r = 0; r < input.prior.regions.length; r++) {
    industries.forEach((industry, i) => {
      tilt[r * width + i] = industry.specialised.includes(r) ? industry.tilt : 1;
      notes.push(`closest to ${input.prior.industries}`);
    });
  }
  input.prior.absent?.forEach(({ region, industries: absent, source }, k) => {
    const path = ['prior', 'absent', k];
    const r = lookup.region(region, [...path, 'region']);
    absent.forEach((name, j) => {
      const cell = r * width + lookup.industry(name, [...path, 'industries', j]);
      tilt[cell] = 0;
      notes[cell] = source;
    });
  });
  return { tilt, notes };
}

interface Lookup {
  region(name: string, path: Path): number;
  industry(name: string, path: Path): number;
  year(year: number, path: Path): number;
}

function measureOf(input: FigureInput, path: Path, lookup: Lookup, report: Report): Measure {
  const region = (name: string): number => lookup.region(name, [...path, 'region']);
  const industry = (name: string): number => lookup.industry(name, [...path, 'industry']);
  const industries = (names: readonly string[]): number[] => {
    reportRepeated(names, (k) => [...path, 'industries', k], report);
    return names.map((name, k) => lookup.industry(name, [...path, 'industries', k]));
  };
  const year = (value: number): number => lookup.year(value, [...path, 'year']);
  switch (input.kind) {
    case 'locationQuotient':
      return {
        kind: input.kind,
        region: region(input.region),
        industry: industry(input.industry),
        year: year(input.year),
      };
    case 'agglomerationIndex': {
      const [from, to] = input.years.map((value, k) => lookup.year(value, [...path, 'years', k])) as [number, number];
      if (input.years[0] >= input.years[1]) report([...path, 'years'], 'the first year must come before the last');
      return { kind: input.kind, region: region(input.region), industry: industry(input.industry), from, to };
    }
    case 'similarity': {
      const [a, b] = input.regions.map((name, k) => lookup.region(name, [...path, 'regions', k])) as [number, number];
      if (input.regions[0] === input.regions[1]) {
        report([...path, 'regions', 1], 'a region is always similar to itself', 'name two different regions');
      }
      return { kind: input.kind, regions: [a, b], year: year(input.year) };
    }
    case 'partOfIndustry':
    case 'partOfRegion':
      return {
        kind: input.kind,
        region: region(input.region),
        industries: industries(input.industries),
        year: year(input.year),
      };
    case 'partOfTotal':
      return { kind: input.kind, region: region(input.region), year: year(input.year) };
    case 'output':
      return {
        kind: input.kind,
        region: input.region === undefined ? null : region(input.region),
        industries: input.industries === undefined ? null : industries(input.industries),
        year: year(input.year),
      };
  }
}

import { join } from '../../files/paths.js';
import { knownNames } from '../../mistakes.js';
import { cellsOf, type Figure, figureName, type Measure, type Targets } from './figure.js';
import { createLookup, type Lookup, type Report, reportRepeated } from './lookup.js';
import { measureOf } from './measure-of.js';
import { buildPrior } from './prior.js';
import type { PriorIndustry } from './prior-industries.js';
import { figureValue, type TargetsInput } from './targets-schema.js';

/** One of the tables that a targets file describes. */
export interface TargetTable {
  readonly name: string;
  /** The CSV file for it, as opened from where the targets file is named; null for a table that is only tried. */
  readonly file: string | null;
  readonly targets: Targets;
}

/** A targets file as it is written, with its prior, and where to report what is wrong with it. */
interface Written {
  readonly input: TargetsInput;
  readonly industries: readonly PriorIndustry[];
  readonly names: Pick<Targets, 'regions' | 'industries' | 'years'>;
  readonly lookup: Lookup;
  readonly report: Report;
}

/**
 * Builds the targets of every table of a file: all have the same figures and the same prior, and use the figures differently.
 *
 * @param folder of the targets file
 */
export function buildTables(
  input: TargetsInput,
  industries: readonly PriorIndustry[],
  folder: string,
  report: Report,
): TargetTable[] {
  const names = {
    regions: input.prior.regions.map((region) => region.name),
    industries: industries.map((industry) => industry.name),
    years: input.years,
  };
  let mistakes = 0;
  const counting: Report = (...mistake) => {
    mistakes++;
    report(...mistake);
  };
  const written: Written = { input, industries, names, lookup: createLookup(names, counting), report: counting };
  const { tilt, notes } = tiltOf(written);
  const before = mistakes;
  const figures = buildFigures(written, tilt);
  const prior = buildPrior({
    totals: totalsOf(written, figures),
    regionParts: input.years.map((_, t) => input.prior.regions.map((region) => figureValue(region.parts[t] ?? 1))),
    industryParts: input.years.map((_, t) => industries.map((industry) => industry.shares[t]!)),
    tilt,
  });
  // A name made from a misspelt region or year is not the one that tables mean.
  const namesAreRight = mistakes === before;
  return Object.entries(input.tables).map(([name, table]) => {
    const used = figuresOf(written, name, figures, namesAreRight);
    const file = table.file === undefined ? null : join(folder, table.file);
    return { name, file, targets: { ...names, prior, notes, figures: used } };
  });
}

/** The figures of a file, in their order, each as if it had to hold exactly. */
function buildFigures({ input, names, lookup, report }: Written, tilt: Float64Array): Figure[] {
  const figures = input.figures.map((figure, k): Figure => {
    const measure = measureOf(figure, ['figures', k], lookup, report);
    const name = figure.name ?? figureName(measure, names);
    if (cellsOf(measure, names.regions.length, names.industries.length).every((cell) => tilt[cell] === 0)) {
      report(['figures', k], `${name}: prior.absent says that there is no output`);
    }
    const { place, status } = figure;
    return { name, measure, value: figureValue(figure.value), place, status, weight: null };
  });
  reportRepeated(
    figures.map((figure) => figure.name),
    (k) => ['figures', k],
    report,
  );
  return figures;
}

/** All output of each year, which a figure must give. */
function totalsOf({ input, report }: Written, figures: readonly Figure[]): number[] {
  return input.years.map((year, t) => {
    const total = figures.find(({ measure }) => isTotalOf(measure, t));
    if (total === undefined) {
      const hint = `{ kind: output, year: ${year}, value: …, place: …, status: … }`;
      report(['figures'], `no figure gives all output of ${year}`, hint);
    }
    return total?.value ?? 1;
  });
}

function isTotalOf(measure: Measure, year: number): boolean {
  return measure.kind === 'output' && measure.region === null && measure.industries === null && measure.year === year;
}

/**
 * The figures as one table uses them: left out, approached with a weight, or else exactly.
 *
 * @param namesAreRight false where figures were named after unknown things, so that unknown names of figures say nothing
 */
function figuresOf(
  { input, report }: Written,
  tableName: string,
  figures: readonly Figure[],
  namesAreRight: boolean,
): Figure[] {
  const table = input.tables[tableName]!;
  const path = ['tables', tableName];
  const names = figures.map((figure) => figure.name);
  const weights = new Map<string, number>();
  const set = (figure: string, weight: number, at: readonly (string | number)[]): void => {
    if (!names.includes(figure)) {
      if (namesAreRight) report(at, `no figure is named "${figure}"`, knownNames(figure, names));
    } else if (weights.has(figure)) report(at, `"${figure}" stands twice in this table`);
    weights.set(figure, weight);
  };
  table.leaveOut?.forEach((figure, k) => {
    set(figure, 0, [...path, 'leaveOut', k]);
  });
  table.approach?.forEach(({ figure, weight }, k) => {
    set(figure, weight, [...path, 'approach', k, 'figure']);
  });
  return figures.map((figure) => ({ ...figure, weight: weights.get(figure.name) ?? null }));
}

/** Weights of regions in industries, and what each rests on. */
function tiltOf({ input, industries, lookup }: Written) {
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

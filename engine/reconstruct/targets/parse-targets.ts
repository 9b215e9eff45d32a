import { dirname, join } from '../../files/paths.js';
import { openFile, type ReadFile } from '../../files/read-file.js';
import { validate } from '../../files/validate.js';
import { readYaml } from '../../files/yaml.js';
import { type Mistake, MistakesError, throwMistakes } from '../../mistakes.js';
import { buildTables, type TargetTable } from './build-tables.js';
import { type Report, reportRepeated } from './lookup.js';
import { readPriorIndustries } from './prior-industries.js';
import { type TargetsInput, targetsSchema } from './targets-schema.js';

/** A targets file, checked and typed. */
export interface ParsedTargets {
  readonly title: string;
  /** Unit of outputs. */
  readonly currency: string;
  readonly tables: readonly TargetTable[];
  /** Every file read, as opened, the targets file first. */
  readonly files: readonly string[];
}

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
  const tables = buildTables(input, industries.industries, dirname(path), report);
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

import { type CaseOptions, type ParsedCase, parseCase } from '../../engine/economy/parse-case.js';
import type { ReadFile } from '../../engine/files/read-file.js';
import { formatMistake, MistakesError } from '../../engine/mistakes.js';

/** A right case of two regions, two industries and two years, as files in memory; tests change one thing in it. */
export const RIGHT_CASE: Readonly<Record<string, string>> = {
  'case.yaml': `title: Two cities
currency: 10^8 yuan
prices: current
outputs: outputs.csv
regions: regions.csv
links: links.csv
higherLevelRegion: sum
`,
  'outputs.csv': `region,industry,year,output,status,source
Changchun,Transport,2005,100,published,Table 1
Changchun,Tobacco,2005,10,published,Table 1
Jilin,Transport,2005,20,derived,
Jilin,Tobacco,2005,5,derived,
Changchun,Transport,2011,200,published,Table 1
Changchun,Tobacco,2011,15,published,Table 1
Jilin,Transport,2011,30,estimated,
Jilin,Tobacco,2011,0,estimated,
`,
  'regions.csv': `region,gdp,nonagricultural_population,area_km2,longitude,latitude,status,source
Changchun,3329,345,20604,125.3,43.9,published,
Jilin,,220,27120,,,estimated,
`,
  'links.csv': `from,to,mode,km,minutes,status,source
Changchun,Jilin,rail,111,40,published,
`,
};

/** Reads from files in memory, failing as a disk does. */
export function readFrom(files: Readonly<Record<string, string | Uint8Array>>): ReadFile {
  return (path) => {
    const content = Object.hasOwn(files, path) ? files[path] : undefined;
    if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    if (content === '<directory>') throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR' });
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
}

/** The right case with some files replaced. */
export function parseWith(
  changes: Readonly<Record<string, string | Uint8Array>>,
  options: CaseOptions = {},
): ParsedCase {
  return parseCase(readFrom({ ...RIGHT_CASE, ...changes }), 'case.yaml', options);
}

/** The mistakes of the right case with some files replaced, one line each. */
export function mistakesWith(
  changes: Readonly<Record<string, string | Uint8Array>>,
  options: CaseOptions = {},
): string[] {
  try {
    parseWith(changes, options);
    return [];
  } catch (error) {
    if (error instanceof MistakesError) return error.mistakes.map(formatMistake);
    throw error;
  }
}

/** A file of the right case with one piece of its text replaced. */
export function edited(file: string, from: string, to: string): Record<string, string> {
  const text = RIGHT_CASE[file]!;
  if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}`);
  return { [file]: text.replace(from, to) };
}

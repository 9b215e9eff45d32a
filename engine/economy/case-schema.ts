import { z } from 'zod';
import { line } from '../files/line-schema.js';
import { sharedShape } from '../parameters/schema.js';

/** Years the agglomeration index looks back where a case does not say: the span of the paper's tables, 2005 to 2011. */
export const DEFAULT_WINDOW = 6;

/** Exponent of distance in the reported tie where a case does not say: the paper's. */
export const DEFAULT_TIE_EXPONENT = 2;

/** Value added per unit of output where a case does not say. Judgement: about what Chinese industry kept of its gross output around 2010. */
export const DEFAULT_VALUE_ADDED_SHARE = 0.28;

/**
 * δ of Flegg’s location quotient where a case does not say. Judgement, beside what tests against surveyed regional tables found: about .25 in Finland
 * (Flegg & Tohmo 2013, Regional Studies 47(5), 703–721), about .3 in simulated tables (Bonfiglio & Chelli 2008, Economic Systems Research 20(3),
 * 243–258).
 */
export const DEFAULT_DELTA = 0.3;

const PERCENT = /^[+-]?(\d+(\.\d*)?|\.\d+)\s*%$/;

const fileName = line.describe('a CSV file, seen from the folder of this file');

const boundaryFile = line.describe('a GeoJSON or TopoJSON file in degrees, seen from the folder of this file');

/** A rate such as 0.03 or 3% within a range; the key is named because the messages replace those that would name it. */
const rate = (key: string, low: number, high: number, range: string) =>
  z
    .union([
      z.number(),
      z.string().regex(PERCENT, { error: `${key} must be a number such as 0.03, or 3%`, abort: true }),
    ])
    .refine((value) => rateOf(value) >= low && rateOf(value) <= high, { error: `${key} must be ${range}` });

/** Keys of a case file with their checks; descriptions appear in editors through the JSON Schema. */
export const caseShape = {
  title: line.describe('what the case covers, such as Changchun and Jilin, 2005–2011'),
  currency: line.describe('unit of every money column, such as 10^8 yuan'),
  prices: line.describe('price basis of the tables, such as current; printed in every header'),
  outputs: z
    .union([fileName, z.record(line, fileName)])
    .describe(
      'table region,industry,year,output,status,source; or several tables by name, of which "table" chooses one',
    ),
  regions: fileName
    .describe(
      'table region,gdp,nonagricultural_population,area_km2,longitude,latitude,status,source; without it ties and the channels that need them are off',
    )
    .optional(),
  links: fileName
    .describe('table from,to,mode,km,minutes,status,source; without it ties and the channels that need them are off')
    .optional(),
  barriers: fileName.describe('table from,to,barrier of the pairs that differ from the parameter').optional(),
  accounts: fileName
    .describe(
      'table account,unit,region,industry,year,per_output,yearly_change,status,source of what output stands for, such as jobs; blank region or industry: all, blank year: the first projected one',
    )
    .optional(),
  places: z
    .array(
      z.union([
        line,
        z.strictObject({
          name: line,
          longitude: z.number().min(-180).max(180).describe('degrees east'),
          latitude: z.number().min(-90).max(90).describe('degrees north'),
        }),
      ]),
    )
    .describe('network nodes without an economy of their own; with longitude and latitude they stand on the map')
    .optional(),
  boundaries: z
    .union([
      boundaryFile,
      z.strictObject({
        file: boundaryFile,
        id: line.describe('the property of its features that names a region; default name').optional(),
        attribution: line.describe('words that the source asks to be printed beside a map').optional(),
      }),
    ])
    .describe('boundaries of the regions for maps; without them regions are circles where they lie')
    .optional(),
  inputOutput: z
    .strictObject({
      flows: fileName.describe('table supplier,user,flow: what industries buy from each other in the nation'),
      totals: fileName.describe('table industry,output,value_added of the nation, in the unit of the flows'),
      size: rate('size', 1e-6, 1, 'above 0 and at most 100%').describe(
        'the part of the nation’s output that the case makes, such as 2.2%',
      ),
      delta: z
        .number()
        .min(0)
        .max(1)
        .describe(`how strongly small regions import, δ of Flegg’s location quotient; default ${DEFAULT_DELTA}`)
        .optional(),
    })
    .describe('an input–output table of the nation; without it nothing is known of chains between industries')
    .optional(),
  higherLevelRegion: line.describe(
    'the reference of location quotients: sum, for the sum of the regions, or a table industry,year,output',
  ),
  distance: z
    .enum(['km', 'minutes'])
    .describe('what paths, ties and the equation measure distance in; default km')
    .optional(),
  tieExponent: z.number().min(0).max(10).describe('exponent of distance in the reported tie; default 2').optional(),
  deflator: rate('deflator', -0.5, 0.5, 'between -50% and 50% a year')
    .describe('price change a year taken off observed growth before it becomes trend, such as 3%; default 0')
    .optional(),
  valueAddedShare: rate('valueAddedShare', 0.01, 1, 'between 1% and 100%')
    .describe(`value added per unit of output where a region's gdp is not given; default ${DEFAULT_VALUE_ADDED_SHARE}`)
    .optional(),
  ...sharedShape,
};

/** A case file: a study area, its tables and what they are measured in. */
export const caseSchema = z.strictObject(caseShape);

/** A case file as written, checked. */
export type CaseFile = z.infer<typeof caseSchema>;

/**
 * A rate written as a number or with a percent sign.
 *
 * @example
 * rateOf('3%'); // → 0.03
 * rateOf(0.03); // → 0.03
 */
export function rateOf(value: number | string): number {
  // Moving the decimal point in the text rounds once; dividing by 100 would round again.
  return typeof value === 'number' ? value : Number(`${value.replace('%', '').trim()}e-2`);
}

import { z } from 'zod';
import { line as text } from '../../files/line-schema.js';

const PERCENT = /^(\d+(\.\d*)?|\.\d+)\s*%$/;
const SIGNED_PERCENT = /^[+-]?(\d+(\.\d*)?|\.\d+)\s*%$/;

const year = z.int().min(1).max(9999);
const status = z.enum(['published', 'derived', 'estimated']);
const assumption = { status, source: text.describe('what it rests on, in one line') };

const number = (pattern: RegExp) =>
  z.union([z.number(), z.string().regex(pattern, { error: 'a number is needed, such as 0.25 or 25%', abort: true })]);

const above = (limit: string, fits: (value: number) => boolean) =>
  number(PERCENT).refine((value) => fits(figureValue(value)), { error: `the value must be ${limit}` });

const positive = above('above 0', (value) => value > 0);
const part = above('above 0 and at most 1, or 100%', (value) => value > 0 && value <= 1);

const common = {
  name: text.describe('default: made from kind, names and year').optional(),
  place: text.describe('where the figure is printed, or what an assumption rests on'),
  status,
};
const industries = z.array(text).min(1);

const figure = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('locationQuotient'),
      region: text,
      industry: text,
      year,
      value: positive,
      ...common,
    }),
    z.strictObject({
      kind: z.literal('agglomerationIndex'),
      region: text,
      industry: text,
      years: z.tuple([year, year]).describe('first and last year of the growth compared'),
      value: number(SIGNED_PERCENT),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('similarity'),
      regions: z.tuple([text, text]),
      year,
      value: part,
      ...common,
    }),
    z.strictObject({ kind: z.literal('partOfIndustry'), region: text, industries, year, value: part, ...common }),
    z.strictObject({ kind: z.literal('partOfRegion'), region: text, industries, year, value: part, ...common }),
    z.strictObject({ kind: z.literal('partOfTotal'), region: text, year, value: part, ...common }),
    z.strictObject({
      kind: z.literal('output'),
      region: text.describe('default: all regions').optional(),
      industries: industries.describe('default: all industries').optional(),
      year,
      value: positive,
      ...common,
    }),
  ])
  .describe('one published or assumed figure');

export type FigureInput = z.infer<typeof figure>;

/** A targets file: figures to reconstruct outputs from, and the assumptions that fill in the rest. */
export const targetsSchema = z
  .strictObject({
    title: text,
    currency: text.describe('unit of outputs, such as 10^8 yuan'),
    years: z.array(year).min(1),
    prior: z.strictObject({
      industries: text.describe(
        'a CSV file, seen from the folder of this file: code,industry,name_in_paper,share_<year>_percent …,specialised_regions,tilt,status,source',
      ),
      regions: z
        .array(
          z.strictObject({
            name: text,
            parts: z.array(positive).describe('part of all output in each of the years'),
            ...assumption,
          }),
        )
        .min(1)
        .describe('the regions in the order of the table, with their parts of all output'),
      absent: z
        .array(z.strictObject({ region: text, industries, ...assumption }))
        .describe('cells that are 0 in every year')
        .optional(),
    }),
    tables: z
      .record(
        text,
        z.strictObject({
          file: text.describe('CSV file that holds this table').optional(),
          leaveOut: z.array(text).describe('names of figures that this table does not use').optional(),
          approach: z
            .array(z.strictObject({ figure: text, weight: z.number().positive().max(1e6) }))
            .describe('figures that this table only comes near to: being off by x in logarithm costs weight·x²/2 nats')
            .optional(),
        }),
      )
      .describe('tables to reconstruct from the figures'),
    figures: z.array(figure).min(1),
  })
  .describe('Figures to reconstruct a table of outputs from');

export type TargetsInput = z.infer<typeof targetsSchema>;

/**
 * A value written as a number or with a percent sign.
 *
 * @example
 * figureValue('16%'); // → 0.16
 * figureValue(2.274574); // → 2.274574
 */
export function figureValue(value: number | string): number {
  return typeof value === 'number' ? value : Number(value.replace('%', '')) / 100;
}

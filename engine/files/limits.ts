import { z } from 'zod';

/**
 * The most of each thing that tandem takes: far above what it was made for, and low enough that whatever passes is read in seconds and fits the
 * memory of one machine. What is beyond them is a mistake with its place, not a crash. SECURITY.md lists them.
 */
export const LIMITS = {
  regions: 5_000,
  industries: 1_000,
  /** Regions × industries. */
  cells: 500_000,
  /** Regions and places: every pair of them has a distance. */
  nodes: 5_000,
  /** Regions × industries × years that are projected. */
  projected: 50_000_000,
  /** Pairs of regions × years that are projected. */
  projectedPairs: 500_000_000,
  /** Columns of a table to import. */
  columns: 5_000,
  policies: 500,
  /** Entries of any other list that a person writes. */
  entries: 10_000,
  /** Outcomes, and goals, each: every one is evaluated in every year of every draw. */
  outcomes: 100,
  futures: 100,
  /** Bytes of a text file. */
  bytes: 400 * 1024 * 1024,
  /** Bytes of a file of boundaries, and points in it. */
  boundaryBytes: 32 * 1024 * 1024,
  boundaryPoints: 1_000_000,
} as const;

/**
 * A mapping of names of somebody's own with a limit on how many there may be.
 *
 * @param what the names are of, in the plural
 */
export function limitedRecord<Value extends z.ZodType>(value: Value, most: number, what: string) {
  return z
    .record(z.string(), value)
    .refine((written) => Object.keys(written).length <= most, { error: `more than ${most} ${what}` })
    .meta({ maxProperties: most });
}

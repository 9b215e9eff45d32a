/** The evidence for a default: printed in a named source, computed from named sources, or stated judgement. */
export type EvidenceStatus = 'published' | 'derived' | 'judgement';

/** One number of the model that a user may set: its meaning, default and evidence. Everything that lists parameters reads this. */
export interface NumberDefinition {
  /** A plain name of a few words, for readers who do not know the model; where there is none, its key serves. */
  readonly title?: string;
  /** Its meaning, in one sentence without a full stop. */
  readonly meaning: string;
  /** Symbol in the growth equation, where it has one. */
  readonly symbol?: string;
  /** Such as `1/yr`, `log points`, `years`, `share`. */
  readonly unit: string;
  /** Default as one would write it in a file: a number, or a distribution whose central value a single run uses; null where there is none. */
  readonly value: number | string | null;
  /** The value in words that holds where `value` is null and nothing is written. */
  readonly absent?: string;
  /** Default where no more than two years are observed, which show a single rate of growth; the value above where there is none. */
  readonly twoYears?: number | string;
  /** Range thought plausible: what sweeps and break-evens search. */
  readonly range: readonly [number, number];
  /** Values outside are mistakes, because the model has no meaning there. */
  readonly domain: readonly [number, number];
  readonly source: string;
  readonly status: EvidenceStatus;
  /** True where an expression in `year` is allowed, which gives each year its own value. */
  readonly yearly?: boolean;
}

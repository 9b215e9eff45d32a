import type { OutcomeFunction } from '../outcome-function.js';
import { account, perHead } from './accounts.js';
import { complementarity, completeness } from './chains.js';
import { peopleWithin, within } from './hour-circle.js';
import { cost, industry, noPolicy, output, part, reference, share, valueAdded } from './output.js';
import { at, discounted, first, highest, last, lowest, mean, sum } from './over-years.js';
import { access, barrier, distance, krugman, overlap, similarity, tie, tieShare } from './pairs.js';
import { agglomeration, hhi, largestShare, lq, stages, theil } from './structure.js';

/** The functions of outcomes and goals by the names they have in expressions, in the order of the documentation. */
export const OUTCOME_FUNCTIONS: Readonly<Record<string, OutcomeFunction>> = {
  output,
  reference,
  noPolicy,
  industry,
  share,
  part,
  lq,
  agglomeration,
  similarity,
  krugman,
  overlap,
  tie,
  tieShare,
  complementarity,
  completeness,
  access,
  distance,
  barrier,
  within,
  peopleWithin,
  stages,
  theil,
  hhi,
  largestShare,
  cost,
  valueAdded,
  account,
  perHead,
  first,
  last,
  at,
  mean,
  sum,
  lowest,
  highest,
  discounted,
};

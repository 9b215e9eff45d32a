import { STAGES } from '../../indicators/stage.js';
import type { Measures } from '../../projection/measure.js';
import type { Projection } from '../../projection/plan.js';
import { type Nested, nest, nestOrNull } from '../data/nested.js';

/** One projection as a plain object, arrays indexed by year first. */
export function runJson(
  scenario: { readonly id: string; readonly title: string; readonly file: string },
  projection: Projection,
  measures: Measures,
) {
  const { years, regions, industries, levers } = projection.plan;
  const cells = [years.length, regions.length, industries.length];
  const pairs = [years.length, regions.length, regions.length];
  return {
    scenario,
    years,
    regions,
    industries,
    output: nest(projection.output, cells),
    reference: nest(projection.reference, cells),
    locationQuotient: nest(measures.locationQuotient, cells),
    agglomerationIndex: nest(measures.agglomerationIndex, cells),
    stage: stageNames(nest(measures.stage, cells)),
    similarity: nest(measures.similarity, pairs),
    tie: nestOrNull(measures.tie, pairs),
    distance: nestOrNull(levers.distance, pairs),
    barrier: nestOrNull(levers.barrier, pairs),
  };
}

type Named = (string | null)[] | Named[];

function stageNames(codes: Nested): Named {
  return codes.map((code) => (Array.isArray(code) ? stageNames(code) : (STAGES[code ?? 0] ?? null))) as Named;
}

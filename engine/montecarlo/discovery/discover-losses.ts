import type { StudyResult } from '../answers/answers.js';
import { sampleDraws } from '../draws/sample-draws.js';
import { type Discovery, discoverBoxes } from './prim.js';

/** Boxes looked for, one after the other. */
const BOXES = 2;

/** Boxes of the draws in which the last future brings less than the first, or than no policy where it is alone. */
export interface LossDiscovery {
  readonly later: string;
  readonly first: string;
  /** Short names of the two. */
  readonly labels: { readonly later: string; readonly first: string };
  readonly discovery: Discovery;
}

/** Finds boxes of the inputs in which the last future loses: brings less discounted output in all. Looks at 100,000 draws at most. */
export function discoverLosses({ study, aligned }: StudyResult): LossDiscovery {
  const { columns, values, count } = sampleDraws(study, 0, aligned.length);
  const kept = [...aligned.keys()].filter((draw) => Number.isFinite(aligned[draw]!));
  const inputs = columns.map(({ name }, c) => ({
    name,
    values: Float64Array.from(kept, (draw) => values[draw * columns.length + c]!),
  }));
  const later = study.futures.at(-1)!;
  const discovery = discoverBoxes(
    inputs,
    kept.map((draw) => aligned[draw]! < 0),
    { boxes: BOXES },
  );
  const first = study.futures.length > 1 ? study.futures[0]! : study.runs.at(-1)!;
  const labels = { later: later.scenario.label, first: first.scenario.label };
  return {
    later: later.id,
    first: first.id,
    labels,
    discovery: { ...discovery, dropped: count - kept.length + discovery.dropped },
  };
}

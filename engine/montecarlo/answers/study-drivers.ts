import { type RankRegression, rankRegression } from '../../statistics/rank-regression.js';
import { sampleDraws } from '../draws/sample-draws.js';
import type { StudyResult } from './answers.js';

/** Draws that are looked at: more change no digit that is shown. */
const LOOKED_AT = 20_000;

/** The inputs that the gain of a study's last future hinges on, told by the study's own draws. */
export interface StudyDrivers {
  /** Names of the inputs' columns. */
  readonly inputs: readonly string[];
  /** Regression of the gain over the first future, or over no policy where there is only one. */
  readonly regression: RankRegression;
}

/** Regresses the ranks of the gain on those of everything that was drawn but noise, over the first 20,000 draws at most. */
export function studyDrivers({ study, aligned }: StudyResult): StudyDrivers {
  const gains = aligned.subarray(0, LOOKED_AT);
  const { columns, values } = sampleDraws(study, 0, gains.length);
  const inputs = columns.map((_, c) =>
    Float64Array.from({ length: gains.length }, (_, draw) => values[draw * columns.length + c]!),
  );
  return { inputs: columns.map(({ name }) => name), regression: rankRegression(inputs, gains) };
}

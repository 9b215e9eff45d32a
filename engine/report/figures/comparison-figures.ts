import type { ComparisonReport } from '../comparison-tables.js';
import { attributionFigure, gameFigure, ingredientsFigure, sweepFigure } from './decision-figures.js';
import type { Figure } from './figure.js';
import { outputFigures, overviewFigure } from './output-figures.js';
import { planeFigure, stagesFigure } from './stage-figures.js';
import { networkFigure, similarityFigure } from './structure-figures.js';
import { viewOf } from './view.js';

/**
 * Every figure of a comparison, or of one future against no policy, in the order in which they are read.
 *
 * @param most futures that get a picture of their own; default three
 */
export function comparisonFigures(report: ComparisonReport, most?: number): Figure[] {
  const view = viewOf(report, most);
  const acting = report.comparison.futures.some((future) => future.compiled.policies.length > 0);
  return [
    // Without policies anywhere every difference is 0.
    acting ? overviewFigure(view) : null,
    ...outputFigures(view).filter((figure) => acting || figure.id === 'output'),
    similarityFigure(view),
    networkFigure(view),
    stagesFigure(view),
    planeFigure(view),
    attributionFigure(view),
    ingredientsFigure(view),
    sweepFigure(view),
    gameFigure(view),
  ].filter((figure) => figure !== null);
}

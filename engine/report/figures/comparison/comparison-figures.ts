import type { ComparisonReport } from '../../comparison/comparison-report.js';
import type { Figure } from '../drawing/figure.js';
import { attributionFigure } from './attribution-figure.js';
import { beliefsFigure, kindsFigure } from './basis-figures.js';
import { costFigure } from './cost-figure.js';
import { gameFigure } from './game-figure.js';
import { ingredientsFigure } from './ingredients-figure.js';
import { comparisonMap } from './map-figure.js';
import { networkFigure } from './network-figure.js';
import { outputFigures } from './output-figures.js';
import { planeFigure } from './plane-figure.js';
import { similarityFigure } from './similarity-figure.js';
import { stagesFigure } from './stages-figure.js';
import { sweepFigure } from './sweep-figure.js';
import { viewOf } from './view.js';
import { whoGainsFigure } from './who-gains-figure.js';

/**
 * Every figure of a comparison, or of one future against no policy, in the order in which they are read.
 *
 * @param most futures that get a picture of their own; default three
 * @param wanted by id, where only some are; default all
 */
export function comparisonFigures(
  report: ComparisonReport,
  most?: number,
  wanted: (id: string) => boolean = () => true,
): Figure[] {
  const view = viewOf(report, most);
  const acting = report.comparison.futures.some(
    ({ compiled: { policies, events } }) => policies.length + events.length > 0,
  );
  return [
    // Without policies and events anywhere every difference is 0.
    acting && wanted('map') ? comparisonMap(view) : null,
    acting && wanted('who-gains') ? whoGainsFigure(view) : null,
    acting && wanted('cost') ? costFigure(view) : null,
    wanted('beliefs') ? beliefsFigure(view) : null,
    wanted('kinds') ? kindsFigure(view) : null,
    ...(wanted('output') || wanted('other-regions') ? outputFigures(view) : []).filter(
      ({ id }) => wanted(id) && (acting || id === 'output'),
    ),
    wanted('similarity') ? similarityFigure(view) : null,
    wanted('network') ? networkFigure(view) : null,
    wanted('stages') ? stagesFigure(view) : null,
    wanted('stage-plane') ? planeFigure(view) : null,
    wanted('attribution') ? attributionFigure(view) : null,
    wanted('ingredients') ? ingredientsFigure(view) : null,
    wanted('sweep') ? sweepFigure(view) : null,
    wanted('cooperation') ? gameFigure(view) : null,
  ].filter((figure) => figure !== null);
}

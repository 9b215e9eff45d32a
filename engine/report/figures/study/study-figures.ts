import type { StudyFindings } from '../../study/study-findings.js';
import type { Figure } from '../drawing/figure.js';
import { chancesFigure } from './chances-figure.js';
import { convergenceFigure } from './convergence-figure.js';
import { distributionFigure } from './distribution-figure.js';
import { driversFigure } from './drivers-figure.js';
import { studyMap } from './map-figure.js';
import { bandFigures } from './study-band-figures.js';
import { differenceFigure } from './study-difference-figure.js';
import { studyViewOf } from './study-view.js';

/** Every figure of a study's draws, in the order in which they are read. */
export function studyFigures(findings: StudyFindings): Figure[] {
  const view = studyViewOf(findings);
  const { result, names, last, against } = view;
  const over = result.gains[last]!.overFirst === null ? 'no policy' : 'first';
  return [
    studyMap(result, { id: 'map-draws', future: last, name: names[last]!, over, against }),
    chancesFigure(view),
    ...bandFigures(view),
    differenceFigure(view),
    distributionFigure(view),
    driversFigure(view),
    convergenceFigure(view),
  ].filter((figure) => figure !== null);
}

import type { SensitivityResult } from '../../../montecarlo/sensitivity/analyse-sensitivity.js';
import type { Figure } from '../drawing/figure.js';
import { inputsFigure } from './inputs-figure.js';
import { yearsFigure } from './years-figure.js';

/** Every figure of a sensitivity analysis: what the last year hinges on, and how that changes by year. None where there is no answer. */
export function sensitivityFigures(result: SensitivityResult): Figure[] {
  return [inputsFigure(result), yearsFigure(result)].filter((figure) => figure !== null);
}

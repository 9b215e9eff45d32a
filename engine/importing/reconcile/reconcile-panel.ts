import { sayBreaks } from './breaks.js';
import { compareTotals } from './compare-totals.js';
import type { CompletePanel } from './complete-panel.js';
import { publishedTotals } from './constraints.js';
import type { Doubt } from './doubt.js';
import { leaveOutEmpty } from './empty.js';
import { fillFromTotals } from './fill-from-totals.js';
import { fillMissing } from './missing.js';
import { replaceNegative } from './negative.js';
import { refuseRenamed } from './renamed.js';
import { roundingUnit } from './rounding-unit.js';
import { sayShares } from './shares.js';
import { allOf, choose, keepAll, type ReconcileContext, refuseEmpty } from './view.js';

/**
 * Makes a panel fit for a case: leaves out totals, fills or leaves out gaps, replaces negative figures, leaves out regions without output. Each
 * step is counted in the guesses. Throws a MistakesError where the user must decide.
 *
 * @param drops names to leave out, as from `droppedNames`.
 * @param doubts totals among them, with which what is kept is compared; none if absent.
 */
export function reconcilePanel(
  context: ReconcileContext,
  drops: readonly string[],
  doubts: readonly Doubt[] = [],
): CompletePanel {
  const { panel, settings } = context;
  const out = new Set(drops);
  let view = choose(panel, keepAll(panel.regions.names, out), keepAll(panel.industries.names, out), allOf(panel.years));
  refuseEmpty(panel, view);
  const totals = publishedTotals(panel, view, doubts, out);
  const compared = compareTotals(context, view, totals, roundingUnit(view.values));
  if (settings.missing === undefined || settings.missing === 'fill') fillFromTotals(context, view, compared);
  const renamed = refuseRenamed(context, view);
  view = fillMissing(context, view, renamed);
  refuseEmpty(panel, view);
  replaceNegative(context, view);
  view = leaveOutEmpty(context, view);
  refuseEmpty(panel, view);
  sayShares(context, view);
  sayBreaks(context, view);
  return {
    regions: view.regions.map((r) => panel.regions.names[r]!),
    regionCodes: view.regions.map((r) => panel.regions.codes[r]!),
    industries: view.industries.map((i) => panel.industries.names[i]!),
    years: view.years.map((y) => panel.years[y]!),
    values: view.values,
    origins: view.origins,
  };
}

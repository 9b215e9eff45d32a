import { sayBreaks } from './breaks.js';
import type { CompletePanel } from './complete-panel.js';
import { leaveOutEmpty } from './empty.js';
import { fillMissing } from './missing.js';
import { replaceNegative } from './negative.js';
import { allOf, choose, keepAll, type ReconcileContext, refuseEmpty } from './view.js';

/**
 * Makes a panel fit for a case: leaves out totals, fills or leaves out gaps, replaces negative figures, leaves out regions without output. Each
 * step is counted in the guesses. Throws a MistakesError where the user must decide.
 *
 * @param drops names to leave out, as from `droppedNames`.
 */
export function reconcilePanel(context: ReconcileContext, drops: readonly string[]): CompletePanel {
  const { panel } = context;
  const out = new Set(drops);
  let view = choose(panel, keepAll(panel.regions.names, out), keepAll(panel.industries.names, out), allOf(panel.years));
  refuseEmpty(panel, view);
  view = fillMissing(context, view);
  refuseEmpty(panel, view);
  replaceNegative(context, view);
  view = leaveOutEmpty(context, view);
  refuseEmpty(panel, view);
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

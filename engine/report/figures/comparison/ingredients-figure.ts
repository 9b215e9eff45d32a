import { comparisonTables } from '../../comparison/comparison-tables.js';
import { plainName } from '../../text/key-words.js';
import { columnDecimals, formatPercent, formatSigned } from '../../text/number-format.js';
import { capital, listed, shortest, verb } from '../../text/sentence.js';
import { barPanel } from '../drawing/bar-panel.js';
import type { Figure } from '../drawing/figure.js';
import { moneyTitle, type View } from './view.js';

/** Parts of a difference that are shown as 0 %. */
const NONE = 0.005;

/** The part of the difference that goes through each ingredient of coordination. */
export function ingredientsFigure(view: View): Figure | null {
  const { ingredients } = view;
  if (ingredients === null || ingredients.total === 0) return null;
  const { parts, total } = ingredients;
  const share = (part: (typeof parts)[number]): number => part.carried / total;
  const ranked = [...parts].sort((p, q) => share(q) - share(p) || (p.ingredient < q.ingredient ? -1 : 1));
  const sums = [total, ...ranked.map((each) => each.carried)];
  const scaled = view.money(sums);
  const decimals = columnDecimals(sums.map(scaled.of));
  return {
    id: 'ingredients',
    title: 'What the answer hangs on: the ingredients of coordination',
    finding: ingredientsFinding(ranked.map((part) => ({ name: plainName(part.ingredient), share: share(part) }))),
    caption:
      'Each bar is how much of the difference is gone when one ingredient is switched off in both futures. Most ingredients are judgement (see the assumptions below). They work through each other, so the parts need not add up.',
    legend: [],
    panels: [
      barPanel({
        title: 'Part of the difference that goes through each ingredient',
        description: ranked.map((part) => `${plainName(part.ingredient)} ${formatPercent(share(part), 0)}`).join('; '),
        xTitle: moneyTitle(scaled),
        bars: ranked.map((part) => ({
          name: plainName(part.ingredient),
          from: 0,
          to: scaled.of(part.carried),
          text: `${formatSigned(scaled.of(part.carried), decimals)} (${formatPercent(share(part), 0)})`,
        })),
        // Where none carries anything, what is left of rounding is not drawn as long as bars can be.
        reach: ranked.every((part) => Math.abs(share(part)) < NONE) ? [scaled.of(total)] : [],
        width: 430,
      }),
    ],
    columns: 1,
    tables: [comparisonTables(view).ingredients!],
  };
}

/** Through which ingredient most goes and which work against the difference, of those ranked by their share in it. */
function ingredientsFinding(ranked: readonly { readonly name: string; readonly share: number }[]): string {
  const [most] = ranked;
  const hindering = ranked.filter(({ share }) => share <= -NONE).map(({ name }) => name);
  const hinder =
    hindering.length === 0
      ? 'Nothing works the other way.'
      : shortest(
          `${capital(listed(hindering))} ${verb(hindering, 'work')} the other way.`,
          `${hindering.length} others work the other way.`,
        );
  if (most!.share >= NONE)
    return `Most goes through ${most!.name}: ${formatPercent(most!.share, 0)} of the difference. ${hinder}`;
  return hindering.length === 0
    ? 'None of the difference hangs on an ingredient of coordination. It comes from what the policies do by themselves.'
    : `None of the difference goes through an ingredient of coordination. ${hinder}`;
}

import type { ReconcileContext, View } from './view.js';

/** Leaves out regions without any output in some year, which have no structure in it, and names industries without output anywhere. */
export function leaveOutEmpty(context: ReconcileContext, view: View): View {
  const { panel, guesses } = context;
  const [R, I] = [view.regions.length, view.industries.length];
  const empty = view.regions.flatMap((region, r) => {
    const years = view.years.filter((_, y) => {
      const cells = view.values.subarray((y * R + r) * I, (y * R + r + 1) * I);
      return !cells.some((value) => value > 0);
    });
    return years.length === 0 ? [] : [{ r, region, years }];
  });
  sayEmptyIndustries(context, view);
  if (empty.length === 0) return view;
  const shown = empty.slice(0, 6).map(
    ({ region, years }) =>
      `${panel.regions.names[region]} (${years
        .slice(0, 3)
        .map((y) => panel.years[y])
        .join(', ')}${years.length > 3 ? ', …' : ''})`,
  );
  const left = without(view, new Set(empty.map(({ r }) => r)));
  const [all, kept] = [view.values, left.values].map((values) => values.reduce((sum, value) => sum + value, 0));
  const part = 100 * (1 - kept! / all!);
  guesses.note(
    `regions left out because they have no output at all in some year: ${shown.join(', ')}${empty.length > 6 ? `, … (${empty.length} in all)` : ''}, ${part.toPrecision(2)} % of all output; see --years`,
  );
  return left;
}

/** A view without some of its regions. */
function without(view: View, gone: ReadonlySet<number>): View {
  const [R, I] = [view.regions.length, view.industries.length];
  const regions = view.regions.filter((_, r) => !gone.has(r));
  const size = regions.length * I * view.years.length;
  const values = new Float64Array(size);
  const origins = new Uint8Array(size);
  let to = 0;
  for (let y = 0; y < view.years.length; y++) {
    for (let r = 0; r < R; r++) {
      if (gone.has(r)) continue;
      const from = (y * R + r) * I;
      values.set(view.values.subarray(from, from + I), to);
      origins.set(view.origins.subarray(from, from + I), to);
      to += I;
    }
  }
  return { ...view, regions, values, origins };
}

function sayEmptyIndustries({ panel, guesses }: ReconcileContext, view: View): void {
  const I = view.industries.length;
  const sums = new Float64Array(I);
  for (let cell = 0; cell < view.values.length; cell++) sums[cell % I]! += view.values[cell]!;
  const empty = view.industries.filter((_, i) => sums[i] === 0).map((i) => panel.industries.names[i]!);
  if (empty.length > 0)
    guesses.note(
      `industries without output anywhere, kept (they stay at 0; see --drop): ${empty.slice(0, 8).join(', ')}${empty.length > 8 ? ', …' : ''}`,
    );
}

import { choose, type ReconcileContext, type View } from './view.js';

type Left = Record<'regions' | 'industries' | 'years', number[]>;

/** Leaves out, one by one, the region, industry or year with the largest part of its figures missing, until none is. */
export function dropIncomplete({ panel, guesses }: ReconcileContext, view: View): View {
  const left: Left = { regions: [...view.regions], industries: [...view.industries], years: [...view.years] };
  const names = { regions: panel.regions.names, industries: panel.industries.names, years: panel.years.map(String) };
  const out: string[] = [];
  for (;;) {
    const worst = mostIncomplete(panel, left);
    if (worst === undefined) break;
    const { axis, number } = worst;
    left[axis] = left[axis].filter((each) => each !== number);
    out.push(names[axis][number]!);
    if (left[axis].length === 0) break;
  }
  const [all, kept] = [view.values, choose(panel, left.regions, left.industries, left.years).values].map((values) =>
    values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : Math.abs(value)), 0),
  );
  const lost = all! > 0 ? `, ${(100 * (1 - kept! / all!)).toPrecision(2)} % of all output` : '';
  guesses.note(
    `left out because of missing figures (${out.length}): ${out.slice(0, 12).join(', ')}${out.length > 12 ? ', …' : ''}${lost}`,
  );
  return choose(panel, left.regions, left.industries, left.years);
}

/** The region, industry or year with the largest part of its figures missing; undefined where none is. */
function mostIncomplete(
  panel: ReconcileContext['panel'],
  left: Left,
): { axis: keyof Left; number: number } | undefined {
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const counts = {
    industries: new Map<number, number>(),
    regions: new Map<number, number>(),
    years: new Map<number, number>(),
  };
  const add = (counted: Map<number, number>, number: number) => counted.set(number, (counted.get(number) ?? 0) + 1);
  for (const y of left.years) {
    for (const r of left.regions) {
      for (const i of left.industries) {
        if (!Number.isNaN(panel.values[(y * R + r) * I + i]!)) continue;
        add(counts.regions, r);
        add(counts.industries, i);
        add(counts.years, y);
      }
    }
  }
  let worst: { axis: keyof Left; number: number; part: number } | undefined;
  for (const axis of ['industries', 'regions', 'years'] as const) {
    for (const [number, count] of counts[axis]) {
      const part = count * left[axis].length;
      if (worst === undefined || part > worst.part) worst = { axis, number, part };
    }
  }
  return worst;
}

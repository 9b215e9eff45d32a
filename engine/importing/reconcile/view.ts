import { throwMistakes } from '../../mistakes.js';
import { counted } from '../read/counted.js';
import type { GuessList } from '../read/guess.js';
import type { ImportSettings } from '../read/settings.js';
import type { Panel } from '../recognise/panel.js';
import { originNumber } from './complete-panel.js';

/** Origins by the mark that a panel has for a figure. */
const ORIGIN_OF = [originNumber('published'), originNumber('flagged'), originNumber('derived')] as const;

/** The input of every step that completes a panel. */
export interface ReconcileContext {
  readonly panel: Panel;
  readonly settings: ImportSettings;
  readonly guesses: GuessList;
}

/** The part of a panel that is kept: numbers of its regions, industries and years, and their figures. */
export interface View {
  readonly regions: readonly number[];
  readonly industries: readonly number[];
  readonly years: readonly number[];
  readonly values: Float64Array;
  readonly origins: Uint8Array;
}

/** Numbers of the names that are not left out. */
export function keepAll(names: readonly string[], out: ReadonlySet<string>): number[] {
  return names.flatMap((name, k) => (out.has(name) ? [] : [k]));
}

/** The numbers of all items. */
export function allOf(items: readonly unknown[]): number[] {
  return items.map((_, k) => k);
}

/** The figures of some regions, industries and years of a panel. */
export function choose(
  panel: Panel,
  regions: readonly number[],
  industries: readonly number[],
  years: readonly number[],
): View {
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const size = regions.length * industries.length * years.length;
  const values = new Float64Array(size);
  const origins = new Uint8Array(size);
  let cell = 0;
  for (const y of years) {
    for (const r of regions) {
      for (const i of industries) {
        const from = (y * R + r) * I + i;
        values[cell] = panel.values[from]!;
        origins[cell] = ORIGIN_OF[panel.estimated[from]!]!;
        cell += 1;
      }
    }
  }
  return { regions, industries, years, values, origins };
}

/** Region, industry and year of a cell of a view, by their numbers in the panel. */
export function placeOf(view: View, cell: number): [region: number, industry: number, year: number] {
  const [R, I] = [view.regions.length, view.industries.length];
  return [view.regions[Math.floor(cell / I) % R]!, view.industries[cell % I]!, view.years[Math.floor(cell / (R * I))]!];
}

/** Refuses the table as a whole. */
export function refuse(panel: Panel, message: string, hint: string): never {
  throwMistakes([{ file: panel.file, line: 1, column: 1, message, hint }]);
  throw new Error(message);
}

/** Refuses where no case is left. */
export function refuseEmpty(panel: Panel, view: View): void {
  const left = `${counted(view.regions.length, 'region', 'regions')}, ${counted(view.industries.length, 'industry', 'industries')}, ${counted(view.years.length, 'year', 'years')}`;
  if (view.regions.length === 0 || view.industries.length === 0 || view.years.length < 2)
    refuse(
      panel,
      `too little is left: ${left}`,
      'a case needs regions, industries and two years; see --drop, --keep and --missing',
    );
}

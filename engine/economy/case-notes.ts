import { formulaNote } from '../files/formula-names.js';
import { type Account, figureOf } from './account.js';
import type { Economy, RegionFacts } from './economy.js';
import type { Network } from './network.js';

/** The parts of a case that notes are taken from. */
export interface Noted {
  readonly facts: RegionFacts | null;
  readonly network: Network | null;
  readonly places: readonly string[];
  readonly regions: readonly string[];
  readonly valueAddedShare: number;
  readonly inputOutput: { readonly lacking: readonly string[] } | null;
}

/** Notes for the reader of a case, about tables that are absent or leave something open. */
export function notesOn({ facts, network, places, regions, valueAddedShare, inputOutput }: Noted): string[] {
  const notes: string[] = [];
  const absent = [...(facts === null ? ['regions'] : []), ...(network === null ? ['links'] : [])];
  if (absent.length > 0) {
    notes.push(`no ${absent.join(' and no ')} table: ties, market access, rivalry and shared pushes are off`);
  }
  const open = facts === null ? regions : regions.filter((_, r) => facts.gdp[r] === null);
  if (open.length > 0) {
    const whose = open.length === regions.length ? 'every region' : open.join(', ');
    notes.push(`no gdp for ${whose}: value added is taken as ${valueAddedShare} of output`);
  }
  if (network !== null) {
    const linked = new Set(network.links.flatMap((link) => [link.from, link.to]));
    const unused = places.filter((_, p) => !linked.has(regions.length + p));
    if (unused.length > 0) notes.push(`places that no link of the case uses: ${unused.join(', ')}`);
  }
  if (inputOutput !== null && inputOutput.lacking.length > 0) {
    notes.push(`not in the input–output table, so without chains: ${inputOutput.lacking.join(', ')}`);
  }
  return notes;
}

/** A note on names that another program would take for something else, if there are any. */
export function noteOnNames(names: Iterable<string>): string[] {
  const note = formulaNote(names);
  return note === null ? [] : [note];
}

/** Notes on accounts that leave cells with output without a figure. */
export function notesOnAccounts(
  accounts: readonly Account[],
  { regions, industries, years, outputs }: Pick<Economy, 'regions' | 'industries' | 'years' | 'outputs'>,
): string[] {
  const last = outputs.at(-1)!;
  return accounts.flatMap((account) => {
    const open = Array.from(last, (output, cell) => ({ output, cell })).filter(({ output, cell }) => {
      const r = Math.floor(cell / industries.length);
      return output > 0 && figureOf(account, r, cell % industries.length, years.at(-1)!) === null;
    });
    if (open.length === 0) return [];
    const first = open[0]!.cell;
    const name = `${regions[Math.floor(first / industries.length)]}, ${industries[first % industries.length]}`;
    const more = open.length === 1 ? '' : ` and ${open.length - 1} more`;
    return [`${account.name}: no figure for ${name}${more}, counted as 0`];
  });
}

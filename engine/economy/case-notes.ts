import type { RegionFacts } from './economy.js';
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

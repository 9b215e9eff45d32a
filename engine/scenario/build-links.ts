import { linksBetween, type Network } from '../economy/network.js';
import type { LinkEntry } from '../policies/infrastructure.js';
import type { BuildContext } from './build-context.js';
import { checkName } from './check-names.js';
import type { Path } from './plain-data.js';
import type { LinkChange, Policy } from './scenario.js';

/** Keys of a policy that hold for each of its links that does not have its own. */
interface Shared {
  readonly km?: number;
  readonly minutes?: number;
  readonly mode?: string;
}

/** Builds the links that a policy works on, all in one form. */
export function buildLinks(
  path: Path,
  entries: readonly LinkEntry[],
  shared: Shared,
  policy: string,
  context: BuildContext,
): LinkChange[] {
  const { network } = context.economy;
  if (network === null) {
    const message = `policy "${policy}" changes links, but the case has no links table`;
    context.report({ path, message, hint: 'links: links.csv in the case' });
    return [];
  }
  return entries.map((entry, k) => {
    const change = linkChange(entry, shared);
    checkLink([...path, 'links', k], Array.isArray(entry) ? [0, 1] : ['from', 'to'], change, network, context);
    return change;
  });
}

function linkChange(entry: LinkEntry, shared: Shared): LinkChange {
  const own = Array.isArray(entry) ? { from: entry[0], to: entry[1] } : entry;
  const { from, to, km, minutes, mode } = { ...shared, ...own };
  return { from, to, km: km ?? null, minutes: minutes ?? null, mode: mode ?? null };
}

function checkLink(
  path: Path,
  ends: readonly [number, number] | readonly ['from', 'to'],
  link: LinkChange,
  network: Network,
  context: BuildContext,
): void {
  const known = { what: 'region or place', names: network.nodes };
  checkName([...path, ends[0]], link.from, known, context);
  checkName([...path, ends[1]], link.to, known, context);
  const a = network.nodes.indexOf(link.from);
  const b = network.nodes.indexOf(link.to);
  if (a < 0 || b < 0) return;
  if (a === b) {
    context.report({ path, message: `a link needs two ends, not "${link.from}" twice` });
    return;
  }
  const existing = linksBetween(network, a, b, link.mode);
  if (existing.length === 0) checkNewLink(path, link, context);
  else checkComparable(path, link, existing, network, context);
}

/** A link that is not there needs its length in the unit that paths are measured in. */
function checkNewLink(path: Path, link: LinkChange, context: BuildContext): void {
  const { from, to, km, minutes } = link;
  const { distance } = context.economy;
  if (km === null && minutes === null) {
    const mode = link.mode === null ? '' : `${link.mode} `;
    context.report({
      path,
      message: `there is no ${mode}link between ${from} and ${to} to shorten`,
      hint: `a link that exists, or { from: ${from}, to: ${to}, km: … } to build one`,
    });
  } else if ((distance === 'km' ? km : minutes) === null) {
    const message = `the new link ${from}–${to} needs its length in ${distance}`;
    context.report({ path, message, hint: `${distance}: …` });
  }
}

/** A new travel time shortens a link by what it says only where the link has one today. */
function checkComparable(
  path: Path,
  link: LinkChange,
  existing: readonly number[],
  network: Network,
  context: BuildContext,
): void {
  if (link.km !== null || link.minutes === null || context.economy.distance !== 'km') return;
  if (existing.every((k) => network.links[k]!.minutes !== null)) return;
  const message = `the link ${link.from}–${link.to} has no minutes yet to compare with`;
  context.report({ path, message, hint: 'km: …' });
}

/** A link can have one length only: two policies that set or build it contradict each other. */
export function checkSetOnce(policies: readonly Policy[], context: BuildContext): void {
  const setBy = new Map<string, string>();
  policies.forEach((policy, index) => {
    policy.links.forEach((link, k) => {
      if (link.km === null && link.minutes === null) return;
      const meant = linksMeant(link, context);
      const other = meant.map((key) => setBy.get(key)).find((name) => name !== undefined);
      for (const key of meant) setBy.set(key, policy.name);
      if (other === undefined) return;
      const message = `the length of ${[link.from, link.to].sort().join('–')} is set twice, also by "${other}"`;
      context.report({ path: ['policies', index, 'links', k], message, hint: 'set it once' });
    });
  });
}

/** A key for each link that a change means: those of the case, or the one it builds. */
function linksMeant({ from, to, mode }: LinkChange, { economy }: BuildContext): string[] {
  const { network } = economy;
  if (network === null) return [];
  const [a, b] = [network.nodes.indexOf(from), network.nodes.indexOf(to)];
  if (a < 0 || b < 0) return [];
  const existing = linksBetween(network, a, b, mode);
  if (existing.length > 0) return existing.map(String);
  return [JSON.stringify([Math.min(a, b), Math.max(a, b), mode ?? BUILT_MODE])];
}

/** Mode of a link that a policy builds without naming one. */
const BUILT_MODE = 'rail';

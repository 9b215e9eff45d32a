import { cluster } from './cluster.js';
import { infrastructure } from './infrastructure.js';
import type { PolicyKind } from './kind.js';
import { land } from './land.js';
import { market } from './market.js';
import { merger } from './merger.js';
import { services } from './services.js';
import { talent } from './talent.js';

/** The kinds of policy, in the order of the paper's ways; a new kind is one file and one line here. */
export const POLICY_KINDS: readonly PolicyKind[] = [merger, cluster, market, services, land, infrastructure, talent];

/** The kind of a name, or undefined. */
export function policyKind(kind: string): PolicyKind | undefined {
  return POLICY_KINDS.find((candidate) => candidate.kind === kind);
}

/** Whether the intensity of a kind may be scaled to compare futures at equal cost: what is built is built whole. */
export function isScalable(kind: string): boolean {
  return policyKind(kind)?.scalable ?? false;
}

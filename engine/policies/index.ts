import type { PolicyKind } from './kind.js';
import * as kinds from './kinds.js';

/** The kinds of policy: those of the source paper in the order of its sections, then any others by name. */
export const POLICY_KINDS: readonly PolicyKind[] = Object.values(kinds).sort((a, b) => {
  const [left, right] = [a, b].map(({ section, kind }) => `${section ?? '~'} ${kind}`);
  return left! < right! ? -1 : 1;
});

/** The kind of a name, or undefined. */
export function policyKind(kind: string): PolicyKind | undefined {
  return POLICY_KINDS.find((candidate) => candidate.kind === kind);
}

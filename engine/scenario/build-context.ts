import type { Economy } from '../economy/economy.js';
import type { Part } from '../files/yaml.js';
import type { Mistake, Position } from '../mistakes.js';
import type { ExpressionParser } from '../values/expressions.js';
import type { Path } from './plain-data.js';

/** A mistake in a scenario, at a path of its input. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  /** The part of the entry that is wrong; default its value. */
  readonly part?: Part;
  /** Number of characters further right, for a mistake inside a text. */
  readonly offset?: number;
}

/** The surroundings in which every part of a scenario is built. */
export interface BuildContext {
  readonly economy: Economy;
  /** Null while it is not known to be needed. */
  readonly expressions: ExpressionParser | null;
  /** The years projected, in which a number that varies with the year must make sense. */
  readonly horizon: readonly number[];
  /** Notes a mistake; building goes on, so that every mistake is found. */
  report(complaint: Complaint): void;
  /** Notes that an expression could not be read, for lack of the parser. */
  leaveUnread(): void;
}

/** Findings of building a scenario, besides the scenario. */
export interface Findings {
  readonly mistakes: readonly Mistake[];
  readonly needsExpressions: boolean;
}

/**
 * A reporter of mistakes and what it has collected.
 *
 * @param at where a path of the input was written
 */
export function collectFindings(at: (path: Path, part: Part) => Position): {
  readonly report: BuildContext['report'];
  readonly leaveUnread: BuildContext['leaveUnread'];
  findings(): Findings;
} {
  const mistakes: Mistake[] = [];
  let needsExpressions = false;
  return {
    report({ path, message, hint, part = 'value', offset = 0 }) {
      const place = at(path, part);
      mistakes.push({ ...place, column: place.column + offset, message, ...(hint === undefined ? {} : { hint }) });
    },
    leaveUnread() {
      needsExpressions = true;
    },
    findings: () => ({ mistakes, needsExpressions }),
  };
}

import { outcomeVocabulary } from '../outcomes/vocabulary.js';
import { parseFormula } from '../values/expressions.js';
import { type Formula, isCondition } from '../values/formula.js';
import type { BuildContext } from './build-context.js';
import type { Path } from './plain-data.js';
import type { Goal, Outcome } from './scenario.js';
import type { ScenarioInput } from './scenario-schema.js';

/** Stands for a formula that could not be read. */
const UNREAD: Formula = { type: 'number', value: 0 };

/** Builds the outcomes: named expressions over a projection. */
export function buildOutcomes(written: ScenarioInput['outcomes'], context: BuildContext): Record<string, Outcome> {
  return Object.fromEntries(
    Object.entries(written ?? {}).map(([name, entry]) => {
      const path = ['outcomes', name];
      const short = typeof entry === 'string';
      const expression = short ? entry : entry.expression;
      const formula = parseOrReport(short ? path : [...path, 'expression'], expression, context) ?? UNREAD;
      return [name, { expression, formula, better: short ? 'higher' : (entry.better ?? 'higher') }];
    }),
  );
}

/** Builds the goals: conditions over a projection. */
export function buildGoals(written: ScenarioInput['goals'], context: BuildContext): Record<string, Goal> {
  return Object.fromEntries(
    Object.entries(written ?? {}).map(([name, expression]) => {
      const path = ['goals', name];
      const formula = parseOrReport(path, expression, context);
      if (formula !== null && !isCondition(formula)) {
        const message = `the goal "${expression}" says no yes or no`;
        context.report({ path, message, hint: 'a comparison, such as output("…") > 100' });
      }
      return [name, { expression, formula: formula ?? UNREAD }];
    }),
  );
}

/** The formula of a text; null where it cannot be read, which is reported. */
export function parseOrReport(path: Path, text: string, context: BuildContext): Formula | null {
  const { economy, expressions } = context;
  if (expressions === null) {
    context.leaveUnread();
    return null;
  }
  const parsed = parseFormula(text, outcomeVocabulary(economy), expressions);
  if ('formula' in parsed) return parsed.formula;
  for (const mistake of parsed.mistakes) context.report({ path, ...mistake, part: 'text' });
  return null;
}

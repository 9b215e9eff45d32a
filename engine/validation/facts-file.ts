import { z } from 'zod';
import type { FutureSource } from '../compare/future.js';
import { line } from '../files/line-schema.js';
import { normalise } from '../files/paths.js';
import { openFile, type ReadFile } from '../files/read-file.js';
import { validate } from '../files/validate.js';
import { readYaml } from '../files/yaml.js';
import { type Mistake, MistakesError } from '../mistakes.js';
import { variesByYear } from '../outcomes/by-year.js';
import { numberInput } from '../parameters/schema.js';
import { type BuildContext, collectFindings } from '../scenario/build-context.js';
import { parseOrReport } from '../scenario/build-outcomes.js';
import type { Path } from '../scenario/plain-data.js';
import { loadExpressionParser } from '../values/expressions.js';
import { compileFormula, type Formula } from '../values/formula.js';
import { parseQuantity } from '../values/quantity.js';

/** Schema of a file of facts. */
export const factsSchema = z
  .strictObject({
    title: line.describe('one line').optional(),
    facts: z
      .array(
        z.strictObject({
          name: z.string().min(1).describe('what it is in a few words; default the expression').optional(),
          expression: z
            .string()
            .min(1)
            .describe('as in outcomes, such as at(output("Changchun"), 2012) / first(output("Changchun"))'),
          value: numberInput.describe('as it was published, a plain number or a percentage'),
          source: z.string().min(1).describe('where it was published'),
          note: z.string().min(1).describe('what to bear in mind, such as a difference in prices').optional(),
        }),
      )
      .min(1)
      .describe('figures that were published after the years that the case knows'),
  })
  .describe('Published figures to hold projections against');

/** A figure published after the years that a case knows. */
export interface Fact {
  /** A title of a few words. */
  readonly name: string;
  readonly expression: string;
  readonly formula: Formula;
  readonly value: number;
  /** True where it was written as a percentage, as it is then shown. */
  readonly percentage: boolean;
  readonly source: string;
  readonly note: string | null;
}

/** A file of facts that can be held against a future. */
export interface Facts {
  readonly title: string | null;
  readonly facts: readonly Fact[];
}

/**
 * Parses a file of facts over the case and the years of a future.
 *
 * @throws MistakesError with every mistake of the file: names that the case does not have, years outside the horizon, values without source
 */
export async function parseFacts(read: ReadFile, path: string, future: FutureSource): Promise<Facts> {
  const file = normalise(path);
  const opened = openFile(read, file, { file, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  const document = readYaml(file, opened.bytes);
  const { value: written, mistakes } = validate(document, factsSchema);
  const found: Mistake[] = [...document.mistakes, ...mistakes];
  if (written === undefined) throw new MistakesError(found);
  const { report, leaveUnread, findings } = collectFindings((at, part) => document.positionOf(at, part));
  const { from, to } = future.scenario.years;
  const context: BuildContext = {
    economy: future.economy,
    expressions: await loadExpressionParser(),
    horizon: Array.from({ length: to - from + 1 }, (_, y) => from + y),
    report,
    leaveUnread,
  };
  const facts = written.facts.map(({ name, expression, value, source, note }, k): Fact => {
    const at: Path = ['facts', k];
    const formula = parseOrReport([...at, 'expression'], expression, context);
    if (formula !== null) checkYears(formula, [...at, 'expression'], context);
    return {
      name: name ?? expression,
      expression,
      formula: formula ?? { type: 'number', value: 0 },
      value: resolveValue(value, [...at, 'value'], context),
      percentage: typeof value === 'string' && value.trim().endsWith('%'),
      source,
      note: note ?? null,
    };
  });
  found.push(...findings().mistakes);
  if (found.length > 0) throw new MistakesError(found);
  return { title: written.title ?? null, facts };
}

function resolveValue(written: number | string, path: Path, context: BuildContext): number {
  const parsed = parseQuantity(written, { yearly: false });
  if ('quantity' in parsed && parsed.quantity.kind === 'constant' && Number.isFinite(parsed.quantity.value)) {
    return parsed.quantity.value;
  }
  context.report({
    path,
    message: `${written} is no published figure`,
    hint: 'a plain number or a percentage, such as 1.174 or 65.5%',
  });
  return Number.NaN;
}

/** Reports years outside the horizon, in which a projection has no value. */
function checkYears(formula: Formula, path: Path, context: BuildContext): void {
  const { horizon } = context;
  for (const { name, args } of calls(formula)) {
    const year = args[1];
    // A year that is itself computed from a projection is known only there.
    if (name !== 'at' || year === undefined || variesByYear(year) || calls(year).length > 0) continue;
    const value = compileFormula<null>(year, { names: {}, functions: {} })(null);
    if (horizon.includes(value)) continue;
    const hint = `a year from ${horizon[0]} to ${horizon.at(-1)}; years of a scenario are set by years: or --set years.to=…`;
    context.report({ path, message: `${value} is outside the years projected`, hint });
  }
}

type Call = Extract<Formula, { readonly type: 'call' }>;

function calls(formula: Formula): Call[] {
  switch (formula.type) {
    case 'number':
    case 'text':
    case 'name':
      return [];
    case 'unary':
      return calls(formula.operand);
    case 'binary':
      return [...calls(formula.left), ...calls(formula.right)];
    case 'comparison':
      return formula.operands.flatMap(calls);
    case 'condition':
      return [formula.test, formula.then, formula.otherwise].flatMap(calls);
    case 'call':
      return [formula, ...formula.args.flatMap(calls)];
  }
}

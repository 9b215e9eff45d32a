import { formatMistake, MistakesError } from '../../engine/mistakes.js';
import { type ParsedScenario, parseScenario } from '../../engine/scenario/parse-scenario.js';
import { quantityAt } from '../../engine/values/resolve.js';
import { RIGHT_CASE, readFrom } from '../economy/case-files.js';

export type Files = Readonly<Record<string, string>>;

/** The right case of two cities beside some files of a scenario, of which `scenario.yaml` is opened. */
export function parse(files: Files, sets: readonly string[] = []): Promise<ParsedScenario> {
  return parseScenario(readFrom({ ...RIGHT_CASE, ...files }), 'scenario.yaml', sets);
}

/** A scenario of the right case, by the text of its keys. */
export function parseText(text: string, sets: readonly string[] = []): Promise<ParsedScenario> {
  return parse({ 'scenario.yaml': `case: ./case.yaml\n${text}` }, sets);
}

/** Mistakes of files, one line each; none where they can be read. */
export async function mistakesIn(files: Files, sets: readonly string[] = []): Promise<string[]> {
  try {
    await parse(files, sets);
    return [];
  } catch (error) {
    if (error instanceof MistakesError) return error.mistakes.map(formatMistake);
    throw error;
  }
}

/** Mistakes of a scenario by the text of its keys; its first line is line 2, below `case:`. */
export function mistakesOf(text: string, sets: readonly string[] = []): Promise<string[]> {
  return mistakesIn({ 'scenario.yaml': `case: ./case.yaml\n${text}` }, sets);
}

/** What a single run uses of a parameter. */
export function parameter({ scenario }: ParsedScenario, key: keyof ParsedScenario['scenario']['parameters']): number {
  return quantityAt(scenario.parameters[key], scenario.years.from);
}

/** What a single run uses of a policy's field; NaN where it has none. */
export function policyNumber({ scenario }: ParsedScenario, name: string, field: string): number {
  const quantity = scenario.policies.find((policy) => policy.name === name)?.numbers[field];
  return quantity === undefined ? Number.NaN : quantityAt(quantity, scenario.years.from);
}

/** Names of the policies, in order. */
export function policyNames({ scenario }: ParsedScenario): string[] {
  return scenario.policies.map(({ name }) => name);
}

import type { YamlDocument } from '../files/yaml.js';
import { knownNames, type Mistake } from '../mistakes.js';
import type { CaseFile } from './case-schema.js';

/** The output table that a case is read from. */
export interface ChosenTable {
  /** Null where the case has only one table. */
  readonly name: string | null;
  readonly file: string;
  /** Path in the case file of the name of the file. */
  readonly at: readonly string[];
}

/**
 * Chooses one of the case's output tables: the wanted one, else the one that the case names, else the only one. Undefined where there is no
 * such table, which is added to the mistakes.
 */
export function chooseTable(
  document: YamlDocument,
  fields: Partial<CaseFile>,
  wanted: string | undefined,
  mistakes: Mistake[],
): ChosenTable | undefined {
  const { outputs } = fields;
  if (outputs === undefined) return undefined;
  const name = wanted ?? fields.table;
  const at = document.positionOf(wanted === undefined && fields.table !== undefined ? ['table'] : ['outputs']);
  if (typeof outputs === 'string') {
    if (name === undefined) return { name: null, file: outputs, at: ['outputs'] };
    const hint = 'leave "table" out, or name the tables under outputs';
    mistakes.push({ ...at, message: `no table "${name}": the case has only one`, hint });
    return undefined;
  }
  const names = tableNames(outputs);
  if (names.length === 0) mistakes.push({ ...at, message: 'outputs names no table' });
  else if (name === undefined && names.length > 1) {
    mistakes.push({ ...at, message: 'several tables and none chosen', hint: `add a line such as table: ${names[0]}` });
  } else if (name !== undefined && !names.includes(name)) {
    mistakes.push({ ...at, message: `unknown table "${name}"`, hint: knownNames(name, names) });
  } else {
    const chosen = name ?? names[0]!;
    return { name: chosen, file: outputs[chosen]!, at: ['outputs', chosen] };
  }
  return undefined;
}

/** The names of the case's output tables; none where it has only one. */
export function tableNames(outputs: CaseFile['outputs']): readonly string[] {
  return typeof outputs === 'string' ? [] : Object.keys(outputs);
}

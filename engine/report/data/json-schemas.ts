import { z } from 'zod';
import { caseSchema } from '../../economy/case-schema.js';
import { studySchema } from '../../montecarlo/study/study-schema.js';
import { beliefSchema } from '../../scenario/belief.js';
import { scenarioFileSchema } from '../../scenario/scenario-schema.js';
import { factsSchema } from '../../validation/facts-file.js';
import { type Column, type DataTable, textColumn } from './columns.js';

/** Kinds of file that have a schema. */
export const SCHEMA_KINDS = ['case', 'scenario', 'study', 'belief', 'facts'] as const;

export type SchemaKind = (typeof SCHEMA_KINDS)[number];

const VALIDATORS: Readonly<Record<SchemaKind, z.ZodType>> = {
  case: caseSchema,
  scenario: scenarioFileSchema,
  study: studySchema,
  belief: beliefSchema,
  facts: factsSchema,
};

/** The JSON Schema of a kind of file, made from the validator itself, so that an editor knows what the tool will accept. */
export function jsonSchema(kind: SchemaKind): object {
  return z.toJSONSchema(VALIDATORS[kind], { io: 'input', unrepresentable: 'any' });
}

/** A key of a file. */
interface SchemaKey {
  readonly file: SchemaKind;
  /** Keys within keys are joined by dots. */
  readonly key: string;
  readonly required: boolean;
  readonly description: string;
}

const KEY_COLUMNS: readonly Column<SchemaKey>[] = [
  textColumn('file', 'kind of file', ({ file }) => file),
  textColumn('key', 'key, dots between keys within keys', ({ key }) => key),
  textColumn('required', 'yes or no', ({ required }) => (required ? 'yes' : 'no')),
  textColumn('description', 'what it means', ({ description }) => description),
];

/** The keys of some kinds of file with what they mean. */
export function schemaTable(kinds: readonly SchemaKind[]): DataTable<SchemaKey> {
  return { columns: KEY_COLUMNS, rows: kinds.flatMap((kind) => schemaKeys(kind, '', jsonSchema(kind) as Schema)) };
}

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function schemaKeys(file: SchemaKind, prefix: string, schema: Schema): SchemaKey[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
    const key = prefix + name;
    const required = schema.required?.includes(name) === true;
    return [{ file, key, required, description: each.description ?? '' }, ...schemaKeys(file, `${key}.`, each)];
  });
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const others = alternatives.flatMap((each) => schemaKeys(file, prefix, each));
  const items = schema.items === undefined ? [] : schemaKeys(file, prefix, schema.items);
  const seen = new Set<string>();
  return [...own, ...others, ...items].filter(({ key }) => !seen.has(key) && seen.add(key));
}

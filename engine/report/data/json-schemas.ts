import { z } from 'zod';
import { caseSchema } from '../../economy/case-schema.js';
import { studySchema } from '../../montecarlo/study/study-schema.js';
import { beliefSchema } from '../../scenario/belief.js';
import { scenarioFileSchema } from '../../scenario/scenario-schema.js';
import { factsSchema } from '../../validation/facts-file.js';
import type { CsvValue } from './csv.js';

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

/** Header of `schemaRows`. */
export const SCHEMA_HEADER = ['file', 'key', 'required', 'description'];

/** The keys of a kind of file with what they mean, one row each; keys within keys are joined by dots. */
export function schemaRows(kind: SchemaKind): readonly (readonly CsvValue[])[] {
  return keyRows(kind, '', jsonSchema(kind) as Schema);
}

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function keyRows(kind: SchemaKind, prefix: string, schema: Schema): (readonly CsvValue[])[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, each]) => [
    [kind, prefix + key, schema.required?.includes(key) ? 'yes' : 'no', each.description ?? ''],
    ...keyRows(kind, `${prefix}${key}.`, each),
  ]);
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) =>
    keyRows(kind, prefix, each),
  );
  const items = schema.items === undefined ? [] : keyRows(kind, prefix, schema.items);
  const seen = new Set<CsvValue>();
  return [...own, ...alternatives, ...items].filter(([, key]) => !seen.has(key!) && seen.add(key!));
}

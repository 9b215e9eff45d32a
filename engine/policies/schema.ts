import { z } from 'zod';
import { COUNTED_STAGES } from '../indicators/stage.js';
import { definedNumber, numberInput } from '../parameters/schema.js';
import { numberFields } from './fields.js';
import { POLICY_KINDS } from './index.js';
import type { PolicyKind } from './kind.js';

/** Names or globs, one or several. */
export const namesInput = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** Coordination as written: c of all regions, or of each. */
export const coordinationInput = z
  .union([z.number(), z.string().min(1), z.record(z.string(), numberInput)])
  .describe('1 together … 0 apart: one number, or one for each region (those not named: 1)');

/** The industries that a policy or an event targets. */
export const industriesInput = z
  .union([
    namesInput,
    z.strictObject({
      names: namesInput.describe('names or globs such as "*mining"').optional(),
      top: z.int().min(1).describe('the n industries with the largest output in the policy’s regions').optional(),
      stage: z
        .union([z.enum(COUNTED_STAGES), z.array(z.enum(COUNTED_STAGES)).min(1)])
        .describe('stage in the base year')
        .optional(),
      lq: z
        .string()
        .regex(/^\s*(>=|<=|>|<)\s*\d+(\.\d+)?\s*$/, 'must be a comparison such as "> 1"')
        .describe('bound on the location quotient in the base year, such as "> 1"')
        .optional(),
    }),
  ])
  .describe('industries targeted: names, globs, or a selection; default all');

/** Schema of one kind's entry under `policies:`. */
function policySchema(kind: PolicyKind): z.ZodObject {
  const numbers = Object.fromEntries(
    Object.entries(numberFields(kind)).map(([field, definition]) => [field, definedNumber(definition)]),
  );
  return z
    .strictObject({
      kind: z
        .literal(kind.kind)
        .describe(`${kind.title} (${kind.section === null ? 'not in the paper' : `${kind.section} of the paper`})`),
      name: z.string().min(1).max(200).describe('default: its kind').optional(),
      regions: namesInput.describe('names or globs; default all, or the ends of its links').optional(),
      ...(kind.targetsIndustries ? { industries: industriesInput.optional() } : {}),
      coordination: coordinationInput.optional(),
      ...numbers,
      ...kind.options,
    })
    .describe(kind.summary);
}

/** Schema of the list under `policies:`, every kind complete. */
export const policiesSchema = z.array(
  z.discriminatedUnion('kind', POLICY_KINDS.map(policySchema) as unknown as [z.ZodObject, ...z.ZodObject[]]),
);

/** Schema of an entry that changes or removes a policy of an extended file, found by its name. */
export const policyChangeSchema = z
  .looseObject({ name: z.string().min(1), remove: z.literal(true).optional() })
  .describe('changes the policy of this name in the extended file, or removes it');

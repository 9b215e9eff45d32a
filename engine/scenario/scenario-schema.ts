import { z } from 'zod';
import { LIMITS, limitedRecord } from '../files/limits.js';
import { line } from '../files/line-schema.js';
import { sharedShape } from '../parameters/schema.js';
import { coordinationInput, policiesSchema, policyChangeSchema } from '../policies/schema.js';
import { choicesInput } from './choices-schema.js';
import { eventChangeSchema, eventSchema } from './event-fields.js';
import { LABEL_LENGTH } from './labels.js';

/** Schema of the list under `events:`, every event complete. */
export const eventsSchema = z.array(eventSchema).max(LIMITS.policies, { error: `more than ${LIMITS.policies} events` });

const outcomeInput = z.union([
  z.string().min(1),
  z.strictObject({
    expression: z.string().min(1),
    better: z.enum(['higher', 'lower', 'none']).describe('default higher').optional(),
  }),
]);

const scenarioShape = {
  title: line.describe('one line; default the file’s name').optional(),
  label: line
    .max(LABEL_LENGTH, { error: `longer than ${LABEL_LENGTH} characters` })
    .describe(
      'short name in sentences, tables and pictures, such as together; default the title where it is short, else the file’s name',
    )
    .optional(),
  case: z.string().min(1).describe('the case file, from this file’s folder').optional(),
  extends: z.string().min(1).describe('a scenario file that this one changes, from this file’s folder').optional(),
  ...sharedShape,
  coordination: coordinationInput.optional(),
  correlations: z
    .array(z.tuple([z.string().min(1), z.string().min(1), z.number().min(-1).max(1)]))
    .describe('rank correlations of two uncertain numbers: [[rivalry, barrier, 0.4]]')
    .optional(),
  outcomes: limitedRecord(outcomeInput, LIMITS.outcomes, 'outcomes')
    .describe('named expressions over a projection, such as output("Changchun") / output("Jilin")')
    .optional(),
  goals: limitedRecord(z.string().min(1), LIMITS.outcomes, 'goals')
    .describe('thresholds, such as similarity("Changchun", "Jilin") < 0.6')
    .optional(),
  choices: choicesInput.optional(),
};

/** Schema of a scenario once every file it extends is laid below it. */
export const scenarioSchema = z.strictObject({
  ...scenarioShape,
  policies: policiesSchema.optional(),
  events: eventsSchema.optional(),
});

export type ScenarioInput = z.infer<typeof scenarioSchema>;

/** Schema of a single scenario file, for editors: policies of an extended file may be changed by name. */
export const scenarioFileSchema = z
  .strictObject({
    ...scenarioShape,
    policies: z
      .array(z.union([policiesSchema.element, policyChangeSchema]))
      .describe('the ways to coordinate that this future takes')
      .optional(),
    events: z
      .array(z.union([eventSchema, eventChangeSchema]))
      .describe('what happens, whoever wills it')
      .optional(),
  })
  .describe('One what-if over a case');

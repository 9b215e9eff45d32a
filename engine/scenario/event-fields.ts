import { z } from 'zod';
import type { NumberDefinition } from '../parameters/definition.js';
import { definedNumber } from '../parameters/schema.js';
import { dateField, halfLifeField, rampField, SCENARIO_CHOICE } from '../policies/fields.js';
import { industriesInput, namesInput } from '../policies/schema.js';
import type { ChangeMeasure } from './scenario.js';

/** The least that an event may leave of a cell, as a part of its output on the reference path: growth is counted in logs, which know no nothing. */
export const LEAST_LEFT = 0.001;

/** Every number of an event but its change. */
export const EVENT_NUMBERS: Readonly<Record<string, NumberDefinition>> = {
  start: dateField('year in which it happens', 'the year after the first'),
  ramp: rampField(0, [0, 5], { meaning: 'years until all of it has happened', ...SCENARIO_CHOICE }),
  end: dateField('last year in which it lasts', 'it lasts'),
  halfLife: halfLifeField(null, [1, 20], SCENARIO_CHOICE),
  replaced: {
    meaning: 'part of the change that others of the same industry make up for, in proportion to their output',
    unit: 'share',
    value: 0,
    range: [0, 1],
    domain: [0, 1],
    ...SCENARIO_CHOICE,
  },
};

/** The units that the change of an event is counted in, and the numbers that it takes. */
const CHANGES: Readonly<Record<'share' | 'amount', NumberDefinition>> = {
  share: {
    meaning: 'change as a part of output on the reference path; more than nothing must be left',
    unit: 'share',
    value: null,
    range: [-0.5, 0.5],
    domain: [LEAST_LEFT - 1, 100],
    ...SCENARIO_CHOICE,
  },
  amount: {
    meaning: 'change a year',
    unit: 'the case’s currency, or the account’s unit',
    value: null,
    range: [-1e6, 1e6],
    domain: [-1e15, 1e15],
    ...SCENARIO_CHOICE,
  },
};

/** Every number of an event, its change counted in a measure. */
export function eventNumbers(measure: ChangeMeasure): Readonly<Record<string, NumberDefinition>> {
  return { change: measure.of === 'share' ? CHANGES.share : CHANGES.amount, ...EVENT_NUMBERS };
}

/** Schema of an entry under `events:`. */
export const eventSchema = z
  .strictObject({
    name: z.string().min(1).max(200).describe('default: event').optional(),
    regions: namesInput.describe('names or globs; default all').optional(),
    industries: industriesInput.optional(),
    change: z
      .union([z.number(), z.string().min(1)])
      .describe(
        'what it changes while it lasts: -30% of output, an amount of money a year such as -12, or an amount of an account such as -500 jobs; a distribution may stand in the place of each number',
      ),
    ...Object.fromEntries(Object.entries(EVENT_NUMBERS).map(([field, each]) => [field, definedNumber(each)])),
  })
  .describe('something that happens, whoever wills it: a plant opens or closes, a tax, a drought');

/** Schema of an entry that changes or removes an event of an extended file, found by its name. */
export const eventChangeSchema = z
  .looseObject({ name: z.string().min(1), remove: z.literal(true).optional() })
  .describe('changes the event of this name in the extended file, or removes it');

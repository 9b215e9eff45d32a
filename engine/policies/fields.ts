import type { NumberDefinition } from '../parameters/definition.js';
import type { PolicyKind } from './kind.js';

type Value = number | string;
type Range = readonly [number, number];
/** The parts of a field that differ from the usual ones, such as its source. */
type Differing = Partial<Pick<NumberDefinition, 'title' | 'meaning' | 'source' | 'status'>>;

/** The field `delay` of a kind. */
export function delayField(value: Value, range: Range, differing: Differing = {}): NumberDefinition {
  return {
    title: 'years until it works',
    meaning: 'years from the start until the first effect',
    unit: 'years',
    value,
    range,
    domain: [0, 100],
    source: 'judgement',
    status: 'judgement',
    ...differing,
  };
}

/** The field `ramp` of a kind. */
export function rampField(value: Value, range: Range, differing: Differing = {}): NumberDefinition {
  return delayField(value, range, {
    title: 'years until full effect',
    meaning: 'years from the first to the full effect',
    ...differing,
  });
}

/** The field `failure` of a kind; its meaning states what failing is. */
export function failureField(
  value: Value,
  range: Range,
  differing: Differing & Pick<NumberDefinition, 'meaning'>,
): NumberDefinition {
  const { meaning, ...rest } = differing;
  return {
    title: 'chance of failing',
    meaning,
    unit: 'probability',
    value,
    range,
    domain: [0, 1],
    source: 'judgement',
    status: 'judgement',
    ...rest,
  };
}

/** The field `halfLife` of a kind whose effect fades after its end; null for one that stops at its end. */
export function halfLifeField(value: Value | null, range: Range, differing: Differing = {}): NumberDefinition {
  return {
    title: 'half-life after its end',
    meaning: 'years in which half of the effect is lost after the end',
    unit: 'years',
    value,
    ...(value === null ? { absent: 'nothing is left after the end' } : {}),
    range,
    domain: [0.01, 1000],
    source: 'judgement',
    status: 'judgement',
    ...differing,
  };
}

/** Evidence of a number that a scenario's author chooses. */
export const SCENARIO_CHOICE = { source: 'choice of the scenario', status: 'judgement' } as const;

/** Every numeric field of a kind: the common ones, then its own. */
export function numberFields(kind: PolicyKind): Readonly<Record<string, NumberDefinition>> {
  return {
    start: { ...dateField('year in which it begins, delay not included', 'the first year'), title: 'begins' },
    delay: kind.common.delay,
    ramp: kind.common.ramp,
    end: { ...dateField('last year in force', 'it stays'), title: 'ends' },
    halfLife: kind.common.halfLife ?? halfLifeField(null, [1, 20], SCENARIO_CHOICE),
    intensity: {
      title: 'part carried out',
      meaning: 'part of the full policy that is carried out',
      unit: 'share',
      value: 1,
      range: [0, 1],
      domain: [0, 1],
      ...SCENARIO_CHOICE,
      yearly: true,
    },
    failure: kind.common.failure,
    cost: {
      meaning: `its cost, ${kind.cost.meaning}`,
      unit: 'the case’s currency',
      value: null,
      absent: 'as the kind works it out',
      range: [0, 1e6],
      domain: [0, 1e15],
      ...SCENARIO_CHOICE,
    },
    ...kind.fields,
  };
}

/** A date of a policy or an event. */
export function dateField(meaning: string, absent: string): NumberDefinition {
  return { meaning, unit: 'year', value: null, absent, range: [1900, 2200], domain: [0, 10000], ...SCENARIO_CHOICE };
}

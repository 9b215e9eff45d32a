import type { NumberDefinition } from '../parameters/definition.js';
import type { PolicyKind } from './kind.js';

/** Every numeric field of a kind: those all policies have, then its own. */
export function numberFields(kind: PolicyKind): Readonly<Record<string, NumberDefinition>> {
  return { ...commonFields(kind), ...kind.fields };
}

function commonFields(kind: PolicyKind): Record<string, NumberDefinition> {
  return {
    start: {
      meaning: 'year in which it begins, delay not included',
      unit: 'year',
      value: null,
      absent: 'the first year',
      range: [1900, 2200],
      domain: [0, 10000],
      source: 'choice of the scenario',
      status: 'judgement',
    },
    delay: kind.common.delay,
    ramp: kind.common.ramp,
    end: {
      meaning: 'last year in force',
      unit: 'year',
      value: null,
      absent: 'it stays',
      range: [1900, 2200],
      domain: [0, 10000],
      source: 'choice of the scenario',
      status: 'judgement',
    },
    halfLife: kind.common.halfLife ?? {
      meaning: 'years in which half of the effect is lost after the end',
      unit: 'years',
      value: null,
      absent: 'nothing is left after the end',
      range: [1, 20],
      domain: [0.01, 1000],
      source: 'choice of the scenario',
      status: 'judgement',
    },
    intensity: {
      meaning: 'part of the full policy that is carried out',
      unit: 'share',
      value: 1,
      range: [0, 1],
      domain: [0, 1],
      source: 'choice of the scenario',
      status: 'judgement',
      yearly: true,
    },
    failure: kind.common.failure,
    cost: {
      meaning: `its cost, ${kind.common.cost}`,
      unit: 'the case’s currency',
      value: null,
      absent: 'as the kind works it out',
      range: [0, 1e6],
      domain: [0, 1e15],
      source: 'choice of the scenario',
      status: 'judgement',
    },
  };
}

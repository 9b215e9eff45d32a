import { expect } from 'vitest';
import type { NumberDefinition } from '../engine/parameters/definition.js';
import { distributionCentre, support } from '../engine/values/distribution.js';
import { parseQuantity, type Quantity } from '../engine/values/quantity.js';
import { domainMistake } from '../engine/values/resolve.js';

const YEAR = /\b(18|19|20)\d\d\b/;

/** What must hold for every number a user may set, whether a parameter or a field of a policy. */
export function expectSoundDefinition(definition: NumberDefinition): void {
  const { meaning, unit, source, status, range, domain, value, absent } = definition;
  expect(meaning.trim()).not.toBe('');
  expect(meaning.endsWith('.')).toBe(false);
  expect(unit.trim()).not.toBe('');
  expect(source.trim()).not.toBe('');
  expect(['published', 'derived', 'judgement']).toContain(status);
  if (status === 'published') expect(source).toMatch(YEAR);
  expectInside(range, domain);
  expect(range[0]).toBeLessThan(range[1]);
  if (value === null) {
    expect(absent?.trim() ?? '').not.toBe('');
    return;
  }
  const quantity = defaultQuantity(value);
  // What a file may not write cannot be a default: whoever copies it into a file would be told of a mistake.
  expect(domainMistake(quantity, domain, [])).toBeNull();
  if (quantity.kind === 'constant') expectInside([quantity.value, quantity.value], range);
  if (quantity.kind === 'distribution') {
    const centre = distributionCentre(quantity);
    expectInside([centre, centre], range);
    const [low, high] = support(quantity);
    if (Number.isFinite(low)) expect(low).toBeGreaterThanOrEqual(domain[0]);
    if (Number.isFinite(high)) expect(high).toBeLessThanOrEqual(domain[1]);
  }
}

function defaultQuantity(value: number | string): Quantity {
  const parsed = parseQuantity(value, { yearly: false });
  if ('mistakes' in parsed) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return parsed.quantity;
}

function expectInside([low, high]: readonly [number, number], [from, to]: readonly [number, number]): void {
  expect(low).toBeGreaterThanOrEqual(from);
  expect(high).toBeLessThanOrEqual(to);
}

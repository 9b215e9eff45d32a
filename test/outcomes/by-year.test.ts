import { describe, expect, it } from 'vitest';
import { readOutcome } from '../../engine/montecarlo/study/study-file.js';
import { variesByYear } from '../../engine/outcomes/by-year.js';
import { bundledFuture } from '../bundled.js';

/** True where an outcome, as a person writes it, differs from year to year. */
async function varies(expression: string): Promise<boolean> {
  const future = await bundledFuture('tutorial/open-border');
  return variesByYear((await readOutcome('asked', expression, future, 'here')).formula);
}

describe('An outcome', () => {
  it('differs from year to year where any part of it does', async () => {
    for (const expression of [
      'output()',
      '-output("East")',
      'year - 2020',
      'discounted(output()) + output()',
      'output() + discounted(output())',
      'discounted(output()) < output()',
      'output() < discounted(output())',
      'theil() > 0.1 ? 1 : 2',
      'discounted(output()) > 1 ? output() : 2',
      'discounted(output()) > 1 ? 2 : output()',
      'max(1, output())',
    ]) {
      expect(await varies(expression), expression).toBe(true);
    }
  });

  it('is one number where it is made of numbers and of sums over all years', async () => {
    for (const expression of [
      '3',
      '-discounted(output())',
      'discounted(output() - noPolicy()) / 2',
      'discounted(output()) < discounted(noPolicy())',
      'discounted(output()) > 1 ? mean(output()) : 2',
      'max(1, lowest(output()))',
    ]) {
      expect(await varies(expression), expression).toBe(false);
    }
  });
});

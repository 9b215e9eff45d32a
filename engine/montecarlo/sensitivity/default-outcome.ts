import type { Outcome } from '../../scenario/scenario.js';
import type { Formula } from '../../values/formula.js';
import type { Study } from '../study/study.js';

/** The outcome analysed by default: discounted output; of one future with policies, its gain in it over no policy. */
export function defaultOutcome({ futures }: Study): { readonly name: string; readonly outcome: Outcome } {
  const output: Formula = { type: 'call', name: 'output', args: [] };
  if (futures.length > 1 || futures[0]!.scenario.policies.length === 0) {
    const formula: Formula = { type: 'call', name: 'discounted', args: [output] };
    return { name: 'discounted output', outcome: { expression: 'discounted(output())', formula, better: 'higher' } };
  }
  const gained: Formula = {
    type: 'binary',
    operator: '-',
    left: output,
    right: { type: 'call', name: 'noPolicy', args: [] },
  };
  const formula: Formula = { type: 'call', name: 'discounted', args: [gained] };
  const outcome: Outcome = { expression: 'discounted(output() - noPolicy())', formula, better: 'higher' };
  return { name: 'discounted gain over no policy', outcome };
}

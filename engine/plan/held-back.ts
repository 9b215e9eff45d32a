import type { Plan } from '../projection/plan.js';
import type { HoldBack } from '../scenario/scenario.js';

/**
 * Cells that a land policy holds back: those whose account per unit of output is above so many times the case's mean in the base year.
 *
 * @param plan its output of the base year, and its accounts
 * @returns true for each such cell, R × I
 */
export function heldBackCells(
  { account, above }: HoldBack,
  { initial, accounts }: Pick<Plan, 'initial' | 'accounts'>,
): boolean[] {
  const { perOutput } = accounts.find(({ name }) => name === account)!;
  let quantity = 0;
  let output = 0;
  initial.output.forEach((q, cell) => {
    quantity += q * perOutput[cell]!;
    output += q;
  });
  return Array.from(initial.output, (q, cell) => q > 0 && perOutput[cell]! > (above * quantity) / output);
}

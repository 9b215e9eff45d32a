import { BUILT_IN_FUNCTIONS } from './formula.js';
import type { FunctionSignature } from './vocabulary.js';

/** The fewest and most arguments that a function takes. */
export function arityOf(name: string, signature: FunctionSignature | null): readonly [number, number] {
  if (signature === null) return BUILT_IN_FUNCTIONS[name]!.arity;
  const most = signature.parameters.length;
  return [most - (signature.optional ?? 0), signature.repeated === true ? Infinity : most];
}

/** A number of arguments in words, such as "1 to 2 arguments". */
export function countText(fewest: number, most: number): string {
  const count = fewest === most ? `${most}` : most === Infinity ? `at least ${fewest}` : `${fewest} to ${most}`;
  return `${count} argument${(most === Infinity ? fewest : most) === 1 ? '' : 's'}`;
}

/** A call of a function with the kinds of its arguments, as a hint shows it. */
export function callHint(name: string, signature: FunctionSignature | null): string {
  if (signature === null) return `${name}(…)`;
  const required = signature.parameters.length - (signature.optional ?? 0);
  const names = signature.parameters.map(
    (p, k) => `${p === 'number' ? 'number' : `"${p.what}"`}${k < required ? '' : '?'}`,
  );
  return `${name}(${names.join(', ')}${signature.repeated === true ? ', …' : ''})`;
}

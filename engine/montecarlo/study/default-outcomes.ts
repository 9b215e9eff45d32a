import { comparedPair } from '../../compare/compared-pair.js';
import { compileFuture, type FutureSource } from '../../compare/future.js';
import type { Outcome } from '../../scenario/scenario.js';
import type { Formula } from '../../values/formula.js';

/** More acting regions than this do not fit a screen: then only the two that are compared have an outcome of their own. */
const MOST_REGIONS = 4;

/**
 * The outcomes of a study by default: output of the whole and of each region that policies act in, what is gained
 * against no policy, gross and net of cost, likeness of the two regions compared, how much of it stands behind a border, their tie, and
 * balance between regions.
 */
export function defaultOutcomes(futures: readonly FutureSource[]): Record<string, Outcome> {
  const compiled = futures.map((future) => ({ economy: future.economy, compiled: compileFuture(future) }));
  const { economy } = futures[0]!;
  const { regions } = economy;
  const tied = compiled[0]!.compiled.plan.reference.distance !== null;
  const [a, b] = comparedPair(compiled).map((r) => regions[r]!) as [string, string];
  const acting = regions.filter((_, r) =>
    compiled.some((each) =>
      each.compiled.policies.some((policy) => policy.regions.length < regions.length && policy.regions.includes(r)),
    ),
  );
  const shown = acting.length > 0 && acting.length <= MOST_REGIONS ? acting : [...new Set([a, b])];
  const share = economy.valueAddedShare;
  const gained = binary('-', call('output'), call('noPolicy'));
  const net = binary('-', binary('*', { type: 'number', value: share }, gained), call('cost'));
  const outcome = (expression: string, formula: Formula, better: Outcome['better']): Outcome => ({
    expression,
    formula,
    better,
  });
  const name = JSON.stringify;
  return {
    output: outcome('output()', call('output'), 'higher'),
    ...Object.fromEntries(
      shown.map((region) => [
        `output of ${region}`,
        outcome(`output(${name(region)})`, call('output', text(region)), 'higher'),
      ]),
    ),
    gain: outcome('discounted(output() - noPolicy())', call('discounted', gained), 'higher'),
    'net gain': outcome(`discounted(${share} * (output() - noPolicy()) - cost())`, call('discounted', net), 'higher'),
    ...(a === b
      ? {}
      : {
          similarity: outcome(`similarity(${name(a)}, ${name(b)})`, call('similarity', text(a), text(b)), 'none'),
        }),
    ...(a === b || !tied
      ? {}
      : {
          overlap: outcome(`overlap(${name(a)}, ${name(b)})`, call('overlap', text(a), text(b)), 'lower'),
          tie: outcome(`tie(${name(a)}, ${name(b)})`, call('tie', text(a), text(b)), 'higher'),
        }),
    theil: outcome('theil()', call('theil'), 'lower'),
  };
}

function call(name: string, ...args: readonly Formula[]): Formula {
  return { type: 'call', name, args };
}

function text(value: string): Formula {
  return { type: 'text', value };
}

function binary(operator: '-' | '*', left: Formula, right: Formula): Formula {
  return { type: 'binary', operator, left, right };
}

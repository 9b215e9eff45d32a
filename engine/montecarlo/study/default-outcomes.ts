import { comparedPair } from '../../compare/compared-pair.js';
import { compileFuture, type FutureSource } from '../../compare/future.js';
import type { CompiledEvent } from '../../plan/compile-events.js';
import type { Plan } from '../../projection/plan.js';
import type { Outcome } from '../../scenario/scenario.js';
import type { Formula } from '../../values/formula.js';

/** More acting regions than this do not fit a screen: then only the two that are compared have an outcome of their own. */
const MOST_REGIONS = 4;

/** Accounts beyond these have no outcome of their own by default. */
const MOST_ACCOUNTS = 3;

/**
 * The outcomes of a study by default: output and accounts of the whole and of each region that policies or events act in, what is gained
 * against no policy, gross and net of cost, that cost, likeness of the two regions compared, how much of it stands behind a border, their tie, and
 * balance between regions.
 */
export function defaultOutcomes(futures: readonly FutureSource[]): Record<string, Outcome> {
  const compiled = futures.map((future) => ({ economy: future.economy, compiled: compileFuture(future) }));
  const { economy } = futures[0]!;
  const { regions } = economy;
  const tied = compiled[0]!.compiled.plan.reference.distance !== null;
  const [a, b] = comparedPair(compiled).map((r) => regions[r]!) as [string, string];
  const acting = regions.filter((_, r) =>
    compiled.some(({ compiled: { plan, policies, events } }) =>
      [...policies.map((policy) => policy.regions), ...events.map((event) => regionsOf(event, plan))].some(
        (places) => places.length < regions.length && places.includes(r),
      ),
    ),
  );
  const shown = acting.length > 0 && acting.length <= MOST_REGIONS ? acting : [...new Set([a, b])];
  const share = economy.valueAddedShare;
  const gained = binary('-', call('output'), call('noPolicy'));
  const net = binary('-', binary('*', { type: 'number', value: share }, gained), call('cost'));
  const name = JSON.stringify;
  return {
    output: outcome('output()', call('output'), 'higher'),
    ...Object.fromEntries(
      shown.map((region) => [
        `output of ${region}`,
        outcome(`output(${name(region)})`, call('output', text(region)), 'higher'),
      ]),
    ),
    ...Object.fromEntries(
      economy.accounts.slice(0, MOST_ACCOUNTS).flatMap(({ name: of }) => accountOutcomes(of, shown)),
    ),
    gain: outcome('discounted(output() - noPolicy())', call('discounted', gained), 'higher'),
    'net gain': outcome(`discounted(${share} * (output() - noPolicy()) - cost())`, call('discounted', net), 'higher'),
    cost: outcome('discounted(cost())', call('discounted', call('cost')), 'none'),
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

/** An account of all regions and of some of them; whether more of it is better nobody says. */
function accountOutcomes(account: string, regions: readonly string[]): [string, Outcome][] {
  const name = JSON.stringify;
  return [
    [account, outcome(`account(${name(account)})`, call('account', text(account)), 'none')],
    ...regions.map((region): [string, Outcome] => [
      `${account} of ${region}`,
      outcome(`account(${name(account)}, ${name(region)})`, call('account', text(account), text(region)), 'none'),
    ]),
  ];
}

/** Regions that an event happens in, ascending. */
function regionsOf({ cells }: CompiledEvent, { industries }: Plan): number[] {
  return [...new Set(cells.map((cell) => Math.floor(cell / industries.length)))];
}

function outcome(expression: string, formula: Formula, better: Outcome['better']): Outcome {
  return { expression, formula, better };
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

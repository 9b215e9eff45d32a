import { COUNTED_STAGES } from '../indicators/stage.js';
import type { Bindings, Evaluate } from '../values/formula.js';
import type { FunctionSignature, Parameter, Vocabulary } from '../values/vocabulary.js';
import { OUTCOME_FUNCTIONS } from './functions/index.js';
import type { ArgumentKind, OutcomeCall, OutcomeFunction, OutcomeScope } from './outcome-function.js';

/** The names that expressions may use in quotes: those of a case, or of a plan made from it. */
export interface OutcomeNames {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly accounts: readonly { readonly name: string }[];
}

/**
 * The vocabulary of outcomes over given names: the names and functions that their expressions may use.
 *
 * @example
 * outcomeVocabulary({ regions: ['East'], industries: ['Cars'], accounts: [] }).functions.theil; // → { parameters: [], optional: 0 }
 */
export function outcomeVocabulary({ regions, industries, accounts }: OutcomeNames): Vocabulary {
  const kinds: Readonly<Record<ArgumentKind, Parameter>> = {
    region: { what: 'region', known: regions },
    industry: { what: 'industry', known: industries },
    stage: { what: 'stage', known: COUNTED_STAGES },
    account: { what: 'account', known: accounts.map(({ name }) => name) },
    minutes: 'number',
    number: 'number',
  };
  return {
    names: ['year'],
    functions: mapFunctions(
      ({ takes, optional = 0, repeated }): FunctionSignature => ({
        parameters: takes.map((kind) => kinds[kind]),
        optional,
        ...(repeated === true ? { repeated } : {}),
      }),
    ),
  };
}

/** The meaning of the vocabulary's names and functions over given names. */
export function outcomeBindings(names: OutcomeNames): Bindings<OutcomeScope> {
  return {
    names: { year: ({ view, y }) => view.plan.years[y]! },
    functions: mapFunctions(
      ({ compile }) =>
        (...args) =>
          compile(callOf(args, names)),
    ),
  };
}

function callOf(
  args: readonly (string | Evaluate<OutcomeScope>)[],
  { regions, industries, accounts }: OutcomeNames,
): OutcomeCall {
  return {
    regions: regions.length,
    industries: industries.length,
    given: args.length,
    region: (k) => regions.indexOf(String(args[k])),
    industry: (k) => industries.indexOf(String(args[k])),
    account: (k) => accounts.findIndex(({ name }) => name === args[k]),
    stage: (k) => COUNTED_STAGES.find((stage) => stage === args[k])!,
    value: (k) => args[k] as Evaluate<OutcomeScope>,
  };
}

function mapFunctions<Result>(of: (definition: OutcomeFunction) => Result): Record<string, Result> {
  return Object.fromEntries(Object.entries(OUTCOME_FUNCTIONS).map(([name, definition]) => [name, of(definition)]));
}

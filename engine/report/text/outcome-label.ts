import { listed } from './sentence.js';

/** An outcome as a study or a comparison has it. */
export interface NamedOutcome {
  readonly name: string;
  readonly expression: string;
}

type Phrase = (...args: readonly string[]) => string;

/** `what`, and of what where that is given. */
const of =
  (what: string): Phrase =>
  (...args) =>
    args.length === 0 ? what : `${what} of ${listed(args)}`;

/** `what` of an industry or an account, in a region where one is given. */
const inRegion =
  (what: (thing: string) => string): Phrase =>
  (thing = '', region) =>
    region === undefined ? what(thing) : `${what(thing)} in ${region}`;

/** A function's value in words, from its arguments in words; one for every function of outcomes, which a test holds. */
export const PHRASES: Readonly<Record<string, Phrase>> = {
  output: (region, industry) =>
    industry === undefined ? of('output')(...present(region)) : `output of ${industry} in ${region}`,
  reference: (region, industry) => `${PHRASES.output!(...present(region), ...present(industry))} on the reference path`,
  noPolicy: (region, industry) => `${PHRASES.output!(...present(region), ...present(industry))} without policy`,
  industry: of('output'),
  share: (region, industry) => `share of ${industry} in ${region}`,
  part: (region) => `${region}’s part of all output`,
  lq: (region, industry) => `location quotient of ${industry} in ${region}`,
  agglomeration: (region, industry) => `agglomeration index of ${industry} in ${region}`,
  similarity: of('likeness'),
  krugman: of('Krugman index'),
  overlap: of('likeness behind a closed border'),
  tie: of('tie'),
  tieShare: (a, b) => `share of ${b} in the ties of ${a}`,
  complementarity: of('supply between the industries'),
  completeness: of('part of inputs made at home'),
  access: of('market access'),
  distance: (a, b) => `distance from ${a} to ${b}`,
  barrier: (a, b) => `barrier between ${a} and ${b}`,
  within: (region, minutes) => `output within ${minutes} minutes of ${region}`,
  peopleWithin: (region, minutes) => `people within ${minutes} minutes of ${region}`,
  stages: (region, stage) => `${stage} industries of ${region}`,
  theil: () => 'inequality between regions',
  hhi: of('concentration'),
  largestShare: (region) => `share of ${region}’s largest industry`,
  cost: () => 'cost of all policies',
  valueAdded: of('value added'),
  account: (account = '', region, industry) =>
    inRegion((thing) => (industry === undefined ? thing : `${thing} of ${industry}`))(account, region),
  perHead: inRegion((thing) => `${thing} a head`),
  first: (value) => `${value} in the first year`,
  last: (value) => `${value} in the last year`,
  at: (value, year) => `${value} in ${year}`,
  mean: (value) => `${value} on average`,
  sum: (value) => `${value} in all years`,
  lowest: (value) => `lowest ${value}`,
  highest: (value) => `highest ${value}`,
  discounted: (value) => `discounted ${value}`,
};

/** Operators between two values. */
const OPERATORS: readonly (readonly [RegExp, string])[] = [
  [/ - /g, ' less '],
  [/ \+ /g, ' plus '],
  [/ \* /g, ' times '],
  [/ \/ /g, ' divided by '],
  [/ <= /g, ' at most '],
  [/ >= /g, ' at least '],
  [/ < /g, ' below '],
  [/ > /g, ' above '],
];

/**
 * An expression over a projection in plain words; as it is written where it uses what has no words.
 *
 * @example
 * expressionWords('similarity("Changchun", "Jilin")'); // → 'likeness of Changchun and Jilin'
 * expressionWords('discounted(output() - noPolicy())'); // → 'discounted output less output without policy'
 * expressionWords('output("Changchun") / output("Jilin")'); // → 'output of Changchun divided by output of Jilin'
 * expressionWords('(output() - noPolicy()) / noPolicy()'); // → 'output less output without policy, divided by output without policy'
 * expressionWords('cost() / (output() + noPolicy())'); // → 'cost of all policies divided by the sum of output and output without policy'
 * expressionWords('sqrt(theil())'); // → 'sqrt(theil())'
 */
export function expressionWords(expression: string): string {
  const names: string[] = [];
  // Names in quotes may hold anything, so they wait aside until the calls around them are words.
  const keep = (text: string): string => `⟦${names.push(text) - 1}⟧`;
  let text = expression.replace(/"([^"]*)"|'([^']*)'/g, (_, a: string | undefined, b: string | undefined) =>
    keep(a ?? b ?? ''),
  );
  const call = /\b([A-Za-z]\w*)\(([^()]*)\)/;
  const group = /(?<!\w)\(([^()]*)\)/;
  for (;;) {
    const called = call.exec(text);
    const grouped = group.exec(text);
    if (called !== null) {
      const [whole, name = '', inside = ''] = called;
      const phrase = Object.hasOwn(PHRASES, name) ? PHRASES[name] : undefined;
      if (phrase === undefined) return expression;
      const args = inside.split(',').flatMap((arg) => (arg.trim() === '' ? [] : [operatorsInWords(arg.trim())]));
      text = text.replace(whole, () => keep(phrase(...args)));
    } else if (grouped !== null) {
      const [whole, inside = ''] = grouped;
      const begins = grouped.index === 0;
      // What follows it goes on after a comma.
      const said = whole === text ? operatorsInWords(inside) : groupWords(inside.trim(), begins);
      text = text.replace(whole, () => keep(said));
    } else break;
  }
  return /[()^]/.test(text) ? expression : restored(operatorsInWords(text), names);
}

/** Two values with one operator between them. */
const PAIR = /^(⟦\d+⟧|[\w.%]+) ([-+*/]) (⟦\d+⟧|[\w.%]+)$/;

const COMPUTED: Readonly<Record<string, (a: string, b: string) => string>> = {
  '+': (a, b) => `the sum of ${a} and ${b}`,
  '-': (a, b) => `the difference of ${a} and ${b}`,
  '*': (a, b) => `the product of ${a} and ${b}`,
  '/': (a, b) => `the ratio of ${a} to ${b}`,
};

/** Values in parentheses in words: at the beginning as they are, two of them by what they come to, more in parentheses again. */
function groupWords(inside: string, begins: boolean): string {
  if (begins) return `${operatorsInWords(inside)},`;
  const pair = PAIR.exec(inside);
  return pair === null ? `(${operatorsInWords(inside)})` : COMPUTED[pair[2]!]!(pair[1]!, pair[3]!);
}

/**
 * The name of an outcome that people read: its own, else its expression in words.
 *
 * @example
 * outcomeLabel({ name: 'theil()', expression: 'theil()' }); // → 'inequality between regions'
 * outcomeLabel({ name: 'gap', expression: 'theil()' }); // → 'gap'
 */
export function outcomeLabel({ name, expression }: NamedOutcome): string {
  return name === expression ? expressionWords(expression) : name;
}

function operatorsInWords(text: string): string {
  return OPERATORS.reduce((said, [operator, word]) => said.replace(operator, word), text);
}

/** Puts what was kept aside back, from the outside in. */
function restored(text: string, names: readonly string[]): string {
  const kept = /⟦(\d+)⟧/g;
  return kept.test(text)
    ? restored(
        text.replace(kept, (_, k: string) => names[Number(k)]!),
        names,
      )
    : text;
}

function present(arg: string | undefined): string[] {
  return arg === undefined ? [] : [arg];
}

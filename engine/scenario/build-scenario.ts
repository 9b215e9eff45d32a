import { produce } from 'immer';
import type { Economy } from '../economy/economy.js';
import { linksBetween } from '../economy/network.js';
import { basename } from '../files/paths.js';
import { knownNames, type Mistake, type Position } from '../mistakes.js';
import type { NumberDefinition } from '../parameters/definition.js';
import { NOISE, type NoiseKey, PARAMETERS, type ParameterKey, TREND, type TrendKey } from '../parameters/parameters.js';
import { numberFields } from '../policies/common.js';
import { policyKind } from '../policies/index.js';
import type { LinkEntry } from '../policies/infrastructure.js';
import { type ExpressionParser, parseFormula } from '../values/expressions.js';
import { type Formula, isCondition } from '../values/formula.js';
import { needsExpressions, parseQuantity, type Quantity } from '../values/quantity.js';
import { domainMistake } from '../values/resolve.js';
import type { Path } from './layers.js';
import { isGlob, matchNames } from './names.js';
import { outcomeVocabulary } from './outcome-vocabulary.js';
import type { CoordinationLevels, Goal, IndustrySelector, LinkChange, Outcome, Policy, Scenario } from './scenario.js';
import type { ScenarioInput } from './scenario-schema.js';

/** Longest horizon: beyond it no trend means anything. */
const MAX_YEARS = 500;
/** Years projected where nobody says how many. */
const DEFAULT_HORIZON = 20;

/** What a scenario is built against. */
export interface BuildContext {
  readonly file: string;
  readonly economy: Economy;
  /** Null while it is not known to be needed. */
  readonly expressions: ExpressionParser | null;
  at(path: Path, what?: 'key' | 'value'): Position;
}

export interface BuiltScenario {
  /** Usable only without mistakes. */
  readonly scenario: Scenario;
  readonly mistakes: readonly Mistake[];
  readonly notes: readonly string[];
  /** Whether a number is an expression that could not be read without the parser. */
  readonly needsExpressions: boolean;
}

/** Turns the validated input of a scenario into a complete one: parses every number, fills in every default, and checks every name. */
export function buildScenario(input: ScenarioInput, context: BuildContext): BuiltScenario {
  const { economy, at } = context;
  const mistakes: Mistake[] = [];
  const notes: string[] = [];
  const vocabulary = outcomeVocabulary(economy.regions, economy.industries);
  let unread = false;

  const report = (path: Path, message: string, hint?: string, what: 'key' | 'value' = 'value', offset = 0): void => {
    const place = at(path, what);
    mistakes.push({ ...place, column: place.column + offset, message, ...(hint === undefined ? {} : { hint }) });
  };

  function quantity(path: Path, value: number | string, definition: NumberDefinition | null): Quantity {
    if (context.expressions === null && needsExpressions(value)) {
      unread = true;
      return { kind: 'constant', value: Number.NaN };
    }
    const parsed = parseQuantity(value, { parser: context.expressions, yearly: definition?.yearly ?? false });
    if ('mistakes' in parsed) {
      for (const { message, hint, offset } of parsed.mistakes) report(path, message, hint, 'value', offset);
      return { kind: 'constant', value: Number.NaN };
    }
    if (definition !== null) {
      const outside = domainMistake(parsed.quantity, definition.domain, horizon(years));
      if (outside !== null) {
        const [low, high] = definition.domain;
        const hint = outside.hint ?? `${definition.meaning}: from ${low} to ${high}`;
        report(path, `${String(path.at(-1))}: ${outside.message}`, hint);
      }
    }
    return parsed.quantity;
  }

  const years = readYears();
  /** Numbers by key: as written at `path`, else the default. */
  function numbers<Key extends string>(
    path: Path,
    definitions: Readonly<Record<Key, NumberDefinition>>,
    written: Readonly<Record<string, unknown>>,
  ): Record<Key, Quantity> {
    const result = {} as Record<Key, Quantity>;
    for (const [key, definition] of Object.entries(definitions) as [Key, NumberDefinition][]) {
      const [value, keyPath] = valueAt(written, key.split('.'), path);
      if (value !== undefined) result[key] = quantity(keyPath, value as number | string, definition);
      else if (definition.value !== null) result[key] = quantity(keyPath, definition.value, null);
    }
    return result;
  }

  function readYears(): { from: number; to: number } {
    const observed = economy.years;
    const from = input.years?.from ?? observed.at(-1)!;
    const to = input.years?.to ?? from + DEFAULT_HORIZON;
    if (!observed.includes(from)) {
      report(['years', 'from'], `${from} is not an observed year`, `observed: ${observed.join(', ')}`);
    }
    if (to <= from)
      report(['years', 'to'], `the horizon runs backwards: from ${from} to ${to}`, `a year after ${from}`);
    else if (to - from > MAX_YEARS) {
      report(
        ['years', 'to'],
        `the horizon is ${to - from} years long`,
        `at most ${MAX_YEARS}, so to ${from + MAX_YEARS}`,
      );
    }
    return { from, to };
  }

  function checkName(path: Path, name: string, known: readonly string[], what: string, place: 'key' | 'value'): void {
    if (isGlob(name) ? matchNames([name], known).length === 0 : !known.includes(name)) {
      const message = isGlob(name) ? `no ${what} matches "${name}"` : `unknown ${what} "${name}"`;
      report(path, message, knownNames(name, known), place);
    }
  }

  function nameList(path: Path, value: string | readonly string[], known: readonly string[], what: string): string[] {
    const list = typeof value === 'string' ? [value] : [...value];
    list.forEach((name, k) => {
      checkName(typeof value === 'string' ? path : [...path, k], name, known, what, 'value');
    });
    return list;
  }

  function coordination(
    path: Path,
    value: number | string | Readonly<Record<string, number | string>>,
  ): CoordinationLevels {
    const level: NumberDefinition = LEVEL;
    if (typeof value !== 'object') return { all: quantity(path, value, level), regions: {} };
    const regions = Object.entries(value).map(([region, c]) => {
      checkName([...path, region], region, economy.regions, 'region', 'key');
      return [region, quantity([...path, region], c, level)] as const;
    });
    return { all: { kind: 'constant', value: 1 }, regions: Object.fromEntries(regions) };
  }

  function readTrend(): Scenario['trend'] {
    const written = input.trend;
    if (typeof written === 'number' || typeof written === 'string') {
      return { numbers: numbers(['trend'], TREND, {}), all: quantity(['trend'], written, RATE), industries: {} };
    }
    const industries = Object.entries(written?.industries ?? {}).map(([industry, rate]) => {
      const path = ['trend', 'industries', industry];
      checkName(path, industry, economy.industries, 'industry', 'key');
      return [industry, quantity(path, rate, RATE)] as const;
    });
    return {
      numbers: numbers<TrendKey>(['trend'], TREND, written ?? {}),
      all: null,
      industries: Object.fromEntries(industries),
    };
  }

  function readPolicy(entry: Readonly<Record<string, unknown>>, index: number): Policy {
    const path = ['policies', index];
    const kind = policyKind(String(entry.kind))!;
    const name = String(entry.name);
    const written = numbers(path, numberFields(kind), entry);
    if (!Object.hasOwn(written, 'start')) written.start = { kind: 'constant', value: years.from };
    const regions =
      entry.regions === undefined
        ? null
        : nameList([...path, 'regions'], entry.regions as string | string[], economy.regions, 'region');
    return {
      kind: kind.kind,
      name,
      regions,
      industries: entry.industries === undefined ? null : readIndustries([...path, 'industries'], entry.industries),
      numbers: written,
      coordination:
        entry.coordination === undefined
          ? null
          : coordination(
              [...path, 'coordination'],
              entry.coordination as number | string | Record<string, number | string>,
            ),
      links: readLinks(path, entry, name),
      bypassed:
        entry.bypassed === undefined
          ? []
          : nameList([...path, 'bypassed'], entry.bypassed as string[], economy.regions, 'region'),
      industryWeights: readIndustryWeights(path, entry),
    };
  }

  function readIndustryWeights(path: Path, entry: Readonly<Record<string, unknown>>): Policy['industryWeights'] {
    if (entry.serviceIntensity === undefined) return {};
    const weights = entry.serviceIntensity as Record<string, number>;
    for (const industry of Object.keys(weights)) {
      checkName([...path, 'serviceIntensity', industry], industry, economy.industries, 'industry', 'key');
    }
    return { serviceIntensity: weights };
  }

  function readIndustries(path: Path, value: unknown): IndustrySelector {
    const none: IndustrySelector = { names: null, top: null, stage: null, locationQuotient: null };
    if (typeof value === 'string' || Array.isArray(value)) {
      return { ...none, names: nameList(path, value as string | string[], economy.industries, 'industry') };
    }
    const selector = value as { names?: string | string[]; top?: number; stage?: string | string[]; lq?: string };
    const bound = selector.lq === undefined ? null : /^\s*(>=|<=|>|<)\s*(.+?)\s*$/.exec(selector.lq);
    return {
      names:
        selector.names === undefined
          ? null
          : nameList([...path, 'names'], selector.names, economy.industries, 'industry'),
      top: selector.top ?? null,
      stage: selector.stage === undefined ? null : [selector.stage].flat(),
      locationQuotient:
        bound === null ? null : { operator: bound[1] as '>' | '>=' | '<' | '<=', bound: Number(bound[2]) },
    };
  }

  function readLinks(path: Path, entry: Readonly<Record<string, unknown>>, policy: string): LinkChange[] {
    const entries = entry.links as readonly LinkEntry[] | undefined;
    if (policyKind(String(entry.kind))!.options.links === undefined) return [];
    if (entries === undefined) return [];
    const { network } = economy;
    if (network === null) {
      report(path, `policy "${policy}" changes links, but the case has no links table`, 'links: links.csv in the case');
      return [];
    }
    return entries.map((link, k) => {
      const linkPath = [...path, 'links', k];
      const pair = Array.isArray(link) ? { from: link[0], to: link[1] } : link;
      const change: LinkChange = {
        from: pair.from,
        to: pair.to,
        km: ('km' in pair ? pair.km : undefined) ?? (entry.km as number | undefined) ?? null,
        minutes: ('minutes' in pair ? pair.minutes : undefined) ?? (entry.minutes as number | undefined) ?? null,
        mode: ('mode' in pair ? pair.mode : undefined) ?? (entry.mode as string | undefined) ?? null,
      };
      checkLink(linkPath, Array.isArray(link) ? [0, 1] : ['from', 'to'], change, network.nodes);
      return change;
    });

    function checkLink(
      linkPath: Path,
      ends: readonly (string | number)[],
      link: LinkChange,
      nodes: readonly string[],
    ): void {
      checkName([...linkPath, ends[0]!], link.from, nodes, 'region or place', 'value');
      checkName([...linkPath, ends[1]!], link.to, nodes, 'region or place', 'value');
      const a = nodes.indexOf(link.from);
      const b = nodes.indexOf(link.to);
      if (a < 0 || b < 0) return;
      if (a === b) {
        report(linkPath, `a link needs two ends, not "${link.from}" twice`);
        return;
      }
      const existing = linksBetween(network!, a, b, link.mode);
      const lacksMinutes = economy.distance === 'minutes' && link.minutes === null;
      const mode = link.mode === null ? '' : `${link.mode} `;
      if (existing.length === 0 && link.km === null && link.minutes === null) {
        report(
          linkPath,
          `there is no ${mode}link between ${link.from} and ${link.to} to shorten`,
          `a link that exists, or { from: ${link.from}, to: ${link.to}, km: … } to build one`,
        );
      } else if (existing.length === 0 && (lacksMinutes || (economy.distance === 'km' && link.km === null))) {
        report(
          linkPath,
          `the new link ${link.from}–${link.to} needs its length in ${economy.distance}`,
          `${economy.distance}: …`,
        );
      } else if (existing.length > 0 && link.km === null && link.minutes !== null && economy.distance === 'km') {
        const unknown = existing.some((k) => network!.links[k]!.minutes === null);
        if (unknown) report(linkPath, `the link ${link.from}–${link.to} has no minutes yet to compare with`, 'km: …');
      }
    }
  }

  /** A link can have one length only: two policies that set or build it contradict each other. */
  function checkSetTwice(policies: readonly Policy[]): void {
    const setBy = new Map<string, string>();
    policies.forEach((policy, index) => {
      policy.links.forEach((link, k) => {
        if (link.km === null && link.minutes === null) return;
        const ends = [link.from, link.to].sort().join('–');
        const key = JSON.stringify([ends, link.mode]);
        const other = setBy.get(key);
        if (other === undefined) setBy.set(key, policy.name);
        else {
          report(
            ['policies', index, 'links', k],
            `the length of ${ends} is set twice, also by "${other}"`,
            'set it once',
          );
        }
      });
    });
  }

  /** A formula of outcomes; what is wrong with it is reported and a 0 stands in its place. */
  function formula(path: Path, text: string): Formula {
    const nothing: Formula = { type: 'number', value: 0 };
    if (context.expressions === null) {
      unread = true;
      return nothing;
    }
    const parsed = parseFormula(text, vocabulary, context.expressions);
    if ('formula' in parsed) return parsed.formula;
    for (const { message, hint, offset } of parsed.mistakes) report(path, message, hint, 'value', offset);
    return nothing;
  }

  function readOutcomes(): Record<string, Outcome> {
    return Object.fromEntries(
      Object.entries(input.outcomes ?? {}).map(([name, written]) => {
        const path = ['outcomes', name];
        const [expression, better] =
          typeof written === 'string' ? [written, 'higher' as const] : [written.expression, written.better ?? 'higher'];
        const at = typeof written === 'string' ? path : [...path, 'expression'];
        return [name, { expression, formula: formula(at, expression), better }];
      }),
    );
  }

  function readGoals(): Record<string, Goal> {
    return Object.fromEntries(
      Object.entries(input.goals ?? {}).map(([name, expression]) => {
        const path = ['goals', name];
        const read = formula(path, expression);
        if (!unread && !isCondition(read)) {
          report(path, `the goal "${expression}" says no yes or no`, 'a comparison, such as output("…") > 100');
        }
        return [name, { expression, formula: read }];
      }),
    );
  }

  const policies = (input.policies ?? []).map((entry, index) => readPolicy(entry, index));
  checkSetTwice(policies);
  if (economy.network === null || economy.facts === null) {
    const border = policies.filter((policy) => policy.kind === 'market').map((policy) => policy.name);
    if (border.length > 0) notes.push(`no effect without regions and links: ${border.join(', ')}`);
  }
  const scenario: Scenario = produce(
    {
      id: basename(context.file).replace(/\.[^.]*$/, ''),
      title: input.title ?? basename(context.file),
      file: context.file,
      years,
      coordination: coordination(['coordination'], input.coordination ?? 1),
      trend: readTrend(),
      parameters: numbers<ParameterKey>(['parameters'], PARAMETERS, input.parameters ?? {}),
      noise: numbers<NoiseKey>(['noise'], NOISE, input.noise ?? {}),
      correlations: input.correlations ?? [],
      policies,
      outcomes: readOutcomes(),
      goals: readGoals(),
    } satisfies Scenario,
    () => {},
  );
  return { scenario, mistakes, notes, needsExpressions: unread };
}

const LEVEL: NumberDefinition = {
  meaning: 'coordination, 1 together … 0 apart',
  unit: 'share',
  value: 1,
  range: [0, 1],
  domain: [0, 1],
  source: 'choice of the scenario',
  status: 'judgement',
};

const RATE: NumberDefinition = {
  meaning: 'log growth a year',
  unit: '1/yr',
  value: null,
  range: [-0.05, 0.1],
  domain: [-1, 1],
  source: 'choice of the scenario',
  status: 'judgement',
  yearly: true,
};

/** The years projected, or the first alone where the horizon is a mistake. */
function horizon({ from, to }: { from: number; to: number }): number[] {
  const length = to >= from && to - from <= MAX_YEARS ? to - from + 1 : 1;
  return Array.from({ length }, (_, y) => from + y);
}

/** Follows keys into plain data; the path it returns is where the value stands, or would. */
function valueAt(data: Readonly<Record<string, unknown>>, keys: readonly string[], base: Path): [unknown, Path] {
  let value: unknown = data;
  for (const key of keys) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  return [value, [...base, ...keys]];
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseShape } from '../engine/economy/case-schema.js';
import { parseCase } from '../engine/economy/parse-case.js';
import { ACCOUNT_COLUMNS } from '../engine/economy/read-accounts.js';
import { BARRIER_COLUMNS } from '../engine/economy/read-barriers.js';
import { HIGHER_LEVEL_COLUMNS } from '../engine/economy/read-higher-level.js';
import { FLOW_COLUMNS, TOTAL_COLUMNS } from '../engine/economy/read-input-output.js';
import { LINK_COLUMNS } from '../engine/economy/read-links.js';
import { OUTPUT_COLUMNS } from '../engine/economy/read-outputs.js';
import { REGION_COLUMNS } from '../engine/economy/read-regions.js';
import { formatMistake, MistakesError } from '../engine/mistakes.js';
import { createStudy } from '../engine/montecarlo/study/study.js';
import { parseStudy } from '../engine/montecarlo/study/study-file.js';
import { studySchema } from '../engine/montecarlo/study/study-schema.js';
import { OUTCOME_FUNCTIONS } from '../engine/outcomes/functions/index.js';
import type { OutcomeFunction } from '../engine/outcomes/outcome-function.js';
import { NOISE, PARAMETERS, TREND } from '../engine/parameters/parameters.js';
import { compilePlan } from '../engine/plan/compile.js';
import { createResolver } from '../engine/plan/resolve.js';
import { numberFields } from '../engine/policies/fields.js';
import { POLICY_KINDS } from '../engine/policies/index.js';
import { beliefLayer, parseBelief, unknownPolicies } from '../engine/scenario/belief.js';
import { parseScenario } from '../engine/scenario/parse-scenario.js';
import { scenarioSchema } from '../engine/scenario/scenario-schema.js';
import { parseFacts } from '../engine/validation/facts-file.js';
import { DISTRIBUTION_SIGNATURES } from '../engine/values/distribution.js';
import { BUILT_IN_FUNCTIONS } from '../engine/values/formula.js';
import { ROOT } from './source-files.js';

const SCENARIOS = join(ROOT, 'scenarios');
const README = readFileSync(join(SCENARIOS, 'README.md'), 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

const blocks: readonly Block[] = [...README.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map((match) => ({
  language: match[1]!,
  text: match[2]!,
  line: README.slice(0, match.index).split('\n').length,
}));
const inLanguage = (language: string) => blocks.filter((block) => block.language === language);
const isCase = ({ text }: Block) => /^outputs:/m.test(text);
const isWhole = ({ text }: Block) => /^(case|extends):/m.test(text);

/** Reads the files of the bundled case, and `mine.yaml` beside them. */
function beside(mine: string): (path: string) => Uint8Array {
  return (path) =>
    path === 'mine.yaml' ? new TextEncoder().encode(mine) : readFileSync(join(SCENARIOS, 'changchun-jilin', path));
}

/** The tables that the page shows, by the names under which its cases know them. */
const TABLES: Readonly<Record<string, string>> = {
  'outputs.csv': OUTPUT_COLUMNS.required.join(','),
  'regions.csv': REGION_COLUMNS.required.join(','),
  'links.csv': LINK_COLUMNS.required.join(','),
  'barriers.csv': BARRIER_COLUMNS.required.join(','),
  'accounts.csv': ACCOUNT_COLUMNS.required.join(','),
  'nation.csv': HIGHER_LEVEL_COLUMNS.required.join(','),
  'io-flows.csv': FLOW_COLUMNS.required.join(','),
  'io-totals.csv': TOTAL_COLUMNS.required.join(','),
};

function inFolder(files: Readonly<Record<string, string>>): (path: string) => Uint8Array {
  return (path) => {
    const boundaries = path.endsWith('.geojson') ? inLanguage('json')[0]?.text : undefined;
    const table = inLanguage('csv').find((block) => block.text.startsWith(`${TABLES[path]}\n`))?.text;
    const text = files[path] ?? boundaries ?? table;
    if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return new TextEncoder().encode(text);
  };
}

/** True where the page has a word on its own, in code. */
const says = (word: string) =>
  [...README.matchAll(/`([^`\n]+)`/g)].some(([, code]) => new RegExp(`(^|\\W)${word}(\\W|$)`).test(code!)) ||
  inLanguage('yaml').some(({ text }) => new RegExp(`(^|[\\s{])${word}:`, 'm').test(text));

const unsaid = (words: Iterable<string>) => [...words].filter((word) => !says(word));

/** A call of a function as the documentation writes it, such as `output(region?, industry?)` or `at(x, year)`. */
function callText(name: string, { takes, optional = 0, repeated = false }: OutcomeFunction): string {
  const written = takes.map((kind, k) => {
    const word = kind === 'number' ? ['x', 'year'][k]! : kind;
    return k < takes.length - optional ? word : `${word}?`;
  });
  return `${name}(${written.join(', ')}${repeated ? ', …' : ''})`;
}

describe('Examples of the page on scenarios', () => {
  for (const block of inLanguage('yaml').filter((each) => !isCase(each))) {
    it(`can be planned when pasted (line ${block.line})`, async () => {
      const text = isWhole(block) ? block.text : `case: ./case.yaml\n${block.text}`;
      const { scenario, economy } = await parseScenario(beside(text), 'mine.yaml');
      const { plan } = compilePlan(economy, scenario, createResolver());
      expect(plan.years[0]).toBe(2011);
    });
  }

  for (const block of inLanguage('yaml').filter(isCase)) {
    it(`of cases can be read with the tables shown (line ${block.line})`, async () => {
      const files = { 'case.yaml': block.text, 'scenario.yaml': 'case: ./case.yaml\n' };
      const { economy } = parseCase(inFolder(files), 'case.yaml');
      expect(economy.regions).toEqual(['North', 'South']);
      const { scenario } = await parseScenario(inFolder(files), 'scenario.yaml');
      expect(compilePlan(economy, scenario, createResolver()).plan.regions).toEqual(['North', 'South']);
    });
  }

  it('include every table, each under its own header', () => {
    expect(inLanguage('csv').map(({ text }) => text.slice(0, text.indexOf('\n')))).toEqual(Object.values(TABLES));
  });

  it('of studies are read without a mistake', async () => {
    const [block] = inLanguage('yaml study');
    const read = beside(block!.text);
    const { futures, request } = await parseStudy(read, 'mine.yaml', async (future) => {
      const { economy, scenario } = await parseScenario(read, future);
      return { id: scenario.id, economy, scenario };
    });
    expect(createStudy(futures, request).draws).toBe(10_000);
  });

  it('of beliefs and facts are read without a mistake, and every bundled one is, over the bundled futures', async () => {
    const [belief] = inLanguage('yaml belief');
    const [facts] = inLanguage('yaml facts');
    const { economy, scenario } = await parseScenario(beside(''), 'baseline.yaml');
    expect(parseBelief(beside(belief!.text), 'mine.yaml').title).toBe('Agreement is dear and slow');
    expect(
      (await parseFacts(beside(facts!.text), 'mine.yaml', { id: 'baseline', economy, scenario })).facts,
    ).toHaveLength(1);
    for (const name of readdirSync(join(SCENARIOS, 'changchun-jilin/beliefs'))) {
      const { document, ...rest } = parseBelief(beside(''), `beliefs/${name}`);
      const coordinated = await parseScenario(beside(''), 'coordinated.yaml');
      const policies = coordinated.scenario.policies.map((policy) => policy.name);
      const layer = beliefLayer({ document, ...rest }, policies);
      const believed = await parseScenario(beside(''), 'coordinated.yaml', [], { beliefs: [layer] });
      expect(believed.scenario).not.toEqual(coordinated.scenario);
      expect(unknownPolicies({ document, ...rest }, [policies])).toEqual([]);
    }
  });

  it('with mistakes have exactly the mistakes that are printed', async () => {
    const wrong = inLanguage('yaml wrong');
    const printed = inLanguage('text');
    expect(wrong).toHaveLength(1);
    const thrown = await parseScenario(beside(wrong[0]!.text), 'mine.yaml').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(MistakesError);
    expect((thrown as MistakesError).mistakes.map(formatMistake)).toEqual(printed[0]!.text.trim().split('\n'));
  });
});

describe('The page on scenarios', () => {
  it('names every key of scenarios and of cases', () => {
    expect(unsaid([...Object.keys(scenarioSchema.shape), ...Object.keys(caseShape)])).toEqual([]);
  });

  it('names every key of studies', () => {
    expect(unsaid(Object.keys(studySchema.shape))).toEqual([]);
  });

  it('names every parameter and every number of trend and noise', () => {
    const keys = [...Object.keys(PARAMETERS), ...Object.keys(TREND), ...Object.keys(NOISE)];
    expect(unsaid(keys.map((key) => key.replace('response.', '')))).toEqual([]);
  });

  it('names every kind of policy, every field that all have, and every option', () => {
    const common = POLICY_KINDS.flatMap((kind) =>
      Object.keys(numberFields(kind)).filter((field) => !(field in kind.fields)),
    );
    expect(unsaid(new Set(common))).toEqual([]);
    expect(unsaid(POLICY_KINDS.flatMap(({ options }) => Object.keys(options)))).toEqual([]);
    for (const { kind } of POLICY_KINDS) expect(README).toMatch(new RegExp(`^ {2}- kind: ${kind}$`, 'm'));
  });

  it('explains every function of outcomes in the words of the engine', () => {
    const rows = Object.entries(OUTCOME_FUNCTIONS).map(
      ([name, definition]) => `| \`${callText(name, definition)}\` | ${definition.meaning} | ${definition.unit} |`,
    );
    const table = README.slice(README.indexOf('| function | value | unit |')).split('\n\n')[0]!;
    expect(table.split('\n').slice(2)).toEqual(rows);
  });

  it('lists every distribution and every function of expressions', () => {
    for (const signature of Object.values(DISTRIBUTION_SIGNATURES)) expect(README).toContain(`| \`${signature}\` |`);
    expect(unsaid(Object.keys(BUILT_IN_FUNCTIONS))).toEqual([]);
  });

  it('lists every bundled file and nothing else', () => {
    const bundled = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.yaml'),
    );
    const listed = [...README.matchAll(/^\| `([\w/-]+\/[\w-]+\.yaml)` \|/gm)].map((match) => match[1]!);
    expect(listed.sort()).toEqual(bundled.sort());
  });

  it('links only to what is there', () => {
    const headings = [...README.matchAll(/^#+ (.+)$/gm)].map(
      (match) => `#${match[1]!.toLowerCase().replace(/\W+/g, '-')}`,
    );
    for (const [, target] of README.matchAll(/\]\(([^)]+)\)/g)) {
      if (target!.startsWith('#')) expect(headings).toContain(target);
      else expect(readFileSync(join(SCENARIOS, target!), 'utf8')).not.toBe('');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { MistakesError } from '../../engine/mistakes.js';
import { type Belief, beliefLayer, parseBelief, unknownPolicies } from '../../engine/scenario/belief.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { quantityAt } from '../../engine/values/resolve.js';
import { readBundled } from '../bundled.js';

const SCENARIO = `case: ./case.yaml
parameters: { barrier: 0.2, rivalry: 0.5 }
policies:
  - { kind: market, name: Open, opening: 0.4 }
`;

const HEAD = 'title: One of many\nwhy: somebody said so\n';

function belief(text: string): Belief {
  return parseBelief(readBundled({ 'tutorial/belief.yaml': text }), 'tutorial/belief.yaml');
}

/** The scenario under a belief and settings. */
async function under(text: string, sets: readonly string[] = []) {
  const layer = beliefLayer(belief(text), ['Open']);
  const read = readBundled({ 'tutorial/mine.yaml': SCENARIO });
  const { scenario } = await parseScenario(read, 'tutorial/mine.yaml', sets, { beliefs: [layer] });
  return scenario;
}

async function mistakesOf(what: () => unknown): Promise<readonly string[]> {
  try {
    await what();
  } catch (error) {
    if (!(error instanceof MistakesError)) throw error;
    return error.mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  }
  return [];
}

describe('A belief', () => {
  it('wins over the scenario and yields to --set', async () => {
    const text = `${HEAD}parameters: { barrier: 0.7 }\n`;
    expect(quantityAt((await under(text)).parameters.barrier, 2020)).toBe(0.7);
    expect(quantityAt((await under(text, ['parameters.barrier=0.1'])).parameters.barrier, 2020)).toBe(0.1);
  });

  it('changes nothing that it does not name, neither title nor policies', async () => {
    const scenario = await under(`${HEAD}parameters: { barrier: 0.7 }\n`);
    expect(quantityAt(scenario.parameters.rivalry, 2020)).toBe(0.5);
    expect(scenario.title).toBe('mine.yaml');
    expect(scenario.policies.map(({ name }) => name)).toEqual(['Open']);
  });

  it('changes the numbers of a policy by its name, in the futures that have it', async () => {
    const text = `${HEAD}policies: [{ name: Elsewhere, opening: 0.9 }, { name: Open, opening: 0.1 }]\n`;
    const scenario = await under(text);
    expect(quantityAt(scenario.policies[0]!.numbers.opening!, 2020)).toBe(0.1);
    expect(unknownPolicies(belief(text), [['Open'], ['Elsewhere']])).toEqual([]);
  });

  it('that names a policy of none of the futures is a mistake at the name', () => {
    const [mistake] = unknownPolicies(belief(`${HEAD}policies: [{ name: Opne, opening: 0.1 }]\n`), [['Open'], []]);
    expect(mistake).toMatchObject({ file: 'tutorial/belief.yaml', line: 3, column: 20 });
    expect(`${mistake!.message} ${mistake!.hint}`).toMatch(/"Opne".*Open/);
  });

  it('that names what is no parameter is a mistake in its own file', async () => {
    expect(await mistakesOf(() => belief(`${HEAD}parameters: { rivlary: 1 }\n`))).toEqual([
      expect.stringMatching(/^tutorial\/belief\.yaml:3:15 .*rivlary/),
    ]);
  });

  it('whose number makes no sense in a future is a mistake in its own file', async () => {
    expect(await mistakesOf(() => under(`${HEAD}policies: [{ name: Open, opening: 3 }]\n`))).toEqual([
      expect.stringMatching(/^tutorial\/belief\.yaml:3:35 /),
    ]);
  });

  it('needs a title and a reason, and may neither add nor remove a policy: every mistake at once', async () => {
    const text = 'parameters: {}\npolicies: [{ name: Open, kind: market }, { name: Open, remove: true }]\n';
    const found = await mistakesOf(() => belief(text));
    expect(found).toHaveLength(4);
    expect(found.join('\n')).toMatch(/title[\s\S]*why[\s\S]*"kind"[\s\S]*"remove"/);
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { call } from './run-in-memory.js';

const FUTURES = ['scenarios/tutorial/open-border.yaml', 'scenarios/tutorial/faster-link.yaml'];

describe('tandem compare --beliefs', () => {
  let folder: string;
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  });

  it('asks the same question as written and under each belief, with the keys of the contract', async () => {
    const closed = file('closed.yaml', 'title: Closed\nwhy: a test\nparameters: { barrier: 0.9 }\n');
    const idle = file('idle.yaml', 'title: Idle\nwhy: a test\n');
    const argv = [
      'compare',
      ...FUTURES,
      '--draws',
      '20',
      '--workers',
      '1',
      '--format',
      'json',
      '--beliefs',
      closed,
      idle,
    ];
    const { code, stdout, stderr } = await call(argv);
    expect(code).toBe(0);
    const { beliefs, differences } = JSON.parse(stdout);
    expect(Object.keys(beliefs)).toEqual(['as written', 'closed', 'idle']);
    const keys = ['title', 'central', 'median', 'p10', 'p90', 'probabilityBetter', 'benefitCost', 'losers'];
    for (const each of Object.values(beliefs))
      expect(Object.keys(each as object)).toEqual(expect.arrayContaining(keys));
    expect(beliefs['as written'].central).toBe(differences[1].total);
    expect(beliefs.closed.central).not.toBe(beliefs['as written'].central);
    // A belief that says nothing draws the same numbers and comes to the same.
    expect(beliefs.idle.median).toBe(beliefs['as written'].median);
    expect(beliefs.idle.changesNothing).toBe(true);
    expect(stderr).toContain('idle.yaml: changes nothing in any of the futures');
  });

  it('names every mistake of every belief and exits with 2', async () => {
    const wrong = file('wrong.yaml', 'title: Wrong\nwhy: a test\nparameters: { barrier: 9, rivlary: 0.1 }\n');
    const lost = file('lost.yaml', 'title: Lost\nwhy: a test\npolicies: [{ name: Nobody, opening: 0.1 }]\n');
    const { code, stderr } = await call(['compare', ...FUTURES, '--beliefs', wrong, lost]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/wrong\.yaml:3:\d+ .*rivlary/);
    expect(stderr).toMatch(/lost\.yaml:3:\d+ .*"Nobody"/);
  });

  it('says what is missing where it has no value or has taken all scenarios', async () => {
    expect((await call(['compare', ...FUTURES, '--beliefs'])).stderr).toContain('--beliefs needs a value');
    const { code, stderr } = await call(['compare', '--beliefs', ...FUTURES]);
    expect(code).toBe(2);
    expect(stderr).toContain('scenarios come first');
  });
});

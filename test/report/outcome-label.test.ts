import { describe, expect, it } from 'vitest';
import { OUTCOME_FUNCTIONS } from '../../engine/outcomes/functions/index.js';
import { expressionWords, outcomeLabel, PHRASES } from '../../engine/report/text/outcome-label.js';

describe('An expression in words', () => {
  it('knows every function of outcomes', () => {
    expect(Object.keys(PHRASES).sort()).toEqual(Object.keys(OUTCOME_FUNCTIONS).sort());
  });

  it('holds no code for any of them, whatever they are given', () => {
    const given = { region: '"North, (old)"', industry: '"Cars - parts"', stage: '"mature"', account: '"jobs"' };
    for (const [name, { takes, optional = 0 }] of Object.entries(OUTCOME_FUNCTIONS)) {
      for (const count of new Set([takes.length, takes.length - optional])) {
        const args = takes.slice(0, count).map((kind) => ({ ...given, minutes: '60', number: 'output()' })[kind]);
        const said = expressionWords(`${name}(${args.join(', ')})`);
        expect(said.replaceAll('North, (old)', '')).not.toMatch(/[(){}"⟦⟧]|undefined/);
        for (const arg of args.filter((each) => each.startsWith('"'))) expect(said).toContain(arg.slice(1, -1));
      }
    }
  });

  it('says composite ones in plain form, and leaves what it has no words for', () => {
    expect(expressionWords('output("A") / output("B") > 1.5')).toBe('output of A divided by output of B above 1.5');
    expect(expressionWords('at(similarity("A", "B"), 2030)')).toBe('likeness of A and B in 2030');
    expect(expressionWords("mean(tie('A', 'B'))")).toBe('tie of A and B on average');
    expect(expressionWords('log(output())')).toBe('log(output())');
    expect(expressionWords('output() ^ 2')).toBe('output() ^ 2');
  });

  it('says what stands in parentheses', () => {
    expect(expressionWords('(output() + cost()) * 2')).toBe('output plus cost of all policies, times 2');
    expect(expressionWords('(output())')).toBe('output');
    expect(expressionWords('discounted(0.28 * (output() - noPolicy()) - cost())')).toBe(
      'discounted 0.28 times the difference of output and output without policy less cost of all policies',
    );
    expect(expressionWords('0.99 * (output() - output("A") - output("B, (old)"))')).toBe(
      '0.99 times (output less output of A less output of B, (old))',
    );
    expect(expressionWords('2 * (output() - log(cost()))')).toBe('2 * (output() - log(cost()))');
  });

  it('keeps a name that was given', () => {
    expect(outcomeLabel({ name: 'mine', expression: 'output()' })).toBe('mine');
  });
});

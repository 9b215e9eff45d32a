import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/compare/compare.js';
import { bundledFuture } from '../bundled.js';

const STATED = `extends: ./open-border.yaml
outcomes:
  east: output("East")
  likeness: { expression: 'similarity("East", "West")', better: lower }
goals:
  large: output() > 257
`;

describe('Outcomes and goals that a scenario names', () => {
  it('are evaluated in every future of the comparison, whichever names them', async () => {
    const stated = await bundledFuture('tutorial/stated', [], { 'tutorial/stated.yaml': STATED });
    const { outcomes, goals, measures } = compare([await bundledFuture('tutorial/baseline'), stated]);
    expect(outcomes.map(({ name, better }) => [name, better])).toEqual([
      ['east', 'higher'],
      ['likeness', 'lower'],
    ]);
    expect(outcomes[0]!.series.map((values) => values.at(-1))).toEqual(
      measures.map(({ regionOutput }) => regionOutput[10]),
    );
    // By hand (README of the tutorial): 256.8 without the border's opening, 258.0 with it.
    expect(goals).toEqual([{ name: 'large', expression: 'output() > 257', met: [false, true] }]);
  });
});

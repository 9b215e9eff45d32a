import { variesByYear } from '../../outcomes/by-year.js';
import type { Formula } from '../../values/formula.js';
import type { InputGroup } from '../sampling/input-groups.js';
import { type MorrisDesign, morrisDesign } from '../sampling/morris-design.js';
import { type SobolDesign, sobolDesign } from '../sampling/sobol-design.js';
import type { Study } from '../study/study.js';
import { NOISE_INPUT } from '../study/uncertain.js';
import { createDrawer } from './drawer.js';
import { layOutRows } from './row-layout.js';

/** The points at which a study's first outcome is wanted. */
export interface DesignRequest {
  readonly method: 'sobol' | 'morris';
  /** Base samples, or trajectories. */
  readonly samples: number;
  readonly groups: readonly InputGroup[];
}

/** The inputs of a study's sensitivity: its uncertain numbers, and noise as one more where there is any. */
export function sensitivityInputs(study: Study): readonly string[] {
  const noisy = study.runs.some(({ scenario }) =>
    [scenario.noise.common, scenario.noise.industry, scenario.noise.region, scenario.noise.cell].some(
      (quantity) => quantity.kind !== 'constant' || quantity.value !== 0,
    ),
  );
  return [...study.uncertain.map(({ path }) => path), ...(noisy ? [NOISE_INPUT] : [])];
}

/** Makes the design that is asked for over a study's inputs. */
export function createDesign(study: Study, { method, samples, groups }: DesignRequest): SobolDesign | MorrisDesign {
  const inputs = sensitivityInputs(study);
  return method === 'sobol'
    ? sobolDesign({ inputs, groups, samples, seed: study.seed })
    : morrisDesign({ inputs, groups, trajectories: samples, seed: study.seed });
}

/** Runs that a sensitivity needs: the first and the last future, or the only one, and no policy where the outcome looks at it. */
function sensitivityRuns(study: Study): {
  readonly runs: number[];
  readonly later: number;
  readonly first: number | null;
} {
  const later = study.futures.length - 1;
  const first = later > 0 ? 0 : null;
  const [outcome] = Object.values(study.outcomes);
  const compared = first === null ? [later] : [first, later];
  return { runs: callsNoPolicy(outcome!.formula) ? [...compared, study.runs.length - 1] : compared, later, first };
}

/** Numbers that a point yields: the outcome by year, or one. */
export function designWidth(study: Study): number {
  const { from, to } = study.futures[0]!.scenario.years;
  return variesByYear(Object.values(study.outcomes)[0]!.formula) ? to - from + 1 : 1;
}

/** Evaluates the first outcome of a study at a point: of two futures or more the last's less the first's. */
export function designRows(study: Study, request: DesignRequest): (point: number, row: Float64Array) => void {
  const design = createDesign(study, request);
  const { runs, later, first } = sensitivityRuns(study);
  const drawer = createDrawer(study, runs);
  const layout = layOutRows(study);
  const uniforms = new Float64Array(design.inputs.length);
  const whole = new Float64Array(layout.width);
  const noiseAt = design.inputs.indexOf(NOISE_INPUT);
  return (point, row) => {
    design.fill(point, uniforms);
    // The noise of a point is that of one draw out of 2^32, chosen by the point's place in it.
    const noise = noiseAt < 0 ? null : Math.floor(uniforms[noiseAt]! * 4294967296);
    drawer.evaluate(uniforms, noise, whole);
    writeDifference(whole, row, layout.outcome(later, 0), first === null ? null : layout.outcome(first, 0));
  };
}

/** Writes an outcome, or its difference between two futures, into a row of its own. */
export function writeDifference(whole: Float64Array, row: Float64Array, later: number, first: number | null): void {
  for (let k = 0; k < row.length; k++) row[k] = whole[later + k]! - (first === null ? 0 : whole[first + k]!);
}

function callsNoPolicy(formula: Formula): boolean {
  switch (formula.type) {
    case 'number':
    case 'text':
    case 'name':
      return false;
    case 'unary':
      return callsNoPolicy(formula.operand);
    case 'binary':
      return callsNoPolicy(formula.left) || callsNoPolicy(formula.right);
    case 'comparison':
      return formula.operands.some(callsNoPolicy);
    case 'condition':
      return [formula.test, formula.then, formula.otherwise].some(callsNoPolicy);
    case 'call':
      return formula.name === 'noPolicy' || formula.args.some(callsNoPolicy);
  }
}

import { calibrate } from '../../engine/calibration/calibrate/calibrate.js';
import { compare } from '../../engine/compare/compare.js';
import type { FutureSource } from '../../engine/compare/future.js';
import { dirname } from '../../engine/files/paths.js';
import type { ReadFile } from '../../engine/files/read-file.js';
import { runStudy } from '../../engine/montecarlo/answers/run-study.js';
import { analyseSensitivity, type SensitivityMethod } from '../../engine/montecarlo/sensitivity/analyse-sensitivity.js';
import { defaultOutcome } from '../../engine/montecarlo/sensitivity/default-outcome.js';
import { createStudy } from '../../engine/montecarlo/study/study.js';
import { parseStudy } from '../../engine/montecarlo/study/study-file.js';
import { compilePlan } from '../../engine/plan/compile.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { measure } from '../../engine/projection/measure.js';
import { project } from '../../engine/projection/project.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { hashNumbers } from './hash-numbers.js';

/** Few, since they are run under an emulator too: whatever differs between machines differs in every draw. */
const DRAWS = 48;
const SAMPLES: readonly (readonly [SensitivityMethod, number])[] = [
  ['sobol', 4],
  ['morris', 4],
  ['rank', DRAWS],
];

/** Files of a case that are no scenario. */
const NO_SCENARIO = /\/(?:case|facts|study|targets)\.yaml$|\/beliefs\//;

/**
 * A hash of the numbers of every bundled scenario's run, and of a short comparison, study, sensitivity analysis and calibration of every case
 * that has a study file. It needs nothing but the language, so that it runs in any engine and browser.
 *
 * @param texts every text file of the folder scenarios, by its path in it
 */
export async function resultHashes(texts: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const read: ReadFile = (path) => {
    const text = texts[path];
    if (text === undefined) throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
    return new TextEncoder().encode(text);
  };
  const load = async (file: string): Promise<FutureSource> => {
    const { scenario, economy } = await parseScenario(read, file);
    return { id: scenario.id, scenario, economy };
  };
  const hashes: Record<string, string> = {};
  const yaml = Object.keys(texts).filter((path) => /^[^/]+\/.*\.yaml$/.test(path));
  for (const file of yaml.filter((path) => !NO_SCENARIO.test(path)).sort()) {
    const { economy, scenario } = await load(file);
    const projection = project(compilePlan(economy, scenario, createResolver()).plan);
    hashes[`run ${file}`] = await hashNumbers([projection.output, projection.higherLevel, measure(projection)]);
  }
  for (const file of yaml.filter((path) => /\/study\.yaml$/.test(path)).sort()) {
    const { futures, request } = await parseStudy(read, file, load);
    const study = createStudy(futures, { ...request, draws: DRAWS });
    const name = dirname(file);
    hashes[`compare ${name}`] = await hashNumbers(compare(futures, { equalCost: true }));
    hashes[`montecarlo ${name}`] = await hashNumbers(await runStudy(study));
    for (const [method, samples] of SAMPLES) {
      const asked = { method, samples, outcome: defaultOutcome(study) };
      hashes[`sensitivity ${method} ${name}`] = await hashNumbers(await analyseSensitivity(study, asked));
    }
    hashes[`calibrate ${name}`] = await hashNumbers(calibrate(futures[0]!.economy));
  }
  return hashes;
}

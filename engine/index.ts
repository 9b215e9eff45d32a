// biome-ignore-all assist/source/organizeImports: the order of the flow, files to answers, says more than the alphabet.

/**
 * tandem as a library, in the order in which things flow: files → economy and scenario → plan → projection → indicators → comparison → study.
 * The library touches no disk: whoever calls it says how files are read.
 */
export { type Mistake, MistakesError } from './mistakes.js';
export type { ReadFile } from './files/read-file.js';

export type { Economy, RegionFacts } from './economy/economy.js';
export { type ParsedCase, parseCase } from './economy/parse-case.js';
export { rings, shortestPaths } from './economy/network.js';
export { PARAMETERS } from './parameters/parameters.js';
export { POLICY_KINDS } from './policies/index.js';
export type { PolicyKind } from './policies/kind.js';
export type { Scenario } from './scenario/scenario.js';
export { type ParsedScenario, parseScenario } from './scenario/parse-scenario.js';
export { diffScenarios } from './scenario/diff.js';

export { createResolver, type Resolver } from './plan/resolve.js';
export { type CompiledPlan, compilePlan } from './plan/compile.js';
export type { Plan, Projection } from './projection/plan.js';
export { project } from './projection/project.js';
export { type Measures, measure } from './projection/measure.js';

export { agglomerationFactorRatio } from './indicators/agglomeration-factor-ratio.js';
export { agglomerationIndex } from './indicators/agglomeration-index.js';
export { averageGrowth } from './indicators/average-growth.js';
export { coreConcentration } from './indicators/core-concentration.js';
export { economicTie } from './indicators/economic-tie.js';
export { fingerKreinin } from './indicators/finger-kreinin.js';
export { internalDistance } from './indicators/internal-distance.js';
export { krugman } from './indicators/krugman.js';
export { locationQuotient } from './indicators/location-quotient.js';
export { marketAccess } from './indicators/market-access.js';
export { overlapQuality } from './indicators/overlap-quality.js';
export { shiftShare } from './indicators/shift-share.js';
export { shiftShareEstebanMarquillas } from './indicators/shift-share-esteban-marquillas.js';
export { similarity } from './indicators/similarity.js';
export { stage, stageFromIndex } from './indicators/stage.js';
export { theil } from './indicators/theil.js';
export { tieShare } from './indicators/tie-share.js';

export type { Future, FutureSource } from './compare/future.js';
export { type Comparison, compare } from './compare/compare.js';
export { createStudy, type Study, type StudyRequest } from './montecarlo/study.js';
export { type SampledDraws, sampleDraws } from './montecarlo/sample-draws.js';
export { type RunOptions, runStudy } from './montecarlo/run-study.js';
export type { StudyResult } from './montecarlo/answers.js';
export {
  analyseSensitivity,
  type SensitivityRequest,
  type SensitivityResult,
} from './montecarlo/analyse-sensitivity.js';
export { reconstruct } from './calibration/reconstruct/reconstruct.js';
export { renderReport } from './report/page/report-page.js';
export { type StudyReport, studyReport } from './report/study-findings.js';
export { renderStudyReport } from './report/page/study-page.js';
export { renderSensitivityReport, type SensitivityReport } from './report/page/sensitivity-page.js';

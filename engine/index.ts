// biome-ignore-all assist/source/organizeImports: the order of the flow, files to answers, says more than the alphabet.

/**
 * tandem as a library, in the order in which things flow: table → case → economy and scenario → plan → projection → indicators → comparison →
 * study → report. The library touches no disk: whoever calls it says how files are read.
 *
 * A table of one's own becomes the files of a case. They stay in memory here:
 *
 * @example
 * const table = tableOfRows('towns.csv', [
 *   ['Region', 'Industry', 2018, 2019, 2020, 2021],
 *   ['East', 'Cars', 60, 66, 70, 75],
 *   ['East', 'Food', 40, 41, 43, 44],
 *   ['West', 'Cars', 30, 30, 31, 33],
 *   ['West', 'Food', 50, 52, 55, 57],
 * ]);
 * const settings = { where: [], drop: [], keep: [] };
 * const { texts, tables } = importCase(readImport(table, settings), settings, { currency: 'million', prices: 'constant', detour: 1.3 });
 * Object.keys(texts); // → ['case.yaml', 'baseline.yaml']
 * const { header, rows } = tables['outputs.csv'];
 * const files = { ...texts, 'outputs.csv': [...csvLines(header, rows)].join('') };
 * files['clusters.yaml'] = 'extends: baseline.yaml\npolicies:\n  - { kind: cluster, industries: [Cars], start: 2022 }';
 *
 * // A case and two scenarios over it, checked: every mistake of every file is thrown at once.
 * const read = (path) => new TextEncoder().encode(files[path]);
 * const { economy } = parseCase(read, 'case.yaml');
 * const baseline = await parseScenario(read, 'baseline.yaml');
 * const clusters = await parseScenario(read, 'clusters.yaml');
 * diffScenarios(baseline, clusters).map(({ path }) => path); // → ['policies.cluster']
 *
 * // One future: its plan, its projection from 2021 to 2031, its indicators.
 * const { plan } = compilePlan(economy, clusters.scenario, createResolver());
 * const projection = project(plan);
 * projection.output.length; // → 11 * 2 * 2
 * measure(projection).largestIndustry[0]; // → 0
 *
 * // Two futures side by side, and how sure that is.
 * const futures = [{ id: 'baseline', ...baseline }, { id: 'clusters', ...clusters }];
 * compare(futures, { equalCost: false }).differences[1].total > 0; // → true
 * const result = await runStudy(createStudy(futures, { draws: 40, seed: 1 }));
 * result.gains[1].overFirst?.total.count; // → 40
 *
 * // What the observed years say of the parameters, and how near projections would have come in years held out.
 * calibrate(economy).estimates[0].key; // → 'trend.longRun'
 * backtest(economy, { draws: 0 })[0].origin; // → 2020
 */
export { type Mistake, MistakesError } from './mistakes.js';
export type { ReadFile } from './files/read-file.js';
export { csvLines } from './report/data/csv.js';

export { type SourceTable, tableOfRows } from './importing/read/source-table.js';
export type { ImportSettings } from './importing/read/settings.js';
export type { CaseTableRows, ImportExtras } from './importing/write/case-files.js';
export { type ImportedCase, importCase, type ReadImport, readImport } from './importing/import-case.js';
export { type Reconstruction, reconstruct } from './reconstruct/tables/reconstruct.js';

export type { Economy, RegionFacts } from './economy/economy.js';
export { type ParsedCase, parseCase } from './economy/parse-case.js';
export { rings, shortestPaths } from './economy/shortest-paths.js';
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
export { economicTie, type TieEnd } from './indicators/economic-tie.js';
export { fingerKreinin } from './indicators/finger-kreinin.js';
export { internalDistance } from './indicators/internal-distance.js';
export { interpolateOutput } from './indicators/interpolate-output.js';
export { krugman } from './indicators/krugman.js';
export { locationQuotient } from './indicators/location-quotient.js';
export { marketAccess } from './indicators/market-access.js';
export { overlapQuality } from './indicators/overlap-quality.js';
export { regionalProduct } from './indicators/regional-product.js';
export { shiftShare } from './indicators/shift-share.js';
export { shiftShareEstebanMarquillas } from './indicators/shift-share-esteban-marquillas.js';
export { similarity } from './indicators/similarity.js';
export { stage, stageFromIndex } from './indicators/stage.js';
export { theil } from './indicators/theil.js';
export { tieShare } from './indicators/tie-share.js';

export { type ChainSides, chainCompleteness, chainSides, complementarity } from './input-output/chain.js';
export { type ChainLinks, chainLinks } from './input-output/links.js';
export { type IndustryLinkage, linkages } from './input-output/multipliers.js';
export { nationalTable, regionalTable } from './input-output/regional-table.js';
export type { InputOutputTable } from './input-output/table.js';

export type { Future, FutureSource } from './compare/future.js';
export { type Comparison, compare } from './compare/compare.js';
export { type ParsedStudy, parseStudy } from './montecarlo/study/study-file.js';
export { createStudy, type Study, type StudyRequest } from './montecarlo/study/study.js';
export { type SampledDraws, sampleDraws } from './montecarlo/draws/sample-draws.js';
export { type RunOptions, runStudy } from './montecarlo/answers/run-study.js';
export type { StudyResult } from './montecarlo/answers/answers.js';
export { type LossDiscovery, discoverLosses } from './montecarlo/discovery/discover-losses.js';
export {
  analyseSensitivity,
  type SensitivityRequest,
  type SensitivityResult,
} from './montecarlo/sensitivity/analyse-sensitivity.js';

export { type Calibration, calibrate } from './calibration/calibrate/calibrate.js';
export { calibratedSettings } from './calibration/calibrate/settings.js';
export { type BacktestOptions, backtest } from './calibration/backtest/backtest.js';
export type { BacktestScore } from './calibration/backtest/score-forecasts.js';

export {
  type ComparisonReport,
  type ComparisonRequest,
  comparisonReport,
} from './report/comparison/comparison-report.js';
export { wholeRequest } from './report/comparison/whole-request.js';
export type { PageSurroundings } from './report/page/page.js';
export { renderReport } from './report/page/report-page.js';
export { type StudyReport, studyReport } from './report/study/study-findings.js';
export { renderStudyReport } from './report/page/study-page.js';
export { renderSensitivityReport, type SensitivityReport } from './report/page/sensitivity-page.js';

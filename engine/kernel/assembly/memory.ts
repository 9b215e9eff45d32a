// Where everything lies. The loader (../memory.ts) decides it: it writes sizes, settings and addresses into these globals by their names, before
// anything is computed. README.md draws the picture. Rows of cells are `width` numbers long, rows of regions `ranks`; what pads them is 0 in
// outputs, and never shows.

// Sizes.
export let regions: i32 = 0;
/** Years, the first one included. */
export let years: i32 = 0;
/** Industries, padded to a multiple of 4. */
export let width: i32 = 0;
/** Regions, padded to a multiple of 2. */
export let ranks: i32 = 0;

// Settings of the case: 1 or 0.
/** There are ties between regions. */
export let tied: i32 = 0;
/** Industries gain from suppliers and customers in other industries. */
export let chained: i32 = 0;
/** The higher-level region is a series of its own, not the sum of the regions. */
export let explicitWhole: i32 = 0;
/** Responses differ by stage. */
export let staged: i32 = 0;
/** Events happen. */
export let shocked: i32 = 0;
/** There is noise. */
export let noisy: i32 = 0;

// Parameters of the equation, by the names they have in a plan.
export let localisation: f64 = 0;
export let marketAccess: f64 = 0;
export let distanceDecay: f64 = 0;
export let rivalry: f64 = 0;
export let displacement: f64 = 0;
export let persistence: f64 = 0;
export let adjustment: f64 = 0;
export let outputPassThrough: f64 = 0;
export let land: f64 = 0;
export let formative: f64 = 0;
export let growing: f64 = 0;
export let mature: f64 = 0;
export let recession: f64 = 0;
/** Years that stages look back. */
export let window: i32 = 0;
/** Closeness at which two numbers count as the same. */
export let same: f64 = 0;
/** (1 − same)^window. */
export let sameGrowth: f64 = 0;

// Noise: standard deviations and θ.
export let commonNoise: f64 = 0;
export let industryNoise: f64 = 0;
export let regionNoise: f64 = 0;
export let driftNoise: f64 = 0;
export let noisePersistence: f64 = 0;

// Inputs of the reference path. Cells: regions × width.
export let initialOutput: usize = 0;
export let differential: usize = 0;
/** Years × width. */
export let trend: usize = 0;
/** GDP × population, ranks. */
export let baseMass: usize = 0;
/** D and b of the base year, regions × ranks. */
export let baseDistance: usize = 0;
export let baseBarrier: usize = 0;
/** The higher-level region, years × width; of the reference path, and of the future. */
export let baseWhole: usize = 0;
export let whole: usize = 0;
/** Weight of industry j’s reach in industry i, width × width, one row an industry j. */
export let chainWeight: usize = 0;

// Levers. Cells by year: years × regions × width.
export let push: usize = 0;
export let spill: usize = 0;
export let shock: usize = 0;
/** Years × ranks. */
export let landCapacity: usize = 0;
/** Numbers of the regions that share anything, i32, and how many. */
export let sharing: usize = 0;
export let sharingCount: i32 = 0;
/** Places r·ranks + s of the pairs that change, i32; how many, padded to a multiple of 2 by repeating the last. */
export let changedPairs: usize = 0;
export let changedCount: i32 = 0;
/** D and b of these pairs, years × changedCount. */
export let changedDistance: usize = 0;
export let changedBarrier: usize = 0;

// Observed years that stages look back to: addresses of a row of cells and of the whole by year, i32; 0 where nothing was observed.
export let observedRows: usize = 0;
export let observedWholes: usize = 0;

// A year measured by itself: its cells and its whole, years of one row.
export let measuredOutput: usize = 0;
export let measuredWhole: usize = 0;
export let measuredAdvantage: usize = 0;
export let measuredRivalry: usize = 0;

// Noise. Innovations of a draw, one row a year: years × width, years × ranks, years × regions × width, years; and the drift.
export let industryInnovations: usize = 0;
export let regionInnovations: usize = 0;
export let cellInnovations: usize = 0;
export let commonInnovations: usize = 0;
export let driftInnovation: f64 = 0;
/** σ of each cell, cells. */
export let cellNoise: usize = 0;

// Results. Years × regions × width, years × ranks.
export let referenceOutput: usize = 0;
export let referenceAdvantage: usize = 0;
export let referenceRivalry: usize = 0;
export let referenceAccess: usize = 0;
export let referenceTotal: usize = 0;
/** ln K. */
export let referenceReach: usize = 0;
export let output: usize = 0;

// One year at a time. Share and rivalry of cells lie in turn: four shares, the four rivalries of the same cells, and so on.
export let structure: usize = 0;
/** Output by region, and by industry over all regions. */
export let regionTotal: usize = 0;
export let industryTotal: usize = 0;
export let baseTotal: usize = 0;
/** √(P·G); 1/√Σx²; both multiplied. */
export let mass: usize = 0;
export let inverseNorm: usize = 0;
export let massOverNorm: usize = 0;
/** ln M; 1/Σ of pulls; the factor of a region’s rivalry; β·Δ ln M; ζ·ΔU. */
export let access: usize = 0;
export let inversePull: usize = 0;
export let rivalryScale: usize = 0;
export let accessGain: usize = 0;
export let landLoss: usize = 0;
/** D^−η, D^−η·(1 − b) and D^−η·b of every pair, regions × ranks. */
export let pull: usize = 0;
export let openPull: usize = 0;
export let closedPull: usize = 0;
/** ω of the base year, regions × ranks. */
export let tieShare: usize = 0;
/** K or ln K of cells; Δ ln K and N of one region. */
export let reach: usize = 0;
export let reachChange: usize = 0;
export let chainAccess: usize = 0;
/** X; H of the year before and what the cap left of it; exp f; s. Cells. */
export let level: usize = 0;
export let pushed: usize = 0;
export let capped: usize = 0;
export let growth: usize = 0;
export let response: usize = 0;
/** One row of industries each: H of a region, Σ q·exp f, the factor of a market, totals of a past year. */
export let now: usize = 0;
export let grown: usize = 0;
export let market: usize = 0;
export let pastTotal: usize = 0;
/** Noise of the year: width, ranks, cells. */
export let industryTerm: usize = 0;
export let regionTerm: usize = 0;
export let cellTerm: usize = 0;

/** Student’s t at equal steps of the normal number and its slope, in turn. */
export let studentTable: usize = 0;

/** The first address that is free. */
export const free: usize = __heap_base;

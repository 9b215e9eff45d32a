/**
 * The growth equation and the indicators written once more, from their formulas and for reading: nested arrays, one number at a
 * time, nothing shared with the engine. It takes what `tandem plan --format json` prints, so it also shows that this is enough.
 */

type Row = number[];
type Table = number[][];

/** What `tandem plan --format json` prints. */
export interface PlanNumbers {
  readonly years: Row;
  readonly regions: string[];
  readonly industries: string[];
  readonly window: number;
  readonly tieExponent: number;
  readonly parameters: {
    readonly localisation: number;
    readonly marketAccess: number;
    readonly distanceDecay: number;
    readonly rivalry: number;
    readonly displacement: number;
    readonly persistence: number;
    readonly adjustment: number;
    readonly outputPassThrough: number;
    readonly land: number;
    readonly supplierAccess: number;
    readonly customerAccess: number;
    readonly response: { readonly [stage: string]: number };
  };
  readonly history: { readonly years: Row; readonly output: Table[]; readonly higherLevel: Table | null };
  readonly higherLevel: Table | null;
  readonly initial: {
    readonly output: Table;
    readonly gdp: Row | null;
    readonly population: Row | null;
    readonly internalDistance: Row | null;
    readonly differential: Table;
  };
  readonly trend: Table;
  readonly reference: { readonly distance: Table | null; readonly barrier: Table | null };
  readonly inputOutput: {
    readonly supply: Table;
    readonly demand: Table;
    readonly coefficients: Table;
    readonly soldToIndustry: Row;
  } | null;
  readonly push: Table[];
  readonly spill: Table[];
  readonly distance: Table[] | null;
  readonly barrier: Table[] | null;
  readonly land: Table;
  readonly shock: Table[] | null;
}

/** What `tandem run --format json` prints, recomputed, and the crowding term F[y][i] of the steps. */
export interface Recomputed {
  readonly output: Table[];
  readonly reference: Table[];
  readonly locationQuotient: (number | null)[][][];
  readonly agglomerationIndex: (number | null)[][][];
  readonly stage: (string | null)[][][];
  readonly similarity: Table[];
  readonly tie: (number | null)[][][] | null;
  readonly complementarity: (number | null)[][][] | null;
  readonly crowding: Table;
}

const sum = (numbers: Row): number => numbers.reduce((total, number) => total + number, 0);
const column = (table: Table, i: number): Row => table.map((row) => row[i]!);

export function recompute(plan: PlanNumbers): Recomputed {
  const path = project(plan, false);
  const reference = project(plan, true);
  const years = plan.years.map((_, y) => y);
  const cells = <Value>(value: (y: number, r: number, i: number) => Value): Value[][][] =>
    years.map((y) => plan.regions.map((_, r) => plan.industries.map((_, i) => value(y, r, i))));
  const pairs = <Value>(value: (y: number, r: number, s: number) => Value): Value[][][] =>
    years.map((y) => plan.regions.map((_, r) => plan.regions.map((_, s) => value(y, r, s))));
  return {
    output: path.output,
    reference: reference.output,
    crowding: path.crowding,
    locationQuotient: cells((y, r, i) => locationQuotient(plan, path.output, y, r, i)),
    agglomerationIndex: cells((y, r, i) => agglomerationIndex(plan, path.output, y, r, i)),
    stage: cells((y, r, i) => stageOf(plan, path.output, y, r, i)),
    similarity: pairs((y, r, s) => similarity(path.output[y]!, r, s)),
    complementarity:
      plan.inputOutput === null ? null : pairs((y, r, s) => complementarity(plan, path.output[y]!, r, s)),
    tie:
      plan.distance === null
        ? null
        : pairs((y, r, s) => {
            if (r === s) return null;
            const product = grossProduct(plan, path.output[y]!);
            const population = plan.initial.population!;
            const masses = Math.sqrt(product[r]! * population[r]!) * Math.sqrt(product[s]! * population[s]!);
            return masses / plan.distance![y]![r]![s]! ** plan.tieExponent;
          }),
  };
}

/** Noise of one step in log points: e_i by industry, e_r by region, e_ri by cell. */
export interface StepNoise {
  readonly industry: Row;
  readonly region: Row;
  readonly cell: Table;
}

/**
 * Steps (1)–(5); on the reference path X is nothing, distances and barriers stay, and there is no noise.
 *
 * @param noise by step; none if null
 */
export function project(
  plan: PlanNumbers,
  asReference: boolean,
  noise: readonly StepNoise[] | null = null,
): { output: Table[]; crowding: Table } {
  const { displacement, persistence, adjustment } = plan.parameters;
  const reference = asReference ? null : project(plan, true).output;
  const output: Table[] = [plan.initial.output];
  const crowding: Table = [];
  const level = plan.initial.output.map((row) => row.map(() => 0));
  for (let t = 0; t + 1 < plan.years.length; t++) {
    const now = output[t]!;
    const aims = reference === null ? null : targets(plan, output, reference, t);
    const f = now.map((row, r) =>
      row.map((q, i) => {
        const moved = noise === null ? 0 : noise[t]!.region[r]! + noise[t]!.cell[r]![i]!;
        const lead = persistence ** t * plan.initial.differential[r]![i]! + moved;
        if (aims === null || q === 0) return lead;
        const gap = aims[r]![i]! - level[r]![i]!;
        level[r]![i] = level[r]![i]! + adjustment * gap;
        return lead + adjustment * gap;
      }),
    );
    const F = plan.industries.map((_, i) => {
      const industry = sum(column(now, i));
      return industry === 0 ? 0 : Math.log(sum(now.map((row, r) => (row[i]! / industry) * Math.exp(f[r]![i]!))));
    });
    crowding.push(F);
    output.push(
      now.map((row, r) =>
        row.map((q, i) =>
          q === 0
            ? 0
            : Math.exp(
                Math.log(q) +
                  plan.trend[t]![i]! +
                  (noise === null ? 0 : noise[t]!.industry[i]!) +
                  f[r]![i]! -
                  displacement * F[i]! +
                  happened(plan, asReference, t, r, i),
              ),
        ),
      ),
    );
  }
  return { output, crowding };
}

/** What events add from one year to the next, in log points; nothing on the reference path. */
function happened({ shock }: PlanNumbers, asReference: boolean, t: number, r: number, i: number): number {
  return shock === null || asReference ? 0 : shock[t + 1]![r]![i]! - shock[t]![r]![i]!;
}

/** What a year of a path says to the equation. */
interface Year {
  readonly phi: Table;
  /** Null where there are no ties. */
  readonly tied: { readonly access: Row; readonly tieShare: Table; readonly rivalry: Table } | null;
  /** K, what of each industry is within reach of each region. */
  readonly reach: Table;
}

function readYear(plan: PlanNumbers, output: Table, t: number, distance: Table | null, barrier: Table | null): Year {
  const phi = output.map((row, r) => row.map((_, i) => phiOf(plan, output, t, r, i)));
  if (distance === null || barrier === null) return { phi, tied: null, reach: output };
  const product = grossProduct(plan, output);
  // √(P_s·G_s)·D_rs^−η
  const pull = distance.map((row) =>
    row.map((d, s) => Math.sqrt(product[s]! * plan.initial.population![s]!) / d ** plan.parameters.distanceDecay),
  );
  const access = pull.map((row, r) => sum(row.map((each, s) => (r === s ? each : (1 - barrier[r]![s]!) * each))));
  const tieShare = pull.map((row) => row.map((each) => each / sum(row)));
  const share = output.map((row) => row.map((q) => q / sum(row)));
  const likeness = output.map((_, r) => output.map((_, s) => similarity(output, r, s)));
  const rivalry = share.map((row, r) =>
    row.map((x, i) =>
      sum(
        share.map((other, s) => {
          const y = other[i]!;
          if (s === r || x + y === 0) return 0;
          return (tieShare[r]![s]! * barrier[r]![s]! * likeness[r]![s]! * 2 * Math.min(x, y)) / (x + y);
        }),
      ),
    ),
  );
  const reach = output.map((own, r) =>
    own.map((_, j) =>
      sum(
        output.map((other, s) => {
          const open = r === s ? 1 : 1 - barrier[r]![s]!;
          return (open * other[j]!) / distance[r]![s]! ** plan.parameters.distanceDecay;
        }),
      ),
    ),
  );
  return { phi, tied: { access, tieShare, rivalry }, reach };
}

/** X* of equation (5), of every cell. */
function targets(plan: PlanNumbers, output: Table[], reference: Table[], t: number): Table {
  const { localisation, marketAccess, rivalry, land, response } = plan.parameters;
  const now = readYear(plan, output[t]!, t, plan.distance?.[t] ?? null, plan.barrier?.[t] ?? null);
  const usual = readYear(plan, reference[t]!, t, plan.reference.distance, plan.reference.barrier);
  return output[t]!.map((row, r) => {
    const use = (0.85 * (sum(row) / sum(reference[t]![r]!))) / plan.land[t]![r]!;
    const pressure = landPressure(use) - landPressure(0.85);
    return row.map((_, i) => {
      const advantage = now.phi[r]![i]! - usual.phi[r]![i]!;
      let access = 0;
      let rivalled = 0;
      let pushed = plan.push[t]![r]![i]!;
      if (now.tied !== null && usual.tied !== null) {
        access = Math.log(now.tied.access[r]!) - Math.log(usual.tied.access[r]!);
        rivalled = now.tied.rivalry[r]![i]! - usual.tied.rivalry[r]![i]!;
        const { tieShare } = now.tied;
        plan.regions.forEach((_, s) => {
          if (s !== r) pushed += tieShare[r]![s]! * (1 - plan.barrier![t]![r]![s]!) * plan.spill[t]![s]![i]!;
        });
      }
      const chains = chainAccess(plan, now.reach[r]!, usual.reach[r]!, i);
      const stage = stageOf(plan, output, t, r, i);
      const responds = stage === null ? 1 : response[stage]!;
      const capped = 0.25 * Math.tanh(pushed / 0.25);
      return (
        responds * (localisation * advantage + marketAccess * access + chains + capped) -
        rivalry * rivalled -
        land * pressure
      );
    });
  });
}

/** N of industry i in a region, from what of each industry is within reach of it now and on the reference path. */
function chainAccess(plan: PlanNumbers, now: Row, usual: Row, i: number): number {
  const { inputOutput, parameters } = plan;
  if (inputOutput === null) return 0;
  return sum(
    plan.industries.map((_, j) => {
      if (j === i || now[j] === 0 || usual[j] === 0) return 0;
      const closer = Math.log(now[j]!) - Math.log(usual[j]!);
      const supply = parameters.supplierAccess * inputOutput.supply[i]![j]!;
      const demand = parameters.customerAccess * inputOutput.demand[i]![j]!;
      return (supply + demand) * closer;
    }),
  );
}

/** What two regions could supply each other of the inputs that their industries need; null where they need none. */
function complementarity(plan: PlanNumbers, output: Table, a: number, b: number): number | null {
  if (a === b) return 0;
  const { coefficients, soldToIndustry } = plan.inputOutput!;
  const needs = (r: number, j: number) => sum(output[r]!.map((q, i) => coefficients[j]![i]! * q));
  const sells = (r: number, j: number) => output[r]![j]! * soldToIndustry[j]!;
  const met = (regions: Row, j: number) =>
    Math.min(sum(regions.map((r) => needs(r, j))), sum(regions.map((r) => sells(r, j))));
  const industries = plan.industries.map((_, j) => j);
  const needed = sum(industries.map((j) => needs(a, j) + needs(b, j)));
  const exchanged = sum(industries.map((j) => met([a, b], j) - met([a], j) - met([b], j)));
  return needed === 0 ? null : exchanged / needed;
}

function landPressure(use: number): number {
  return 0.05 * Math.log(1 + Math.exp((Math.log(use) - Math.log(0.95)) / 0.05));
}

/** Output of the higher-level region by industry in a year whose regional outputs are given. */
function higherLevel(plan: PlanNumbers, output: Table, t: number): Row {
  return plan.higherLevel === null ? plan.industries.map((_, i) => sum(column(output, i))) : plan.higherLevel[t]!;
}

function phiOf(plan: PlanNumbers, output: Table, t: number, r: number, i: number): number {
  const all = higherLevel(plan, output, t);
  if (all[i] === 0) return 0;
  const lq = output[r]![i]! / sum(output[r]!) / (all[i]! / sum(all));
  return (2 * (lq - 1)) / (lq + 1);
}

function grossProduct(plan: PlanNumbers, output: Table): Row {
  const share = plan.parameters.outputPassThrough;
  const base = plan.initial.output;
  const all = Math.log(sum(output.flat()) / sum(base.flat()));
  return plan.initial.gdp!.map((gdp, r) => {
    const own = Math.log(sum(output[r]!) / sum(base[r]!));
    return gdp * Math.exp(share * own + (1 - share) * all);
  });
}

function similarity(output: Table, r: number, s: number): number {
  if (r === s) return 1;
  const a = output[r]!.map((q) => q / sum(output[r]!));
  const b = output[s]!.map((q) => q / sum(output[s]!));
  const product = (x: Row, y: Row): number => sum(x.map((value, i) => value * y[i]!));
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** Output of the regions and of the higher-level region `window` years before year t; null before the first observed year. */
function before(plan: PlanNumbers, output: Table[], t: number): { regions: Table; all: Row } | null {
  if (t >= plan.window) {
    const regions = output[t - plan.window]!;
    return { regions, all: higherLevel(plan, regions, t - plan.window) };
  }
  const year = plan.years[t]! - plan.window;
  const { history } = plan;
  const next = history.years.findIndex((observed) => observed >= year);
  if (history.years[next] === year) {
    const regions = history.output[next]!;
    return { regions, all: history.higherLevel?.[next] ?? plan.industries.map((_, i) => sum(column(regions, i))) };
  }
  if (next === 0) return null;
  const part = (year - history.years[next - 1]!) / (history.years[next]! - history.years[next - 1]!);
  const between = (from: number, to: number): number =>
    from === 0 || to === 0
      ? from * (1 - part) + to * part
      : Math.exp(Math.log(from) * (1 - part) + Math.log(to) * part);
  const regions = plan.regions.map((_, r) =>
    plan.industries.map((_, i) => between(history.output[next - 1]![r]![i]!, history.output[next]![r]![i]!)),
  );
  const all = plan.industries.map((_, i) =>
    history.higherLevel === null
      ? sum(column(regions, i))
      : between(history.higherLevel[next - 1]![i]!, history.higherLevel[next]![i]!),
  );
  return { regions, all };
}

function locationQuotient(plan: PlanNumbers, output: Table[], t: number, r: number, i: number): number | null {
  const all = higherLevel(plan, output[t]!, t);
  return all[i] === 0 ? null : output[t]![r]![i]! / sum(output[t]![r]!) / (all[i]! / sum(all));
}

function agglomerationIndex(plan: PlanNumbers, output: Table[], t: number, r: number, i: number): number | null {
  const past = before(plan, output, t);
  if (past === null || past.regions[r]![i] === 0 || past.all[i] === 0 || output[t]![r]![i] === 0) return null;
  const growth = (from: number, to: number): number => (to / from) ** (1 / plan.window) - 1;
  const own = growth(past.regions[r]![i]!, output[t]![r]![i]!);
  const common = growth(past.all[i]!, higherLevel(plan, output[t]!, t)[i]!);
  return common === 0 ? null : own / common;
}

function stageOf(plan: PlanNumbers, output: Table[], t: number, r: number, i: number): string | null {
  const past = before(plan, output, t);
  const lq = locationQuotient(plan, output, t, r, i);
  if (past === null || lq === null || past.all[i] === 0 || output[t]![r]![i] === 0) return null;
  // Equal to 12 digits is equal.
  const own = (output[t]![r]![i]! / past.regions[r]![i]!) ** (1 / plan.window);
  const common = (higherLevel(plan, output[t]!, t)[i]! / past.all[i]!) ** (1 / plan.window);
  const faster = own >= common * (1 - 1e-12);
  if (lq >= 1 - 1e-12) return faster ? 'growing' : 'mature';
  return faster ? 'formative' : 'recession';
}

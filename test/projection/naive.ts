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
  readonly push: Table[];
  readonly spill: Table[];
  readonly distance: Table[] | null;
  readonly barrier: Table[] | null;
  readonly land: Table;
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

/** Steps (1)–(5); on the reference path X is nothing and distances and barriers stay. */
function project(plan: PlanNumbers, asReference: boolean): { output: Table[]; crowding: Table } {
  const { displacement, persistence, adjustment } = plan.parameters;
  const reference = asReference ? null : project(plan, true).output;
  const output: Table[] = [plan.initial.output];
  const crowding: Table = [];
  const level = plan.initial.output.map((row) => row.map(() => 0));
  for (let t = 0; t + 1 < plan.years.length; t++) {
    const now = output[t]!;
    const f = now.map((row, r) =>
      row.map((q, i) => {
        const lead = persistence ** t * plan.initial.differential[r]![i]!;
        if (reference === null || q === 0) return lead;
        const gap = target(plan, output, reference, t, r, i) - level[r]![i]!;
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
          q === 0 ? 0 : Math.exp(Math.log(q) + plan.trend[t]![i]! + f[r]![i]! - displacement * F[i]!),
        ),
      ),
    );
  }
  return { output, crowding };
}

/** X* of equation (5). */
function target(plan: PlanNumbers, output: Table[], reference: Table[], t: number, r: number, i: number): number {
  const { localisation, marketAccess, rivalry, land } = plan.parameters;
  const now = output[t]!;
  const usual = reference[t]!;
  const advantage = phi(plan, now, t, r, i) - phi(plan, usual, t, r, i);
  let access = 0;
  let rivalled = 0;
  let pushed = plan.push[t]![r]![i]!;
  if (plan.distance !== null && plan.barrier !== null) {
    const distance = plan.distance[t]!;
    const barrier = plan.barrier[t]!;
    access =
      Math.log(reach(plan, now, distance, barrier, r)) -
      Math.log(reach(plan, usual, plan.reference.distance!, plan.reference.barrier!, r));
    rivalled =
      rivals(plan, now, distance, barrier, r, i) -
      rivals(plan, usual, plan.reference.distance!, plan.reference.barrier!, r, i);
    plan.regions.forEach((_, s) => {
      if (s !== r) pushed += tieShare(plan, now, distance, r, s) * (1 - barrier[r]![s]!) * plan.spill[t]![s]![i]!;
    });
  }
  const use = (0.85 * (sum(now[r]!) / sum(usual[r]!))) / plan.land[t]![r]!;
  const pressure = landPressure(use) - landPressure(0.85);
  const stage = stageOf(plan, output, t, r, i);
  const response = stage === null ? 1 : plan.parameters.response[stage]!;
  const capped = 0.25 * Math.tanh(pushed / 0.25);
  return response * (localisation * advantage + marketAccess * access + capped) - rivalry * rivalled - land * pressure;
}

function landPressure(use: number): number {
  return 0.05 * Math.log(1 + Math.exp((Math.log(use) - Math.log(0.95)) / 0.05));
}

/** Output of the higher-level region by industry in a year whose regional outputs are given. */
function higherLevel(plan: PlanNumbers, output: Table, t: number): Row {
  return plan.higherLevel === null ? plan.industries.map((_, i) => sum(column(output, i))) : plan.higherLevel[t]!;
}

function phi(plan: PlanNumbers, output: Table, t: number, r: number, i: number): number {
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

/** √(P_s·G_s)·D_rs^−η */
function pull(plan: PlanNumbers, output: Table, distance: Table, r: number, s: number): number {
  const mass = Math.sqrt(grossProduct(plan, output)[s]! * plan.initial.population![s]!);
  return mass / distance[r]![s]! ** plan.parameters.distanceDecay;
}

function reach(plan: PlanNumbers, output: Table, distance: Table, barrier: Table, r: number): number {
  return sum(plan.regions.map((_, s) => (1 - (r === s ? 0 : barrier[r]![s]!)) * pull(plan, output, distance, r, s)));
}

function tieShare(plan: PlanNumbers, output: Table, distance: Table, r: number, s: number): number {
  return pull(plan, output, distance, r, s) / sum(plan.regions.map((_, k) => pull(plan, output, distance, r, k)));
}

function rivals(plan: PlanNumbers, output: Table, distance: Table, barrier: Table, r: number, i: number): number {
  return sum(
    plan.regions.map((_, s) => {
      if (s === r) return 0;
      const a = output[r]![i]! / sum(output[r]!);
      const b = output[s]![i]! / sum(output[s]!);
      const overlap = a + b === 0 ? 0 : (2 * Math.min(a, b)) / (a + b);
      return tieShare(plan, output, distance, r, s) * barrier[r]![s]! * similarity(output, r, s) * overlap;
    }),
  );
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

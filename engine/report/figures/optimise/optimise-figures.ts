import type { OptimisedPlan } from '../../../optimise/optimisation.js';
import { frontierTextTable } from '../../optimise/frontier-table.js';
import { bestPlan, moneyOf, namedPlans, type OptimiseReport, pickNames } from '../../optimise/optimise-report.js';
import { policyWords } from '../../optimise/plan-words.js';
import { money as words } from '../../text/money.js';
import { columnDecimals, formatFixed, formatPercent, formatSigned } from '../../text/number-format.js';
import { FUTURE_COLOURS, type Paint } from '../drawing/colours.js';
import type { Figure, LegendEntry } from '../drawing/figure.js';
import { studyMap } from '../study/map-figure.js';
import { type ParallelAxis, parallelPanel } from './parallel-panel.js';
import { tradeOffPanel } from './trade-off-panel.js';

/** Every figure of an optimisation; none where there is no plan. */
export function optimiseFigures(report: OptimiseReport): Figure[] {
  const best = bestPlan(report.optimisation);
  if (best === null) return [];
  return [bestMap(report, best), tradeOffFigure(report), coordinatesFigure(report)].filter((figure) => figure !== null);
}

/** The map of what the best plan brings each region, on draws that no choice was made by. */
function bestMap({ optimisation: { fresh } }: OptimiseReport, { source }: OptimisedPlan): Figure | null {
  const future = fresh?.study.futures.findIndex(({ id }) => id === source.id) ?? -1;
  if (fresh === null || future < 0) return null;
  const against = fresh.study.runs.at(-1)!.scenario.label;
  return studyMap(fresh, { id: 'map', future, name: 'best plan', over: 'no policy', against });
}

/** A plan with the name and the colour under which figures show it. */
interface ShownPlan {
  readonly plan: OptimisedPlan;
  readonly name: string;
  /** Place among the named plans; null for one among many. */
  readonly place: number | null;
}

function shownPlans({ optimisation }: OptimiseReport): ShownPlan[] {
  const named = namedPlans(optimisation);
  const others = optimisation.plans.filter(({ id }) => pickNames(optimisation, id).length === 0);
  return [
    ...others.map((plan) => ({ plan, name: plan.id, place: null })),
    ...named.map(({ plan, name }, place) => ({ plan, name, place })),
  ];
}

const colourOf =
  (place: number) =>
  (paint: Paint): string =>
    paint.future(place % FUTURE_COLOURS);

/** Lines beyond the colours are dashed. */
const dashOf = (place: number): string | null => (place >= FUTURE_COLOURS ? '6 4' : null);

function legendOf(plans: readonly ShownPlan[], mark: 'dot' | 'line'): LegendEntry[] {
  const named = plans.flatMap(({ name, place }): LegendEntry[] =>
    place === null
      ? []
      : [{ name, mark: mark === 'line' && dashOf(place) !== null ? 'dashed' : mark, colour: colourOf(place) }],
  );
  return [
    ...named,
    { name: 'other plans of the frontier', mark, colour: (paint) => (mark === 'line' ? paint.faint : paint.noPolicy) },
  ];
}

/** The format of numbers of plans. */
function formatsOf({ optimisation }: OptimiseReport, plans: readonly ShownPlan[]) {
  const sums = plans.flatMap(({ plan }) => [plan.cost, plan.draws!.mean]);
  const { unit, of } = moneyOf(optimisation, sums);
  const decimals = columnDecimals(sums.map(of));
  return {
    unit,
    of,
    money: (value: number): string => formatFixed(of(value), decimals),
    percent: (value: number): string => `${formatSigned(value * 100, 2)}%`,
  };
}

function tradeOffFigure(report: OptimiseReport): Figure {
  const { optimisation, draws } = report;
  const plans = shownPlans(report);
  const { unit, of: scaled, money, percent } = formatsOf(report, plans);
  const { currency } = optimisation.prepared.problem.source.economy;
  const best = bestPlan(optimisation)!;
  const cheap = optimisation.plans.filter(({ draws: drawn }) => drawn!.mean >= 0.9 * best.draws!.mean);
  const least = cheap.reduce((a, b) => (b.cost < a.cost ? b : a), best);
  const dots = (of: (plan: OptimisedPlan) => readonly [number, number]) =>
    plans.map(({ plan, name, place }) => ({
      name,
      x: of(plan)[0],
      y: of(plan)[1],
      tip: `${name}\n  cost ${money(plan.cost)}\n  gain ${money(plan.draws!.mean)}\n  worst region ${percent(plan.draws!.worst)}`,
      mark: place === null ? null : { colour: colourOf(place) },
    }));
  const told = plans.flatMap(({ plan, name, place }) =>
    place === null
      ? []
      : [
          `${name}: cost ${money(plan.cost)}, gain ${money(plan.draws!.mean)}, worst region ${percent(plan.draws!.worst)}`,
        ],
  );
  return {
    id: 'trade-off',
    title: 'What more money buys, and for whom',
    finding:
      least === best
        ? 'Nine tenths of the gain need the whole budget: no cheaper plan of the frontier comes near.'
        : `Nine tenths of the gain can be had for ${words(least.cost, currency)} in place of ${words(best.cost, currency)}.`,
    caption: `Each dot is a plan on the same ${draws} draws. No plan that was tried beats one of the frontier in all that was searched for. Gain is discounted output over no policy. Worst region is the least mean gain of any region, as a part of its output.`,
    legend: legendOf(plans, 'dot'),
    panels: [
      tradeOffPanel({
        title: 'Gain against cost',
        description: told.join('; '),
        xTitle: `cost, ${unit}`,
        yTitle: `gain, ${unit}`,
        dots: dots((plan) => [scaled(plan.cost), scaled(plan.draws!.mean)]),
        tick: formatFixed,
        yTick: formatFixed,
      }),
      tradeOffPanel({
        title: 'Worst region against gain',
        description: told.join('; '),
        xTitle: `gain, ${unit}`,
        yTitle: 'least gain of any region, %',
        dots: dots((plan) => [scaled(plan.draws!.mean), plan.draws!.worst * 100]),
        tick: formatFixed,
        yTick: formatSigned,
      }),
    ],
    columns: 2,
    tables: [frontierTextTable(report)],
  };
}

function coordinatesFigure(report: OptimiseReport): Figure {
  const { optimisation } = report;
  const plans = shownPlans(report).filter(({ plan }) => plan.assignments !== null);
  const { money, percent } = formatsOf(report, plans);
  const best = policyWords(bestPlan(optimisation)!.assignments!);
  const values = ({ plan }: ShownPlan): number[] => [
    ...policyWords(plan.assignments!).map(({ intensity }) => intensity),
    plan.cost,
    plan.draws!.mean,
    plan.draws!.worst,
  ];
  const all = plans.map(values);
  const range = (k: number): { low: number; high: number } => ({
    low: Math.min(...all.map((row) => row[k]!)),
    high: Math.max(...all.map((row) => row[k]!)),
  });
  const measures: readonly (readonly [string, (value: number) => string])[] = [
    ['cost', money],
    ['gain', money],
    ['worst region', percent],
  ];
  const axes: ParallelAxis[] = [
    ...best.map(({ policy }) => ({
      name: policy,
      low: 0,
      high: 1,
      format: (value: number) => formatPercent(value, 0),
    })),
    ...measures.map(([name, format], k) => ({ name, ...range(best.length + k), format })),
  ];
  const full = best.filter(({ intensity }) => intensity === 1).length;
  return {
    id: 'coordinates',
    title: 'What the plans are made of',
    finding: `The plan with the most gain carries out ${full} of ${best.length} policies in full and leaves ${best.filter(({ intensity }) => intensity === 0).length} out.`,
    caption:
      'Each line is a plan: how far it carries out every policy, then what it costs and brings. Where lines cross between two policies, plans trade one for the other. What else a plan chooses stands in the table.',
    legend: legendOf(plans, 'line'),
    panels: [
      parallelPanel({
        title: 'Policies, cost and gain',
        description: plans
          .filter(({ place }) => place !== null)
          .map(
            (shown) =>
              `${shown.name}: ${values(shown)
                .map((value, k) => `${axes[k]!.name} ${axes[k]!.format(value)}`)
                .join('; ')}`,
          )
          .join('; '),
        axes,
        lines: plans.map((shown) => ({
          name: shown.name,
          values: values(shown),
          mark: shown.place === null ? null : { colour: colourOf(shown.place), dash: dashOf(shown.place) },
        })),
      }),
    ],
    columns: 1,
    tables: [],
  };
}

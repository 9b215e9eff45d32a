import type { Optimisation, OptimisedPlan, Relaxation } from '../../optimise/optimisation.js';
import type { Constraints } from '../../optimise/problem.js';
import { policyKind } from '../../policies/index.js';
import { money, moneyRange, signedMoney } from '../text/money.js';
import { formatPercent, groupThousands } from '../text/number-format.js';
import { capital, listed, naming } from '../text/sentence.js';
import { bestPlan, type OptimiseReport } from './optimise-report.js';
import { planSentence } from './plan-words.js';

/** A lead below this part of the gain is none. */
const NOTHING = 1e-6;

/** The answer, sentence by sentence: what the best plan brings, how sure that is, what it does, and what it exploits. */
export function optimiseAnswer(report: OptimiseReport): string[] {
  const { optimisation } = report;
  const best = bestPlan(optimisation);
  if (best === null) return noPlan(optimisation);
  return [
    headline(report, best),
    range(report, best),
    lead(report, best),
    planSentence(best.assignments!, optimisation.prepared.problem.source.scenario.policies),
    ...carried(report),
    ...losers(best),
    ...behindGiven(best),
    ...byHand(optimisation, best),
    ...overstated(best, optimisation.prepared.problem.source.economy.currency),
    ...broken(optimisation, best),
  ];
}

function headline({ optimisation }: OptimiseReport, best: OptimisedPlan): string {
  const { economy, scenario } = optimisation.prepared.problem.source;
  const said = (value: number): string => money(value, economy.currency);
  const { mean } = best.fresh!;
  const { budget } = optimisation.prepared.problem.constraints;
  const { from, to } = scenario.years;
  return `For ${said(budget)} the best plan found brings ${said(mean)} more output than no policy over ${from}–${to}.`;
}

/** The draws that the gain is of, their range, and what the plan costs. */
function range({ optimisation }: OptimiseReport, best: OptimisedPlan): string {
  const { currency } = optimisation.prepared.problem.source.economy;
  const { p10, p90 } = best.fresh!;
  return `That is the mean of fresh draws, 8 in 10 of which bring ${moneyRange(p10, p90, currency)}. It costs ${money(best.cost, currency)}.`;
}

function lead({ optimisation, beliefs }: OptimiseReport, best: OptimisedPlan): string {
  const { given } = optimisation;
  const said = (value: number): string => money(value, optimisation.prepared.problem.source.economy.currency);
  const over = best.fresh!.overGiven!;
  const scaled = optimisation.prepared.given.factor;
  const name =
    scaled === 1
      ? 'the given plan'
      : scaled === 0
        ? 'no policy'
        : `the given plan at ${formatPercent(scaled, 0)} of its strength`;
  if (Math.abs(over.mean) <= NOTHING * Math.abs(best.fresh!.mean))
    return `That is what ${name} brings. ${capital(whyNone(optimisation))}`;
  if (over.mean < 0)
    return `${capital(name)} brings more, ${said(given.fresh!.mean)}. ${capital(whyNone(optimisation))}`;
  const { hits, count } = best.fresh!.better!;
  const tenths = Math.round((10 * hits) / count);
  const share = tenths === 10 && hits < count ? 'more than 9' : tenths === 0 && hits > 0 ? 'fewer than 1' : `${tenths}`;
  const others = (beliefs ?? []).filter(({ why }) => why !== null).flatMap(({ later }) => later[0]!.better.share ?? []);
  return `That is ${said(over.mean)} more than ${name}. That brings ${said(given.fresh!.mean)} for ${said(given.cost)}. The best plan brings more in ${share} of 10 draws, if one accepts the stated ranges.${underBeliefs(others)}`;
}

/** Shares of draws under each belief in which the plan brings more. */
function underBeliefs(shares: readonly number[]): string {
  if (shares.length === 0) return '';
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => formatPercent(share, 0));
  return low === high
    ? ` Under every belief tried: in ${low} of draws.`
    : ` Under the beliefs tried: in ${low} to ${high} of draws.`;
}

/** The reason why no plan beats the given one. */
function whyNone({ prepared, given }: Optimisation): string {
  const spent = given.cost >= prepared.problem.constraints.budget * (1 - 1e-6);
  const full = prepared.variables.every(({ field }) => field === 'intensity') && prepared.given.factor === 1;
  if (spent && full) {
    return 'it carries out the whole menu and spends the whole budget. More needs other regions, industries or years among the choices.';
  }
  return 'no other mix of these choices does better for this money.';
}

/** The kind of policy that most of the lead goes through, and what is left of the lead without it. */
function carried({ exploited, optimisation }: OptimiseReport): string[] {
  const { currency } = optimisation.prepared.problem.source.economy;
  const [first] = exploited;
  if (first === undefined || Math.abs(first.kinds.total) < NOTHING) return [];
  const { kinds, total } = first.kinds;
  const [most] = kinds.toSorted((a, b) => b.carried - a.carried);
  if (most === undefined || most.carried <= 0) return [];
  const title = policyKind(most.kind)?.title ?? most.kind;
  return [
    `Its lead rests most on ${title.toLowerCase()}. With that left out of both plans, ${money(total, currency)} becomes ${signedMoney(most.without, currency)}, at central values.`,
  ];
}

function losers({ fresh }: OptimisedPlan): string[] {
  const { losers: names, worst } = fresh!;
  if (names.length === 0) return [`No region loses on average. The least gain of any is ${formatPercent(worst, 2)}.`];
  const who =
    names.length > 4 ? `${names.length} regions lose` : `${listed(names)} ${names.length === 1 ? 'loses' : 'lose'}`;
  return [`${who} on average, at most ${formatPercent(-worst, 2)} of output.`];
}

/** Regions that the given plan serves better. */
function behindGiven({ fresh }: OptimisedPlan): string[] {
  const names = fresh!.behindGiven;
  if (names.length === 0) return [];
  const who = names.length > 4 ? `${names.length} regions` : listed(names);
  return [`${who} ${names.length === 1 ? 'gets' : 'get'} less than under the given plan.`];
}

function byHand({ greedy, prepared }: Optimisation, best: OptimisedPlan): string[] {
  const { currency } = prepared.problem.source.economy;
  const added = best.fresh!.mean - greedy.fresh!.mean;
  if (Math.abs(added) <= NOTHING * Math.abs(best.fresh!.mean)) {
    return ['Taking policies by gain ÷ cost until the money is spent comes to the same. The search adds nothing.'];
  }
  const verb = added > 0 ? 'adds' : 'falls short by';
  return [
    `Taking policies by gain ÷ cost until the money is spent brings ${money(greedy.fresh!.mean, currency)}. The search ${verb} ${money(Math.abs(added), currency)}.`,
  ];
}

/** The optimism of the draws by which the plan was picked, in a sentence. */
function overstated({ draws, fresh }: OptimisedPlan, currency: string): string[] {
  const part = draws!.mean / fresh!.mean - 1;
  return [
    `The draws by which it was picked gave ${money(draws!.mean, currency)}, ${formatPercent(Math.abs(part))} ${part >= 0 ? 'more' : 'less'}. Fresh draws are the ones to trust.`,
  ];
}

/** Constraints that the best plan keeps in the search but not on draws. */
function broken({ prepared }: Optimisation, { fresh, feasible }: OptimisedPlan): string[] {
  if (!prepared.problem.constraints.noRegionLoses || (feasible && fresh!.losers.length === 0)) return [];
  return [
    `No region was to lose, and at central values none does. On ${feasible ? 'fresh ' : ''}draws ${naming(fresh!.losers, 4, (who) => `${who} ${fresh!.losers.length === 1 ? 'does' : 'do'}`)}.`,
  ];
}

const CONSTRAINT_WORDS: Readonly<Record<keyof Constraints, string>> = {
  budget: 'the budget',
  noRegionLoses: 'that no region loses',
  goals: 'the goals',
};

/** The constraint that costs most, where they contradict each other. */
function noPlan({ prepared, relaxations, evaluations }: Optimisation): string[] {
  const { economy } = prepared.problem.source;
  const tried =
    prepared.job.method === 'exhaustive'
      ? `all ${groupThousands(String(evaluations))} plans were tried`
      : `${groupThousands(String(evaluations))} plans were tried`;
  const told = ({ constraint, gain, cost }: Relaxation): string =>
    gain === null
      ? `Without ${CONSTRAINT_WORDS[constraint]} there is still none.`
      : `Without ${CONSTRAINT_WORDS[constraint]} a plan brings ${money(gain, economy.currency)} for ${money(cost!, economy.currency)}.`;
  const [dearest] = relaxations.filter(({ gain }) => gain !== null).toSorted((a, b) => b.gain! - a.gain!);
  return [
    `No plan keeps to all that was asked, though ${tried}.`,
    ...(dearest === undefined
      ? ['No single constraint is to blame. They contradict each other in more than one way.']
      : [`What costs most is ${CONSTRAINT_WORDS[dearest.constraint]}.`]),
    ...relaxations.map(told),
  ];
}

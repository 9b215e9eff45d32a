import { pow } from '../../exact-math/index.js';
import { observedCells } from '../../kernel/observed-cells.js';
import { compilePlan } from '../../plan/compile.js';
import { createResolver } from '../../plan/resolve.js';
import { channelsOfYear } from '../../projection/channels-of-year.js';
import { projectReference } from '../../projection/reference.js';
import type { GrowthHistory, Origin } from './growth-moments.js';
import { plainScenario } from './plain-scenario.js';

/** The channels of the growth equation that observed growth can speak about. */
export const CHANNELS = ['localisation', 'marketAccess', 'rivalry'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The levels of the channels in observed years, and how fast they work. */
export interface ChannelHistory {
  readonly history: GrowthHistory;
  /** Part of a gap that is closed each year, κ. */
  readonly adjustment: number;
  /** Part of the inherited lead left a year later, ρ. */
  readonly persistence: number;
  /** By channel and origin: how its change over the window would move each cell against its industry, R × I, for a parameter of 1; null where it is off. */
  readonly push: Readonly<Record<Channel, ReadonlyMap<number, Float64Array> | null>>;
}

/**
 * Reads how far each channel moved over the window before every origin.
 *
 * By equation (5) a change Δ moves the target of the competitive level by parameter · Δ, of which κ is closed each year. Had it come
 * evenly over a window of W years, `(1 − (1−κ)^W) / (κ·W)` of it is still to be closed at its end.
 */
export function channelHistory(history: GrowthHistory, persistence: number): ChannelHistory {
  const { economy, origins } = history;
  const last = economy.years.at(-1)!;
  const { plan } = compilePlan(economy, plainScenario(economy, last + 1, null), createResolver());
  const { equation } = projectReference(plan);
  const tied = plan.reference.distance !== null;
  const observed = { years: economy.years, output: economy.outputs, higherLevel: economy.higherLevel };
  const industries = economy.industries.length;
  const levels = (year: number) => {
    const { output, higherLevel } = observedCells(observed, year)!;
    return channelsOfYear(plan, { output, higherLevel, between: null }, equation);
  };
  const { adjustment } = plan.parameters;
  const pushes: Record<Channel, Map<number, Float64Array>> = {
    localisation: new Map(),
    marketAccess: new Map(),
    rivalry: new Map(),
  };
  for (const origin of origins) {
    const year = economy.years[origin.index]!;
    const back = Math.min(economy.window, year - economy.years[0]!);
    const [before, now] = [levels(year - back), levels(year)];
    const open = (1 - pow(1 - adjustment, back)) / back;
    const push = (change: (cell: number) => number) =>
      againstIndustry(
        Float64Array.from(origin.cells.output, (q, cell) => (q > 0 ? open * change(cell) : 0)),
        origin,
        industries,
      );
    pushes.localisation.set(
      origin.index,
      push((cell) => now.advantage[cell]! - before.advantage[cell]!),
    );
    if (now.logAccess === null || before.logAccess === null) continue;
    const [accessNow, accessBefore] = [now.logAccess, before.logAccess];
    const region = (cell: number) => Math.floor(cell / industries);
    pushes.marketAccess.set(
      origin.index,
      push((cell) => accessNow[region(cell)]! - accessBefore[region(cell)]!),
    );
    pushes.rivalry.set(
      origin.index,
      push((cell) => before.rivalry[cell]! - now.rivalry[cell]!),
    );
  }
  return {
    history,
    adjustment,
    persistence,
    push: {
      localisation: pushes.localisation,
      marketAccess: tied ? pushes.marketAccess : null,
      rivalry: tied ? pushes.rivalry : null,
    },
  };
}

/** A push less its industry's mean: growth is measured against the industry's, so what all cells share cannot show. */
function againstIndustry(push: Float64Array, origin: Origin, industries: number): Float64Array {
  const weight = new Float64Array(industries);
  const sum = new Float64Array(industries);
  origin.cells.output.forEach((q, cell) => {
    const i = cell % industries;
    weight[i] = weight[i]! + q;
    sum[i] = sum[i]! + q * push[cell]!;
  });
  return push.map((each, cell) => {
    const i = cell % industries;
    return weight[i]! > 0 ? each - sum[i]! / weight[i]! : 0;
  });
}

/** Log growth of each cell that a channel adds over some years after an origin, for a parameter of 1, R × I. */
export function channelGrowth(
  channels: ChannelHistory,
  channel: Channel,
  origin: number,
  years: number,
): Float64Array | null {
  const push = channels.push[channel]?.get(origin);
  if (push === undefined) return null;
  let part = 0;
  for (let year = 0; year < years; year++) part += pow(1 - channels.adjustment, year);
  return push.map((each) => part * each);
}

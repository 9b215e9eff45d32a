import { compilePlan } from '../../plan/compile.js';
import { createResolver } from '../../plan/resolve.js';
import { createChannels } from '../../projection/channels.js';
import { observedCells } from '../../projection/history.js';
import { readChannels } from '../../projection/read-channels.js';
import { channelSetup } from '../../projection/setup.js';
import { plainScenario } from '../plain-scenario.js';
import type { Belief } from './belief.js';
import { meanFade } from './fading-slopes.js';
import { type GrowthHistory, LONGEST_LEAD, type Origin } from './growth-moments.js';

/** The channels of the growth equation that observed growth can speak about. */
export const CHANNELS = ['localisation', 'marketAccess', 'rivalry'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Fewest years from which the differences between years can be judged. */
const FEWEST_STEPS = 4;
/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;

/** What the observed years say about a channel's parameter. */
export interface ChannelEvidence {
  /** Null where they say nothing; `reason` says why. */
  readonly data: Belief | null;
  readonly reason: string | null;
  /** Years the estimate rests on. */
  readonly years: number;
}

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
  const setup = channelSetup(plan);
  const { distance, barrier } = plan.reference;
  const tied = distance !== null && barrier !== null;
  const observed = { years: economy.years, output: economy.outputs, higherLevel: economy.higherLevel };
  const industries = economy.industries.length;
  const levels = (year: number) => {
    const cells = observedCells(observed, year)!;
    const channels = createChannels(setup.regions, industries);
    readChannels(channels, setup, { ...cells, distance, barrier }, 0);
    return channels;
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
    const open = (1 - (1 - adjustment) ** back) / back;
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
    if (!tied) continue;
    const region = (cell: number) => Math.floor(cell / industries);
    pushes.marketAccess.set(
      origin.index,
      push((cell) => now.logAccess[region(cell)]! - before.logAccess[region(cell)]!),
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

/** Sums of products of what explains a year's growth: region's lead, cell's own lead, the channel, and growth itself. */
type Products = Float64Array;
const WIDTH = 4;
const GROWTH = 3;
const PUSH = 2;

/**
 * Estimates a channel's parameter: growth of cells against their industry, later years on the push of the channel, with the inherited
 * leads of region and cell held fixed. Years are what is counted, as in `fadingSlopes`.
 */
export function channelEvidence(channels: ChannelHistory, channel: Channel): ChannelEvidence {
  const pushes = channels.push[channel];
  if (pushes === null) return { data: null, reason: 'needs regions and distances, which the case has not', years: 0 };
  const byStep = readProducts(channels, pushes);
  const all = new Float64Array(WIDTH * WIDTH);
  for (const products of byStep.values()) {
    for (let k = 0; k < all.length; k++) all[k] = all[k]! + products[k]!;
  }
  const [onRegion, onCell] = projection(all);
  const years = [...byStep.values()]
    .map((products) => residual(products, onRegion, onCell))
    .filter(({ mass }) => mass > 0);
  const mass = years.reduce((sum, each) => sum + each.mass, 0);
  if (years.length < FEWEST_STEPS || !(mass > 0)) {
    return { data: null, reason: `fewer than ${FEWEST_STEPS} years of growth to tell it from`, years: years.length };
  }
  const value = years.reduce((sum, each) => sum + each.product, 0) / mass;
  const mean = mass / years.length;
  const spread =
    years.reduce((sum, each) => sum + (each.mass / mean) * (each.product / each.mass - value) ** 2, 0) /
    (years.length - 1);
  const effective = mass ** 2 / years.reduce((sum, each) => sum + each.mass ** 2, 0);
  return {
    data: { value, sd: Math.sqrt((YEARS_ALIKE * spread) / effective) },
    reason: null,
    years: years.length,
  };
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
  for (let year = 0; year < years; year++) part += (1 - channels.adjustment) ** year;
  return push.map((each) => part * each);
}

function readProducts(
  { history, adjustment, persistence }: ChannelHistory,
  pushes: ReadonlyMap<number, Float64Array>,
): ReadonlyMap<number, Products> {
  const { economy, origins, steps } = history;
  const industries = economy.industries.length;
  const byStep = new Map<number, Products>();
  for (const origin of origins) {
    const push = pushes.get(origin.index)!;
    const all = origin.cells.output.reduce((sum, q) => sum + q, 0);
    for (let k = origin.index; k < steps.length; k++) {
      const { span, growth } = steps[k]!;
      const lead = economy.years[k]! - economy.years[origin.index]!;
      const left = meanFade(persistence, lead, span);
      const closing = meanFade(1 - adjustment, lead, span);
      if (lead >= LONGEST_LEAD) break;
      const products = byStep.get(k) ?? new Float64Array(WIDTH * WIDTH);
      byStep.set(k, products);
      push.forEach((each, cell) => {
        const weight = (span * origin.cells.output[cell]!) / all;
        if (weight === 0) return;
        const common = origin.common[Math.floor(cell / industries)]!;
        const row = [
          left * common,
          left * (origin.growth.differential[cell]! - common),
          closing * each,
          growth.differential[cell]!,
        ];
        for (let a = 0; a < WIDTH; a++) {
          for (let b = 0; b < WIDTH; b++) {
            products[a * WIDTH + b] = products[a * WIDTH + b]! + weight * row[a]! * row[b]!;
          }
        }
      });
    }
  }
  return byStep;
}

/** Coefficients of the channel's push on the two inherited leads. */
function projection(products: Products): readonly [number, number] {
  const at = (a: number, b: number) => products[a * WIDTH + b]!;
  const determinant = at(0, 0) * at(1, 1) - at(0, 1) ** 2;
  if (!(determinant > 1e-12 * at(0, 0) * at(1, 1))) return [0, 0];
  return [
    (at(1, 1) * at(0, PUSH) - at(0, 1) * at(1, PUSH)) / determinant,
    (at(0, 0) * at(1, PUSH) - at(0, 1) * at(0, PUSH)) / determinant,
  ];
}

/** What is left of the push without the leads in one year: its square, and its product with growth. */
function residual(products: Products, onRegion: number, onCell: number): { mass: number; product: number } {
  const at = (a: number, b: number) => products[a * WIDTH + b]!;
  const mass =
    at(PUSH, PUSH) -
    2 * (onRegion * at(0, PUSH) + onCell * at(1, PUSH)) +
    onRegion ** 2 * at(0, 0) +
    2 * onRegion * onCell * at(0, 1) +
    onCell ** 2 * at(1, 1);
  const product = at(PUSH, GROWTH) - onRegion * at(0, GROWTH) - onCell * at(1, GROWTH);
  return { mass, product };
}

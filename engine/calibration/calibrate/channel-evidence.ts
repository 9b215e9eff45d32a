import { square } from '../../exact-math/index.js';
import type { Belief } from '../../statistics/belief.js';
import { sum } from '../../statistics/sum.js';
import type { Channel, ChannelHistory } from './channel-history.js';
import { meanFade } from './fading-slopes.js';
import { LONGEST_LEAD } from './growth-moments.js';

/** Fewest years from which the differences between years can be judged. */
const FEWEST_STEPS = 4;
/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;

/** Evidence of the observed years on a channel's parameter. */
export interface ChannelEvidence {
  /** Null where they say nothing; `reason` says why. */
  readonly data: Belief | null;
  readonly reason: string | null;
  /** Years the estimate rests on. */
  readonly years: number;
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
    years.reduce((sum, each) => sum + (each.mass / mean) * square(each.product / each.mass - value), 0) /
    (years.length - 1);
  const effective = square(mass) / years.reduce((sum, each) => sum + square(each.mass), 0);
  return {
    data: { value, sd: Math.sqrt((YEARS_ALIKE * spread) / effective) },
    reason: null,
    years: years.length,
  };
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
    const all = sum(origin.cells.output);
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
  const determinant = at(0, 0) * at(1, 1) - square(at(0, 1));
  if (!(determinant > 1e-12 * at(0, 0) * at(1, 1))) return [0, 0];
  return [
    (at(1, 1) * at(0, PUSH) - at(0, 1) * at(1, PUSH)) / determinant,
    (at(0, 0) * at(1, PUSH) - at(0, 1) * at(0, PUSH)) / determinant,
  ];
}

/** The residual of the push given the leads in one year: its square, and its product with growth. */
function residual(products: Products, onRegion: number, onCell: number): { mass: number; product: number } {
  const at = (a: number, b: number) => products[a * WIDTH + b]!;
  const mass =
    at(PUSH, PUSH) -
    2 * (onRegion * at(0, PUSH) + onCell * at(1, PUSH)) +
    square(onRegion) * at(0, 0) +
    2 * onRegion * onCell * at(0, 1) +
    square(onCell) * at(1, 1);
  const product = at(PUSH, GROWTH) - onRegion * at(0, GROWTH) - onCell * at(1, GROWTH);
  return { mass, product };
}

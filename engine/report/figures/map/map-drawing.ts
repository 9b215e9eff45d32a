import type { Economy } from '../../../economy/economy.js';
import { formatSignedPercent } from '../../text/number-format.js';
import type { Paint } from '../drawing/colours.js';
import { trueMinus } from '../drawing/svg.js';
import type { GainScale } from './gain-scale.js';
import type { LayOutMap, MapLayout } from './map-layout.js';

/** A link of the network between two nodes. */
export interface MapLink {
  readonly from: number;
  readonly to: number;
  readonly rail: boolean;
  /** True in each year in which a policy has made it shorter, or built it. */
  readonly changed: readonly boolean[];
}

/** A map of what changes where. Years are those of the slider; the last is drawn. */
export interface MapPanel {
  readonly title: string;
  readonly economy: Economy;
  /** Change of each region by year, as a part. */
  readonly changes: readonly (readonly number[])[];
  /** Output of each region by year, the size of circles. */
  readonly output: readonly (readonly number[])[];
  readonly links: readonly MapLink[];
  /** The change in words, as in `output, together against apart`. */
  readonly what: string;
  /** Ends of the scale of colours in words, as in `more than apart`. */
  readonly less: string;
  readonly more: string;
  /** Regions that must have their name, the most important first. */
  readonly first: readonly number[];
  /** Further words on each region, read out beside its change. */
  readonly remarks?: readonly string[];
  /** True for regions of which it is open whether they gain. */
  readonly open?: readonly boolean[];
  /** Lays it out; by a function that keeps layouts, where the caller has one. */
  readonly layOut?: LayOutMap;
}

/** Regions that are drawn year by year: beyond them the page would grow without being read. */
const MOST_MOVING = 120;

/** A map with its places and colours, as it is drawn. */
export interface Drawing {
  readonly spec: MapPanel;
  readonly layout: MapLayout;
  readonly scale: GainScale;
  readonly paint: Paint;
  /** Index of the last year. */
  readonly last: number;
}

/** The change of a region by year in words. */
export function changeWords({ spec, scale }: Drawing, region: number): string[] {
  const decimals = scale.breaks[1] < 0.005 ? 2 : 1;
  const open = spec.open?.[region] === true ? ', open' : '';
  return spec.changes[region]!.map((change) => `${trueMinus(formatSignedPercent(change, decimals))}${open}`);
}

/** True where the page's slider moves what is drawn. */
export function isMoving({ spec, paint, last }: Drawing): boolean {
  return paint.interactive && last > 0 && spec.economy.regions.length <= MOST_MOVING;
}

import { log10, pow } from '../../../engine/exact-math/index.js';
import type { EvidenceStatus, NumberDefinition } from '../../../engine/parameters/definition.js';
import { words } from '../../../engine/report/text/key-words.js';
import { type Quantity, quantityText } from '../../../engine/values/quantity.js';
import { centralValue } from '../../../engine/values/resolve.js';
import { type NumberStyle, numberIn, numberText, PERCENT, PLAIN } from './number-text.js';
import { yamlText } from './yaml-text.js';

/** One thing that can be set, as a person sees it. Made from the engine's own definitions; nothing of it is listed here. */
export interface Field {
  /** Path as `--set` takes it. */
  readonly path: string;
  readonly label: string;
  readonly meaning: string;
  readonly unit: string;
  /** The value that holds, as one would write it in a file; empty where nothing is written and no default stands in. */
  readonly standing: string;
  /** The number that a single run uses; null where there is none, or one for each year. */
  readonly central: number | null;
  /** True where Monte Carlo draws it. */
  readonly uncertain: boolean;
  /** Null where a slider makes no sense. */
  readonly slider: { readonly low: number; readonly high: number; readonly step: number } | null;
  /** The way in which the slider writes its number. */
  readonly style: NumberStyle;
  /** Null for what is no number. */
  readonly evidence: {
    readonly byDefault: string;
    readonly range: readonly [number, number];
    readonly status: EvidenceStatus;
    readonly source: string;
  } | null;
}

/** A field that is no number. */
export function optionField(path: string, key: string, meaning: string, written: unknown): Field {
  return {
    path: `${path}.${key}`,
    label: words(key),
    meaning,
    unit: '',
    standing: written === undefined ? '' : yamlText(written),
    central: null,
    uncertain: false,
    slider: null,
    style: PLAIN,
    evidence: null,
  };
}

/** A number with its range and evidence. */
export function numberField(
  path: string,
  key: string,
  definition: NumberDefinition,
  quantity: Quantity | undefined,
  years: { readonly from: number; readonly to: number },
): Field {
  const { meaning, unit, value, absent, range, domain, status, source, symbol } = definition;
  const central = quantity === undefined ? null : centralOf(quantity);
  return {
    path,
    label: words(key.replace('response.', 'response, ')),
    meaning: symbol === undefined ? meaning : `${symbol}: ${meaning}`,
    unit,
    standing: quantity === undefined ? '' : quantityText(quantity),
    central,
    uncertain: quantity?.kind === 'distribution',
    style: PLAIN,
    slider: sliderOf(unit === 'year' ? [years.from, years.to] : value === null ? null : range, domain, central, unit),
    evidence: { byDefault: value === null ? (absent ?? 'none') : String(value), range, status, source },
  };
}

/** A part of one as a field in percent, in steps of one. */
export function inPercent(field: Field): Field {
  const { central, uncertain, standing, slider } = field;
  const plain = central !== null && !uncertain && numberIn(standing, PLAIN) === central;
  return {
    ...field,
    unit: '',
    style: PERCENT,
    standing: plain ? numberText(central, 1e-6, PERCENT) : standing,
    slider: slider && { ...slider, step: 0.01 },
  };
}

/** The plausible range, reaching to what holds, in steps of two digits. */
function sliderOf(
  range: readonly [number, number] | null,
  domain: readonly [number, number],
  central: number | null,
  unit: string,
): Field['slider'] {
  if (range === null) return null;
  const low = Math.max(domain[0], Math.min(range[0], central ?? range[0]));
  const high = Math.min(domain[1], Math.max(range[1], central ?? range[1]));
  if (!(high > low)) return null;
  return { low, high, step: unit === 'year' ? 1 : pow(10, Math.floor(log10((high - low) / 20))) };
}

/** The number that a single run uses; null where there is one for each year. */
export function centralOf(quantity: Quantity): number | null {
  return quantity.kind === 'expression' ? null : centralValue(quantity);
}

import type { TrendWindow } from '../economy/trend-past.js';
import type { NumberDefinition } from '../parameters/definition.js';
import { TREND, type TrendKey } from '../parameters/parameters.js';
import { SCENARIO_CHOICE } from '../policies/fields.js';
import type { BuildContext } from './build-context.js';
import { buildNumbers, buildQuantity } from './build-numbers.js';
import { checkName, knownIndustries } from './check-names.js';
import type { DefaultOf } from './observed-defaults.js';
import type { Scenario } from './scenario.js';
import type { ScenarioInput } from './scenario-schema.js';

const RATE: NumberDefinition = {
  meaning: 'log growth a year',
  unit: '1/yr',
  value: null,
  range: [-0.05, 0.1],
  domain: [-1, 1],
  ...SCENARIO_CHOICE,
  yearly: true,
};

/** Builds the trend: one rate for all industries, or the fading of observed growth with rates of single industries. */
export function buildTrend(
  written: ScenarioInput['trend'],
  context: BuildContext,
  defaultOf: DefaultOf,
): Scenario['trend'] {
  const path = ['trend'];
  if (typeof written === 'number' || typeof written === 'string') {
    const numbers = buildNumbers<TrendKey>(path, TREND, {}, context, defaultOf);
    return { numbers, window: 'all', all: buildQuantity(path, written, RATE, context), industries: {} };
  }
  const industries = Object.entries(written?.industries ?? {}).map(([industry, rate]) => {
    const at = [...path, 'industries', industry];
    checkName(at, industry, knownIndustries(context), context, 'key');
    return [industry, buildQuantity(at, rate, RATE, context)] as const;
  });
  const numbers = buildNumbers<TrendKey>(path, TREND, written ?? {}, context, defaultOf);
  return { numbers, window: trendWindow(written), all: null, industries: Object.fromEntries(industries) };
}

/** Years of past growth that the trend is read off. */
export function trendWindow(written: ScenarioInput['trend']): TrendWindow {
  return typeof written === 'object' ? (written.window ?? 'all') : 'all';
}

import type { NumberDefinition } from '../parameters/definition.js';
import { SCENARIO_CHOICE } from '../policies/fields.js';
import type { BuildContext } from './build-context.js';
import { buildQuantity } from './build-numbers.js';
import { checkName, knownRegions } from './check-names.js';
import type { Path } from './plain-data.js';
import type { CoordinationLevels } from './scenario.js';

/** Coordination in the words of a file: one number, or one for each region. */
export type WrittenCoordination = number | string | Readonly<Record<string, number | string>>;

const LEVEL: NumberDefinition = {
  meaning: 'coordination, 1 together … 0 apart',
  unit: 'share',
  value: 1,
  range: [0, 1],
  domain: [0, 1],
  ...SCENARIO_CHOICE,
};

/** Builds c of all regions, or of each; regions that are not named act together. */
export function buildCoordination(path: Path, written: WrittenCoordination, context: BuildContext): CoordinationLevels {
  if (typeof written !== 'object') return { all: buildQuantity(path, written, LEVEL, context), regions: {} };
  const regions = Object.entries(written).map(([region, level]) => {
    const at = [...path, region];
    checkName(at, region, knownRegions(context), context, 'key');
    return [region, buildQuantity(at, level, LEVEL, context)] as const;
  });
  return { all: { kind: 'constant', value: 1 }, regions: Object.fromEntries(regions) };
}

import type { Economy } from '../../economy/economy.js';
import { exp } from '../../exact-math/index.js';
import type { CompiledPolicy } from '../../plan/compile.js';
import { heldBackCells } from '../../plan/held-back.js';
import type { Effect, PlanLink } from '../../policies/kind.js';
import { sum } from '../../statistics/sum.js';
import { centralValue } from '../../values/resolve.js';
import { money } from '../text/money.js';
import { formatNumber, formatSigned } from '../text/number-format.js';
import { listed } from '../text/sentence.js';
import { yearHeadings } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import { type PlannedScenario, placeOf } from './plan-table.js';

/** Effects of a policy by lever and place, year by year; pushes on several industries of a region share one row, with their mean. */
export function policyEffectsTable(
  policy: CompiledPolicy,
  planned: PlannedScenario,
  links: readonly PlanLink[],
): TextTable {
  const { compiled, economy } = planned;
  const { plan } = compiled;
  const rows = groupEffects(policy.effects(), (effect) => {
    const { region, partner, mode } = placeOf(effect, plan, links);
    const where = [partner === null ? region : `${region}–${partner}`, mode].filter((part) => part !== null);
    return [leverName(effect, economy), where.join(', ')];
  }).map(({ lever, where, effects }) => {
    const industries = industriesOf(effects);
    const named = industries.length > 1 ? `${industries.length} industries` : plan.industries[industries[0] ?? -1];
    return [lever, where, named ?? '', ...yearCells(effects, Math.max(1, industries.length), plan.years.length)];
  });
  const total = sum(policy.cost);
  return {
    title: `${policy.name} (${policy.kind}); cost in all, undiscounted: ${money(total, economy.currency)}`,
    columns: [
      { heading: 'lever' },
      { heading: 'where' },
      { heading: 'industries' },
      { heading: 'unit' },
      ...yearHeadings(plan.years),
    ],
    rows: rows.length === 0 ? [['none']] : rows,
    keys: 4,
    notes: [
      ...(rows.some(([, , industries]) => / industries$/.test(industries ?? ''))
        ? ['Of several industries the mean is shown; --format csv gives each.']
        : []),
      ...holdBackNotes(policy, planned),
    ],
  };
}

/** The industries that a policy holds back, and what that saves of the account and costs in output at full effect. */
function holdBackNotes(
  { name, regions }: CompiledPolicy,
  { scenario, economy, compiled: { plan } }: PlannedScenario,
): string[] {
  const policy = scenario.policies.find((each) => each.name === name);
  if (policy?.holdBack == null) return [];
  const { account, above } = policy.holdBack;
  const I = plan.industries.length;
  const used = plan.accounts.find((each) => each.name === account)!;
  const cells = heldBackCells(policy.holdBack, plan).flatMap((held, cell) =>
    held && regions.includes(Math.floor(cell / I)) ? [cell] : [],
  );
  const industries = [...new Set(cells.map((cell) => plan.industries[cell % I]!))];
  if (industries.length === 0)
    return [`No industry has more than ${above} times the case’s mean of ${account}: none is held back.`];
  const lost =
    1 - exp(centralValue(policy.numbers.holdBackPush!) * centralValue(policy.numbers.intensity!, plan.years[0]!));
  const total = (of: (cell: number) => number): number => lost * cells.reduce((all, cell) => all + of(cell), 0);
  const output = money(
    total((cell) => plan.initial.output[cell]!),
    economy.currency,
  );
  const saved = formatNumber(
    total((cell) => plan.initial.output[cell]! * used.perOutput[cell]!),
    3,
  );
  return [
    `Held back, with more than ${above} times the case’s mean of ${account} per unit of output: ${listed(industries)}. At full effect, of the base year’s amounts, that saves about ${saved} ${used.unit} a year and costs ${output} of output, before others take some of it.`,
  ];
}

interface EffectGroup {
  readonly lever: string;
  readonly where: string;
  readonly effects: Effect[];
}

/** Effects that share a row, in the order of the first of each. */
function groupEffects(
  effects: readonly Effect[],
  rowOf: (effect: Effect) => readonly [lever: string, where: string],
): EffectGroup[] {
  const groups = new Map<string, EffectGroup>();
  for (const effect of effects) {
    const [lever, where] = rowOf(effect);
    const key = JSON.stringify([lever, where]);
    const group = groups.get(key) ?? { lever, where, effects: [] };
    group.effects.push(effect);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function industriesOf(effects: readonly Effect[]): number[] {
  return [...new Set(effects.flatMap((effect) => ('industry' in effect ? [effect.industry] : [])))];
}

/**
 * Unit and values by year. Several effects may move one cell, as a merger's gain and the dip of its first year do: they add up, and only cells are
 * averaged.
 */
function yearCells(effects: readonly Effect[], cells: number, years: number): string[] {
  const { lever } = effects[0]!;
  const percent = lever === 'barrier' || lever === 'distance';
  const values = Array.from(
    { length: years },
    (_, y) => effects.reduce((total, effect) => total + effect.amount * effect.profile[y]!, 0) / cells,
  );
  const texts = values.map((value) => (percent ? formatSigned(-value * 100, 1) : formatSigned(value, 4)));
  return [percent ? '%' : 'log points', ...texts.map((text) => (/[1-9]/.test(text) ? text : '·'))];
}

function leverName(effect: Effect, economy: Economy): string {
  switch (effect.lever) {
    case 'push':
      return effect.undisputed ? 'push without rival' : 'push';
    case 'spill':
      return 'shared push';
    case 'distance':
      return `length (${economy.distance})`;
    default:
      return effect.lever;
  }
}

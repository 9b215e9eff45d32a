import { numberFields } from '../policies/fields.js';
import { policyKind } from '../policies/index.js';
import type { LinkEntry } from '../policies/infrastructure.js';
import type { PolicyKind } from '../policies/kind.js';
import { centralValue } from '../values/resolve.js';
import type { BuildContext } from './build-context.js';
import { buildCoordination, type WrittenCoordination } from './build-coordination.js';
import { buildIndustries, type WrittenIndustries } from './build-industries.js';
import { buildLinks } from './build-links.js';
import { buildNumbers } from './build-numbers.js';
import { checkedNames, checkName, knownAccounts, knownIndustries, knownRegions } from './check-names.js';
import { isPlain, type Path } from './plain-data.js';
import type { HoldBack, Policy } from './scenario.js';

/** The fields of an entry under `policies:` that are not numbers, checked by the schema of its kind. */
interface WrittenPolicy {
  readonly name: string;
  readonly regions?: string | readonly string[];
  readonly industries?: WrittenIndustries;
  readonly coordination?: WrittenCoordination;
  readonly links?: readonly LinkEntry[];
  readonly km?: number;
  readonly minutes?: number;
  readonly mode?: string;
  readonly bypassed?: readonly string[];
  readonly holdBack?: HoldBack;
}

/** Builds one policy; by default it starts in the first projected year. */
export function buildPolicy(
  entry: Readonly<Record<string, unknown>>,
  index: number,
  firstYear: number,
  context: BuildContext,
): Policy {
  const path = ['policies', index];
  const kind = policyKind(String(entry.kind))!;
  const written = entry as unknown as WrittenPolicy;
  const { name, regions, industries, coordination, links, bypassed } = written;
  const known = knownRegions(context);
  const all: Policy['numbers'] = {
    start: { kind: 'constant', value: firstYear },
    ...buildNumbers(path, numberFields(kind), entry, context),
  };
  const numbers = withoutHoldBack(all, path, entry, context);
  checkDates(path, String(name), numbers, context);
  return {
    kind: kind.kind,
    name: String(name),
    regions: regions === undefined ? null : checkedNames([...path, 'regions'], regions, known, context),
    industries: industries === undefined ? null : buildIndustries([...path, 'industries'], industries, context),
    numbers,
    coordination:
      coordination === undefined ? null : buildCoordination([...path, 'coordination'], coordination, context),
    links: links === undefined ? [] : buildLinks(path, links, linkDefaults(written), name, context),
    bypassed: bypassed === undefined ? [] : checkedNames([...path, 'bypassed'], bypassed, known, context),
    holdBack: written.holdBack === undefined ? null : checkedHoldBack(path, written.holdBack, context),
    industryWeights: buildIndustryWeights(path, kind, entry, context),
    industryLists: buildIndustryLists(path, kind, entry, context),
  };
}

/** Checks that the account by which industries are held back is one of the case's. */
function checkedHoldBack(path: Path, holdBack: HoldBack, context: BuildContext): HoldBack {
  checkName([...path, 'holdBack', 'account'], holdBack.account, knownAccounts(context), context);
  return holdBack;
}

/** The numbers of a policy without the push on industries held back, where none is: a number that does nothing is not drawn. */
function withoutHoldBack(
  numbers: Policy['numbers'],
  path: Path,
  entry: Readonly<Record<string, unknown>>,
  context: BuildContext,
): Policy['numbers'] {
  if (entry.holdBack !== undefined) return numbers;
  if (entry.holdBackPush !== undefined) {
    const message = 'holdBackPush without holdBack';
    context.report({
      path: [...path, 'holdBackPush'],
      message,
      hint: 'holdBack: { account: energy, above: 2 }',
      part: 'key',
    });
  }
  const { holdBackPush: _none, ...rest } = numbers;
  return rest;
}

/** Reports a policy that ends before it starts, which would push without being paid for. */
function checkDates(path: Path, name: string, numbers: Policy['numbers'], context: BuildContext): void {
  const [start, end] = [numbers.start, numbers.end].map((date) =>
    date === undefined ? Number.NaN : centralValue(date),
  );
  if (!(end! < start!)) return;
  context.report({
    path: [...path, 'end'],
    message: `"${name}" ends in ${end}, before it starts in ${start}`,
    hint: `${start} or later`,
  });
}

function linkDefaults({ km, minutes, mode }: WrittenPolicy) {
  return {
    ...(km === undefined ? {} : { km }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(mode === undefined ? {} : { mode }),
  };
}

/** Options of a kind that name industries. */
function buildIndustryLists(
  path: Path,
  { industryOptions = [] }: PolicyKind,
  entry: Readonly<Record<string, unknown>>,
  context: BuildContext,
): Policy['industryLists'] {
  const known = knownIndustries(context);
  return Object.fromEntries(
    industryOptions.flatMap((option) => {
      const written = entry[option] as string | readonly string[] | undefined;
      return written === undefined ? [] : [[option, checkedNames([...path, option], written, known, context)]];
    }),
  );
}

/** Options of a kind that are mappings give a weight to each industry they name. */
function buildIndustryWeights(
  path: Path,
  kind: PolicyKind,
  entry: Readonly<Record<string, unknown>>,
  context: BuildContext,
): Policy['industryWeights'] {
  const weights: Record<string, Record<string, number>> = {};
  for (const option of Object.keys(kind.options)) {
    const written = entry[option];
    if (!isPlain(written) || option === 'holdBack') continue;
    for (const industry of Object.keys(written)) {
      checkName([...path, option, industry], industry, knownIndustries(context), context, 'key');
    }
    weights[option] = written as Record<string, number>;
  }
  return weights;
}

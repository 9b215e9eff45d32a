import { knownNames } from '../mistakes.js';
import { policyKind } from '../policies/index.js';
import type { BuildContext } from './build-context.js';
import { buildIndustries, type WrittenIndustries } from './build-industries.js';
import { checkedNames, knownRegions } from './check-names.js';
import type { PolicyChoicesInput } from './choices-schema.js';
import type { Path } from './plain-data.js';
import type { Policy, PolicyChoices, Scenario } from './scenario.js';

type WrittenIntensity = NonNullable<PolicyChoicesInput['intensity']>;

/** Builds what `optimise` may vary. */
export function buildChoices(
  written: Readonly<Record<string, PolicyChoicesInput>>,
  policies: readonly Policy[],
  context: BuildContext,
): Scenario['choices'] {
  const names = policies.map(({ name }) => name);
  const known = names.length === 0 ? 'the scenario has no policies' : '';
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, choices]) => {
      const path = ['choices', name];
      const policy = policies.find((each) => each.name === name);
      if (policy !== undefined) return [[name, buildPolicyChoices(path, choices, policy, context)]];
      const hint = known || knownNames(name, names);
      context.report({ path, message: `no policy called "${name}"`, hint, part: 'key' });
      return [];
    }),
  );
}

function buildPolicyChoices(
  path: Path,
  { intensity, start, regions, industries }: PolicyChoicesInput,
  policy: Policy,
  context: BuildContext,
): PolicyChoices {
  const known = knownRegions(context);
  checkStarts([...path, 'start'], start ?? [], policy, context);
  if (industries !== undefined && policyKind(policy.kind)?.targetsIndustries !== true) {
    const message = `"${policy.name}" targets no industries: a ${policy.kind} policy has none to choose`;
    context.report({ path: [...path, 'industries'], message, part: 'key' });
  }
  return {
    intensity: intensity === undefined ? null : buildIntensity([...path, 'intensity'], intensity, context),
    start: start ?? null,
    regions: regions?.map((names, k) => checkedNames([...path, 'regions', k], names, known, context)) ?? null,
    industries:
      industries?.map((each, k) => ({
        selector: buildIndustries([...path, 'industries', k], each as WrittenIndustries, context),
        written: each,
      })) ?? null,
  };
}

function checkStarts(path: Path, years: readonly number[], { name, numbers }: Policy, context: BuildContext): void {
  const [first, last] = [context.horizon[0]!, context.horizon.at(-1)!];
  const end = numbers.end?.kind === 'constant' ? numbers.end.value : Number.POSITIVE_INFINITY;
  years.forEach((year, k) => {
    if (year >= first && year <= Math.min(last, end)) return;
    const message =
      year > end ? `"${name}" ends in ${end}, before ${year}` : `${year} is not one of the years projected`;
    context.report({ path: [...path, k], message, hint: `${first} … ${Math.min(last, end)}` });
  });
}

/** The intensities that a text, a number or a list of them allows. */
function buildIntensity(path: Path, written: WrittenIntensity, context: BuildContext): PolicyChoices['intensity'] {
  const wrong = (message: string, at: Path = path): null => {
    context.report({ path: at, message, hint: 'a range 0:1, a grid 0:1:0.25, or a list such as [0, 0.5, 1]' });
    return null;
  };
  if (Array.isArray(written)) {
    const values = written.map(part);
    values.forEach((value, k) => {
      if (!isPart(value)) wrong(`${String(written[k])}: an intensity is a number from 0 to 1`, [...path, k]);
    });
    return [...new Set(values.filter(isPart))].sort((a, b) => a - b);
  }
  const values = String(written).split(':').map(part);
  const [from = null, to = from, step = null] = values;
  if (values.length > 3 || values.includes(null)) return wrong(`"${written}" is no range of intensities`);
  if (!isPart(from) || !isPart(to)) return wrong(`"${written}" goes beyond 0 … 1`);
  if (to < from) return wrong(`"${written}" ends below its start`);
  if (values.length === 1) return [from];
  if (values.length === 3 && !(step! >= 0.001)) return wrong(`"${written}" needs steps of 0.001 or more`);
  return { from, to, step };
}

function isPart(value: number | null): value is number {
  return value !== null && value >= 0 && value <= 1;
}

/** A plain number, or one in percent; null for anything else. */
function part(text: number | string): number | null {
  const [, digits, percent] = /^(\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?: ?(%))?$/.exec(String(text).trim()) ?? [];
  return digits === undefined ? null : Number(digits) / (percent === '%' ? 100 : 1);
}

import { parse } from 'yaml';
import type { Choices, FutureControls } from '../../what-if/controls.js';
import type { Field } from '../../what-if/fields.js';
import type { PolicyControls } from '../../what-if/policy-controls.js';
import { placesOf, type Scoped, setIn, switchOff, switchOn } from '../../what-if/scoped.js';
import { forgetPolicy, overridesOf } from '../../what-if/what-if.js';
import { NEW_KIND } from './add-policy.js';
import { EntryCard } from './entry-card.js';
import { PolicyFields } from './policy-fields.js';
import { type Change, ScopedRow } from './scoped-row.js';
import type { ListedEntry } from './use-entries.js';

/** A policy of the list, switched on or off: its card, and its fields where it is on. */
export function PolicyEntry(props: {
  readonly entry: ListedEntry;
  readonly scoped: Scoped;
  readonly choices: Choices;
  readonly change: Change;
  readonly open: boolean;
}) {
  const { entry, scoped, choices, change, open } = props;
  const { name, having, without } = entry;
  const { whatIf, controls, scope } = scoped;
  const lastSet = (path: string): string | undefined =>
    overridesOf(whatIf, having.at(-1)!).findLast((each) => each.path === path)?.value;
  const policy = having.length === 0 ? undefined : policyIn(controls[having.at(-1)!]!, name);
  const added = [...whatIf.common, ...having.flatMap((k) => whatIf.futures[k]!.own)].some(
    ({ path }) => path === `${policy?.path}.kind`,
  );
  const set = (path: string, value: string): void => change((now) => setIn(now, scope, having, path, value));
  return (
    <EntryCard
      name={name}
      off={without !== null}
      turn={() => {
        if (policy !== undefined) change((now) => switchOff(now, scope, { ...policy, places: having }));
        else if (without !== null) change((now) => switchOn(now, scope, without));
      }}
      forget={
        added
          ? () => {
              document.getElementById(NEW_KIND)?.focus();
              change((now) => forgetPolicy(now, policy!.path));
            }
          : null
      }
    >
      {policy !== undefined && (
        <PolicyFields
          policy={policy}
          only={having.length === placesOf(scoped).length ? null : having.map((k) => controls[k]!.name).join(', ')}
          choices={choices}
          chosenRegions={() => namesIn(lastSet(policy.regions.path)) ?? policy.regions.chosen}
          chosenIndustries={() =>
            chosenIndustries(
              lastSet(policy.industries?.path ?? '') ?? policy.industries?.standing ?? '',
              choices.industries,
            )
          }
          open={open}
          row={({ path }, bare) => (
            <ScopedRow
              key={`${scope} ${path}`}
              of={name}
              {...(bare === true && { bare })}
              scoped={scoped}
              places={having}
              path={path}
              find={(of) => fieldOf(policyIn(of, name), path)}
              change={change}
            />
          )}
          setIndustries={(value) => set(policy.industries?.path ?? '', value)}
          setRegions={(value) => set(policy.regions.path, value)}
        />
      )}
    </EntryCard>
  );
}

function policyIn(controls: FutureControls, name: string): PolicyControls | undefined {
  return controls.policies.find((each) => each.name === name);
}

function fieldOf(policy: PolicyControls | undefined, path: string): Field | undefined {
  if (policy === undefined) return undefined;
  const { strength, industries, fields } = policy;
  return [strength, ...(industries === null ? [] : [industries]), ...fields].find((each) => each.path === path);
}

/** The names in a list as one writes it in a file; null where it is no list. */
function namesIn(written: string | undefined): readonly string[] | null {
  if (written === undefined) return null;
  try {
    const value: unknown = parse(written);
    return Array.isArray(value) ? value.map(String) : null;
  } catch {
    return null;
  }
}

/** Industries named one by one; a choice by stage or size names none. */
function chosenIndustries(written: string, all: readonly string[]): readonly string[] {
  return /^["']?\*["']?$/.test(written) ? all : (namesIn(written) ?? []).filter((name) => all.includes(name));
}

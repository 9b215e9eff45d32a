import { useRef, useState } from 'preact/hooks';
import { parse } from 'yaml';
import { settingKey } from '../../../../engine/scenario/set.js';
import type { Choices, FutureControls, PolicyControls } from '../../what-if/controls.js';
import type { Field } from '../../what-if/fields.js';
import { forgetPolicy, overridesOf, type Scope, type WhatIf } from '../../what-if/what-if.js';
import { PolicyCard, PolicyFields } from './policy-card.js';
import { livePlaces, placesOf, policiesIn, policiesOff, resetIn, type Scoped, setIn } from './scoped.js';
import { type Change, ScopedRow } from './scoped-row.js';

/** Id of the list from which a policy is added. */
const NEW_KIND = 'new-kind';

/** The policies of all futures, or of one: changed, switched off, added. */
export function PoliciesPanel(
  props: Omit<Scoped, 'scope'> & {
    readonly choices: Choices;
    readonly change: Change;
    /** The state that the controls were made from. */
    readonly computed: WhatIf;
  },
) {
  const { whatIf, controls, choices, change } = props;
  const live = livePlaces(whatIf);
  const [chosen, setChosen] = useState<Scope>('all');
  const [fresh, setFresh] = useState<string | null>(null);
  const scope: Scope = live.length === 1 ? live[0]! : chosen !== 'all' && !live.includes(chosen) ? 'all' : chosen;
  const scoped: Scoped = { ...props, scope };
  const places = placesOf(scoped);
  const off = policiesOff(scoped);
  // What was just switched off is gone from the list before it is computed.
  const policies = policiesIn(scoped).flatMap(({ name, places: having }) => {
    const without = off.find((each) => each.name === name)?.places ?? [];
    const left = having.filter((k) => !without.includes(k));
    return left.length === 0 ? [] : [{ name, places: left }];
  });

  const gone = off.filter(({ name }) => !policies.some((each) => each.name === name));
  // What was just switched on is not in the list before it is computed.
  const coming = policiesOff({ ...scoped, whatIf: props.computed }).filter(
    ({ name }) => ![...policies, ...gone].some((each) => each.name === name),
  );
  // Each keeps its place, whether on or off.
  const order = useRef<readonly string[]>([]);
  order.current = [...new Set([...order.current, ...[...policies, ...gone].map(({ name }) => name)])];
  const add = (kind: Choices['kinds'][number]): void => {
    const taken = new Set([...policies, ...off].map(({ name }) => name));
    let name = kind.kind;
    for (let n = 2; taken.has(name); n++) name = `${kind.kind} ${n}`;
    const path = `policies.${settingKey(name)}`;
    // Where the first policy acts, unless the kind says where by itself.
    const where = policies.length === 0 ? null : controls[live[0]!]!.policies[0]?.regions.chosen;
    const needs: (readonly [string, string])[] =
      kind.needs.length > 0 || where == null ? [...kind.needs] : [['regions', JSON.stringify(where)]];
    setFresh(name);
    change((now) =>
      [['kind', kind.kind] as const, ...needs].reduce(
        (made, [field, value]) => setIn(made, scope, places, `${path}.${field}`, value),
        now,
      ),
    );
  };
  return (
    <section aria-labelledby="policies-title">
      <h2 id="policies-title">Policies</h2>
      {live.length > 1 && <ScopeTabs live={live} scope={scope} controls={controls} choose={setChosen} />}
      {order.current.map((name) => {
        const on = policies.find((each) => each.name === name);
        const without = gone.find((each) => each.name === name);
        if (on === undefined && without === undefined && !coming.some((each) => each.name === name)) return null;
        return (
          <PolicyEntry
            key={name}
            name={name}
            having={on?.places ?? []}
            without={without ?? null}
            scoped={scoped}
            choices={choices}
            change={change}
            open={fresh === name}
          />
        );
      })}
      <AddPolicy choices={choices} add={add} />
    </section>
  );
}

/** A policy of the list, switched on or off: its card, and its fields where it is on. */
function PolicyEntry(props: {
  readonly name: string;
  /** The futures that have it. */
  readonly having: readonly number[];
  /** The futures in which it is switched off, and its path there; null where it is on in all. */
  readonly without: { readonly places: readonly number[]; readonly path: string } | null;
  readonly scoped: Scoped;
  readonly choices: Choices;
  readonly change: Change;
  readonly open: boolean;
}) {
  const { name, having, without, scoped, choices, change, open } = props;
  const { whatIf, controls, scope } = scoped;
  const places = placesOf(scoped);
  const lastSet = (k: number, path: string): string | undefined =>
    overridesOf(whatIf, k).findLast((each) => each.path === path)?.value;
  const policy = having.length === 0 ? undefined : policyIn(controls[having.at(-1)!]!, name);
  const added = [...whatIf.common, ...having.flatMap((k) => whatIf.futures[k]!.own)].some(
    ({ path }) => path === `${policy?.path}.kind`,
  );
  const turn = (): void => {
    if (policy !== undefined) change((now) => setIn(now, scope, having, `${policy.path}.remove`, 'true'));
    else if (without !== null) change((now) => resetIn(now, scope, without.places, without.path));
  };
  return (
    <PolicyCard
      name={name}
      off={without !== null}
      added={added}
      turn={turn}
      forget={() => {
        document.getElementById(NEW_KIND)?.focus();
        change((now) => forgetPolicy(now, policy!.path));
      }}
    >
      {policy !== undefined && (
        <PolicyFields
          policy={policy}
          only={having.length === places.length ? null : having.map((k) => controls[k]!.name).join(', ')}
          choices={choices}
          chosen={{
            regions: namesIn(lastSet(having.at(-1)!, policy.regions.path)) ?? policy.regions.chosen,
            industries: chosenIndustries(
              lastSet(having.at(-1)!, policy.industries?.path ?? '') ?? policy.industries?.standing ?? '',
              choices.industries,
            ),
          }}
          open={open}
          row={({ path }) => (
            <ScopedRow
              key={`${scope} ${path}`}
              of={name}
              scoped={scoped}
              places={having}
              path={path}
              find={(of) => fieldOf(policyIn(of, name), path)}
              change={change}
            />
          )}
          setIndustries={(value) => change((now) => setIn(now, scope, having, policy.industries?.path ?? '', value))}
          setRegions={(value) => change((now) => setIn(now, scope, having, policy.regions.path, value))}
        />
      )}
    </PolicyCard>
  );
}

/** The choice between changing all futures or one. */
function ScopeTabs(props: {
  readonly live: readonly number[];
  readonly scope: Scope;
  readonly controls: Scoped['controls'];
  choose(scope: Scope): void;
}) {
  const { live, scope, controls, choose } = props;
  return (
    <fieldset class="tabs">
      <legend>Changes apply to</legend>
      {(['all', ...live] as Scope[]).map((each) => (
        <label key={each}>
          <input type="radio" name="scope" checked={scope === each} onChange={() => choose(each)} />
          {each === 'all' ? (live.length === 2 ? 'both' : 'all') : controls[each]!.name}
        </label>
      ))}
    </fieldset>
  );
}

function policyIn(controls: FutureControls, name: string): PolicyControls | undefined {
  return controls.policies.find((each) => each.name === name);
}

function fieldOf(policy: PolicyControls | undefined, path: string): Field | undefined {
  if (policy === undefined) return undefined;
  const { headline, industries, further } = policy;
  return [...headline, ...(industries === null ? [] : [industries]), ...further].find((each) => each.path === path);
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

function AddPolicy({ choices, add }: { readonly choices: Choices; add(kind: Choices['kinds'][number]): void }) {
  const [kind, setKind] = useState(choices.kinds[0]!.kind);
  const chosen = choices.kinds.find((each) => each.kind === kind) ?? choices.kinds[0]!;
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        add(chosen);
      }}
    >
      <label for={NEW_KIND}>Add a policy</label>
      <select
        id={NEW_KIND}
        value={kind}
        title={chosen.summary}
        onChange={(event) => setKind(event.currentTarget.value)}
      >
        {choices.kinds.map((each) => (
          <option key={each.kind} value={each.kind}>
            {each.title}
          </option>
        ))}
      </select>
      <button type="submit">Add</button>
    </form>
  );
}

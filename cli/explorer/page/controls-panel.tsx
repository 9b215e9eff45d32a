import { useState } from 'preact/hooks';
import { parse } from 'yaml';
import { FUTURE_COLOURS } from '../../../engine/report/figures/colours.js';
import { settingKey } from '../../../engine/scenario/set.js';
import type { Choices, Field, FutureControls } from '../what-if/controls.js';
import { forgetPolicy, overridesOf, pinFuture, type Scope, unpin, type WhatIf } from '../what-if/what-if.js';
import { type FieldProps, FieldRow } from './field-row.js';
import { Fold, Folded } from './fold.js';
import { PolicyCard, PolicyOff } from './policy-card.js';
import { fieldState, livePlaces, placesOf, policiesIn, policiesOff, resetIn, type Scoped, setIn } from './scoped.js';
import { useNarrow } from './use-narrow.js';

/** What the panel needs of the page. */
export interface PanelProps extends Omit<Scoped, 'scope'> {
  readonly choices: Choices;
  change(step: (now: WhatIf) => WhatIf, gesture?: string | null): void;
  /** Saves a future as a scenario file. */
  save(k: number): void;
}

/** Everything that can be changed: how far the regions act together first, then the policies, then the rest, folded. */
export function ControlsPanel(props: PanelProps) {
  const { whatIf, controls, choices, change } = props;
  const live = livePlaces(whatIf);
  const [chosen, setChosen] = useState<Scope>('all');
  const scope: Scope = live.length === 1 ? live[0]! : chosen !== 'all' && !live.includes(chosen) ? 'all' : chosen;
  const scoped: Scoped = { ...props, scope };
  const narrow = useNarrow();
  const [fresh, setFresh] = useState<string | null>(null);

  const row = (
    at: Scoped,
    places: readonly number[],
    path: string,
    find: (of: FutureControls) => Field | undefined,
    more: Pick<FieldProps, 'label' | 'tools'> = {},
  ) => {
    const state = fieldState(at, places, path, find);
    if (state === null) return null;
    const name = `${at.scope}`;
    return (
      <FieldRow
        key={`${name} ${path}`}
        {...state}
        {...more}
        scope={name}
        set={(value, gesture) =>
          change((now) => setIn(now, at.scope, places, path, value), gesture === null ? null : `${name} ${gesture}`)
        }
        reset={() => change((now) => resetIn(now, at.scope, places, path))}
      />
    );
  };
  const everywhere: Scoped = { ...props, scope: live.length === 1 ? live[0]! : 'all' };
  const first = controls[live[0]!]!;
  const years: Field = {
    path: 'years.to',
    label: 'last year',
    meaning: `last year projected, from ${first.years.from}`,
    unit: 'year',
    standing: String(first.years.to),
    central: first.years.to,
    uncertain: false,
    slider: { low: first.years.from + 1, high: Math.max(first.years.to, first.years.from + 39), step: 1 },
    evidence: null,
  };
  const places = placesOf(scoped);
  const off = policiesOff(scoped);
  // What was just switched off is gone from the list before it is computed.
  const policies = policiesIn(scoped).flatMap(({ name, places: having }) => {
    const without = off.find((each) => each.name === name)?.places ?? [];
    const left = having.filter((k) => !without.includes(k));
    return left.length === 0 ? [] : [{ name, places: left }];
  });

  const lastSet = (k: number, path: string): string | undefined =>
    overridesOf(whatIf, k).findLast((each) => each.path === path)?.value;
  const tableNow = lastSet(live.at(-1)!, 'table') ?? controls[live.at(-1)!]!.table;
  const gone = off.filter(({ name }) => !policies.some((each) => each.name === name));
  return (
    <>
      <section class="dials" aria-labelledby="dial-title">
        <h2 id="dial-title">Together or apart?</h2>
        {whatIf.futures.map(({ pinned }, k) => (
          <div class="dial" key={controls[k]!.name} style={{ '--future': `var(--future-${k % FUTURE_COLOURS})` }}>
            {pinned ? (
              <PinnedFuture name={controls[k]!.name} unpin={() => change(unpin)} />
            ) : (
              <>
                {row({ ...props, scope: k }, [k], 'coordination', (of) => of.coordination, {
                  label: controls[k]!.name,
                  tools: (
                    <FutureTools
                      name={controls[k]!.name}
                      pin={() => change((now) => pinFuture(now, k, `${controls[k]!.name} pinned`))}
                      save={() => props.save(k)}
                    />
                  ),
                })}
                <p class="ends" aria-hidden="true">
                  <span>each for itself</span>
                  <span>together</span>
                </p>
              </>
            )}
          </div>
        ))}
      </section>

      <Folded when={narrow} summary="What else can be changed: policies, years, assumptions">
        <section aria-labelledby="policies-title">
          <h2 id="policies-title">Policies</h2>
          {live.length > 1 && (
            <fieldset class="tabs">
              <legend>Changes apply to</legend>
              {(['all', ...live] as Scope[]).map((each) => (
                <label key={each}>
                  <input type="radio" name="scope" checked={scope === each} onChange={() => setChosen(each)} />
                  {each === 'all' ? (live.length === 2 ? 'both' : 'all') : controls[each]!.name}
                </label>
              ))}
            </fieldset>
          )}
          {policies.map(({ name, places: having }) => {
            const find = (of: FutureControls) => of.policies.find((each) => each.name === name);
            const policy = find(controls[having.at(-1)!]!)!;
            const added = [...whatIf.common, ...having.flatMap((k) => whatIf.futures[k]!.own)].some(
              ({ path }) => path === `${policy.path}.kind`,
            );
            return (
              <PolicyCard
                key={name}
                policy={policy}
                added={added}
                only={having.length === places.length ? null : having.map((k) => controls[k]!.name).join(', ')}
                choices={choices}
                chosen={{
                  regions: namesIn(lastSet(having.at(-1)!, policy.regions.path)) ?? policy.regions.chosen,
                  industries: chosenIndustries(
                    lastSet(having.at(-1)!, policy.industries?.path ?? '') ?? policy.industries?.standing ?? '',
                    choices.industries,
                  ),
                }}
                open={fresh === name}
                row={(field) =>
                  row(scoped, having, field.path, (of) => {
                    const own = find(of);
                    return [...(own?.headline ?? []), own?.industries, ...(own?.further ?? [])].find(
                      (each) => each?.path === field.path,
                    ) as Field | undefined;
                  })
                }
                switchOff={() => change((now) => setIn(now, scope, having, `${policy.path}.remove`, 'true'))}
                forget={() => change((now) => forgetPolicy(now, policy.path))}
                setIndustries={(value) =>
                  change((now) => setIn(now, scope, having, policy.industries?.path ?? '', value))
                }
                setRegions={(value) => change((now) => setIn(now, scope, having, policy.regions.path, value))}
              />
            );
          })}
          {gone.map(({ path, name, places: having }) => (
            <PolicyOff key={name} name={name} switchOn={() => change((now) => resetIn(now, scope, having, path))} />
          ))}
          <AddPolicy
            choices={choices}
            add={(kind) => {
              const taken = new Set([...policies, ...off].map(({ name }) => name));
              let name = kind.kind;
              for (let n = 2; taken.has(name); n++) name = `${kind.kind} ${n}`;
              const path = `policies.${settingKey(name)}`;
              const where = policies.length === 0 ? null : first.policies[0]?.regions.chosen;
              const needs: (readonly [string, string])[] =
                kind.needs.length > 0 || where == null ? [...kind.needs] : [['regions', JSON.stringify(where)]];
              setFresh(name);
              change((now) =>
                [['kind', kind.kind] as const, ...needs].reduce(
                  (made, [field, value]) => setIn(made, scope, places, `${path}.${field}`, value),
                  now,
                ),
              );
            }}
          />
        </section>

        <section aria-labelledby="data-title">
          <h2 id="data-title">Years and data</h2>
          {row(everywhere, live, 'years.to', () => years)}
          {choices.tables.length > 1 && (
            <fieldset class="tabs">
              <legend>Table of outputs</legend>
              {choices.tables.map((table) => (
                <label key={table}>
                  <input
                    type="radio"
                    name="table"
                    checked={tableNow === table}
                    onChange={() => change((now) => setIn(now, everywhere.scope, live, 'table', table))}
                  />
                  {table}
                </label>
              ))}
            </fieldset>
          )}
          {whatIf.futures.length > 1 && (
            <label class="switch">
              <input
                type="checkbox"
                checked={whatIf.equalCost}
                onChange={(event) => {
                  const equalCost = event.currentTarget.checked;
                  change((now) => ({ ...now, equalCost }));
                }}
              />
              compare at equal cost
            </label>
          )}
        </section>

        <section aria-labelledby="assumptions-title">
          <h2 id="assumptions-title">Assumptions</h2>
          {first.groups.map((group, g) => (
            <Fold
              key={group.title}
              summary={group.title}
              content={() =>
                group.fields.map((field) =>
                  row(everywhere, live, field.path, (of) =>
                    of.groups[g]?.fields.find((each) => each.path === field.path),
                  ),
                )
              }
            />
          ))}
        </section>
      </Folded>
    </>
  );
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

function FutureTools(props: { readonly name: string; pin(): void; save(): void }) {
  return (
    <span class="tools">
      <button
        type="button"
        class="quiet"
        aria-label={`Pin ${props.name}`}
        title="Keep it as it is now, and compare what you change with it"
        onClick={props.pin}
      >
        Pin
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={`Save ${props.name} as a scenario file`}
        title="Save it as a scenario file"
        onClick={props.save}
      >
        Save
      </button>
    </span>
  );
}

function PinnedFuture({ name, unpin }: { readonly name: string; unpin(): void }) {
  return (
    <div class="field-head">
      <b>{name}</b>
      <span class="tools">
        <button type="button" class="quiet" aria-label={`Unpin ${name}`} onClick={unpin}>
          Unpin
        </button>
      </span>
    </div>
  );
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
      <label for="new-kind">Add a policy</label>
      <select
        id="new-kind"
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

import { useState } from 'preact/hooks';
import { settingKey } from '../../../../engine/scenario/set.js';
import type { Choices } from '../../what-if/controls.js';
import { placesOf, type Scoped, setIn } from '../../what-if/scoped.js';
import type { WhatIf } from '../../what-if/what-if.js';
import { AddPolicy } from './add-policy.js';
import { PolicyEntry } from './policy-entry.js';
import type { Change } from './scoped-row.js';
import { useEntries } from './use-entries.js';

/** The policies of a scope: changed, switched off, added. */
export function PoliciesPanel(props: {
  readonly scoped: Scoped;
  readonly choices: Choices;
  readonly change: Change;
  /** The state that the controls were made from. */
  readonly computed: WhatIf;
}) {
  const { scoped, choices, change, computed } = props;
  const [fresh, setFresh] = useState<string | null>(null);
  const entries = useEntries(scoped, computed, 'policies');
  const places = placesOf(scoped);
  const add = (kind: Choices['kinds'][number]): void => {
    const name = freeName(kind.kind, entries);
    const path = `policies.${settingKey(name)}`;
    // Where the first policy acts, unless the kind says where by itself.
    const where = entries.some(({ having }) => having.length > 0)
      ? scoped.controls[places[0]!]!.policies[0]?.regions.chosen
      : undefined;
    const needs: (readonly [string, string])[] =
      kind.needs.length > 0 || where === undefined ? [...kind.needs] : [['regions', JSON.stringify(where)]];
    setFresh(name);
    change((now) =>
      [['kind', kind.kind] as const, ...needs].reduce(
        (made, [field, value]) => setIn(made, scoped.scope, places, `${path}.${field}`, value),
        now,
      ),
    );
  };
  return (
    <section aria-labelledby="policies-title">
      <h2 id="policies-title">Policies</h2>
      {entries.map((entry) => (
        <PolicyEntry
          key={entry.name}
          entry={entry}
          scoped={scoped}
          choices={choices}
          change={change}
          open={fresh === entry.name}
        />
      ))}
      <AddPolicy choices={choices} add={add} />
    </section>
  );
}

function freeName(kind: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name));
  let name = kind;
  for (let n = 2; names.has(name); n++) name = `${kind} ${n}`;
  return name;
}

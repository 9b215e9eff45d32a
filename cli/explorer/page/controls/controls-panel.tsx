import { useState } from 'preact/hooks';
import type { Choices, FutureControls } from '../../what-if/controls.js';
import type { Field } from '../../what-if/fields.js';
import { PLAIN } from '../../what-if/number-text.js';
import type { BeliefPreset } from '../../what-if/presets.js';
import { livePlaces, type Scoped, setIn } from '../../what-if/scoped.js';
import { overridesOf, type Scope, type WhatIf } from '../../what-if/what-if.js';
import { Dials } from './dials.js';
import { EventsPanel } from './events-panel.js';
import { Fold } from './fold.js';
import { PoliciesPanel } from './policies-panel.js';
import { PresetsPanel } from './presets-panel.js';
import { ScopeChoice } from './scope-choice.js';
import { type Change, ScopedRow } from './scoped-row.js';

/** The part of the page's state that the panel shows and changes. */
export interface PanelProps extends Omit<Scoped, 'scope'> {
  readonly choices: Choices;
  readonly change: Change;
  /** The state that the controls were made from. */
  readonly computed: WhatIf;
  /** Assumptions that one may lay over all futures. */
  readonly beliefs: readonly BeliefPreset[];
  /** Saves a future as a scenario file. */
  save(k: number): void;
}

/** Everything that can be changed: where to begin and how far the regions act together first, then the policies, then the rest, folded. */
export function ControlsPanel(props: PanelProps) {
  const { whatIf, controls, choices, change, computed, beliefs } = props;
  const live = livePlaces(whatIf);
  const [chosen, setChosen] = useState<Scope>('all');
  const scope = scopeOf(chosen, live);
  const scoped: Scoped = { ...props, scope };
  const everywhere: Scoped = { ...props, scope: scopeOf('all', live) };
  return (
    <>
      <Dials {...props} />
      {live.length > 1 && <ScopeChoice live={live} scope={scope} controls={controls} choose={setChosen} />}
      <PresetsPanel scoped={scoped} beliefs={beliefs} alone={choices.regions.length === 1} change={change} />
      <PoliciesPanel scoped={scoped} choices={choices} change={change} computed={computed} />
      <EventsPanel scoped={scoped} change={change} computed={computed} />
      <YearsAndData {...props} everywhere={everywhere} />
      <Assumptions {...props} everywhere={everywhere} />
    </>
  );
}

/** The scope that was chosen, where it is still there; of a single future its place. */
function scopeOf(chosen: Scope, live: readonly number[]): Scope {
  if (live.length === 1) return live[0]!;
  return chosen !== 'all' && live.includes(chosen) ? chosen : 'all';
}

/** The panel's properties with the scope in which all futures are changed. */
type EverywhereProps = PanelProps & { readonly everywhere: Scoped };

/** The last year, the table of outputs, and if costs are made equal. */
function YearsAndData({ whatIf, controls, choices, change, everywhere }: EverywhereProps) {
  const live = livePlaces(whatIf);
  const last = live.at(-1)!;
  const years = lastYearField(controls[live[0]!]!.years);
  const table = overridesOf(whatIf, last).findLast(({ path }) => path === 'table')?.value ?? controls[last]!.table;
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">Years and data</h2>
      <ScopedRow scoped={everywhere} places={live} path="years.to" find={() => years} change={change} />
      {choices.tables.length > 1 && (
        <fieldset class="tabs">
          <legend>Table of outputs</legend>
          {choices.tables.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="table"
                checked={table === each}
                onChange={() => change((now) => setIn(now, everywhere.scope, live, 'table', each))}
              />
              {each}
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
  );
}

/** The last projected year as a field with a slider over at least 39 years. */
function lastYearField({ from, to }: FutureControls['years']): Field {
  return {
    path: 'years.to',
    label: 'last year',
    meaning: `last year projected, from ${from}`,
    unit: 'year',
    standing: String(to),
    central: to,
    uncertain: false,
    slider: { low: from + 1, high: Math.max(to, from + 39), step: 1 },
    style: PLAIN,
    evidence: null,
  };
}

/** The numbers of the growth equation, its trend and its noise, in folded groups. */
function Assumptions({ whatIf, controls, change, everywhere }: EverywhereProps) {
  const live = livePlaces(whatIf);
  return (
    <section aria-labelledby="assumptions-title">
      <h2 id="assumptions-title">Assumptions</h2>
      {controls[live[0]!]!.groups.map((group, g) => (
        <Fold
          key={group.title}
          summary={group.title}
          content={() =>
            group.fields.map(({ path }) => (
              <ScopedRow
                key={path}
                scoped={everywhere}
                places={live}
                path={path}
                find={(of) => of.groups[g]?.fields.find((each) => each.path === path)}
                change={change}
              />
            ))
          }
        />
      ))}
    </section>
  );
}

import type { Choices, FutureControls } from '../../what-if/controls.js';
import type { Field } from '../../what-if/fields.js';
import { overridesOf, type WhatIf } from '../../what-if/what-if.js';
import { Dials } from './dials.js';
import { Fold, Folded } from './fold.js';
import { PoliciesPanel } from './policies-panel.js';
import { livePlaces, type Scoped, setIn } from './scoped.js';
import { type Change, ScopedRow } from './scoped-row.js';
import { useNarrow } from './use-narrow.js';

/** The part of the page's state that the panel shows and changes. */
export interface PanelProps extends Omit<Scoped, 'scope'> {
  readonly choices: Choices;
  readonly change: Change;
  /** The state that the controls were made from. */
  readonly computed: WhatIf;
  /** Saves a future as a scenario file. */
  save(k: number): void;
}

/** Everything that can be changed: how far the regions act together first, then the policies, then the rest, folded. */
export function ControlsPanel(props: PanelProps) {
  const live = livePlaces(props.whatIf);
  const narrow = useNarrow();
  const everywhere: Scoped = { ...props, scope: live.length === 1 ? live[0]! : 'all' };
  return (
    <>
      <Dials {...props} />
      <Folded when={narrow} summary="What else can be changed: policies, years, assumptions">
        <PoliciesPanel {...props} />
        <YearsAndData {...props} everywhere={everywhere} />
        <Assumptions {...props} everywhere={everywhere} />
      </Folded>
    </>
  );
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

import type { FutureControls } from '../../what-if/controls.js';
import type { EventControls } from '../../what-if/event-controls.js';
import type { Field } from '../../what-if/fields.js';
import { type Scoped, switchOff, switchOn } from '../../what-if/scoped.js';
import type { WhatIf } from '../../what-if/what-if.js';
import { EntryCard } from './entry-card.js';
import { Fold } from './fold.js';
import { type Change, ScopedRow } from './scoped-row.js';
import { type ListedEntry, useEntries } from './use-entries.js';

/** What happens whoever wills it: each event with its change and its year, to be switched off; nothing where there is none. */
export function EventsPanel(props: {
  readonly scoped: Scoped;
  readonly change: Change;
  /** The state that the controls were made from. */
  readonly computed: WhatIf;
}) {
  const { scoped, change, computed } = props;
  const entries = useEntries(scoped, computed, 'events');
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title">Events</h2>
      {entries.map((entry) => (
        <EventEntry key={entry.name} entry={entry} scoped={scoped} change={change} />
      ))}
    </section>
  );
}

function EventEntry(props: { readonly entry: ListedEntry; readonly scoped: Scoped; readonly change: Change }) {
  const { entry, scoped, change } = props;
  const { name, having, without } = entry;
  const { scope, controls } = scoped;
  const event = having.length === 0 ? undefined : eventIn(controls[having.at(-1)!]!, name);
  const row = ({ path }: Field) => (
    <ScopedRow
      key={`${scope} ${path}`}
      of={name}
      scoped={scoped}
      places={having}
      path={path}
      find={(of) => fieldOf(eventIn(of, name), path)}
      change={change}
    />
  );
  return (
    <EntryCard
      name={name}
      off={without !== null}
      turn={() => {
        if (event !== undefined) change((now) => switchOff(now, scope, { ...event, places: having }));
        else if (without !== null) change((now) => switchOn(now, scope, without));
      }}
      forget={null}
    >
      {event !== undefined && (
        <>
          <p class="plain">{event.where}</p>
          {event.headline.map(row)}
          <Fold summary={`${event.fields.length} more fields`} content={() => event.fields.map(row)} />
        </>
      )}
    </EntryCard>
  );
}

function eventIn(controls: FutureControls, name: string): EventControls | undefined {
  return controls.events.find((each) => each.name === name);
}

function fieldOf(event: EventControls | undefined, path: string): Field | undefined {
  return event === undefined ? undefined : [...event.headline, ...event.fields].find((each) => each.path === path);
}

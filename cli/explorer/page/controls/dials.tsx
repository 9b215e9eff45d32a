import { FUTURE_COLOURS } from '../../../../engine/report/figures/drawing/colours.js';
import type { Choices } from '../../what-if/controls.js';
import type { Scoped } from '../../what-if/scoped.js';
import { pinFuture, unpin } from '../../what-if/what-if.js';
import { type Change, ScopedRow } from './scoped-row.js';

/** The degree to which the regions act together, for every future that can be changed, with buttons for each future. */
export function Dials(
  props: Omit<Scoped, 'scope'> & {
    readonly change: Change;
    readonly choices: Choices;
    /** Saves a future as a scenario file. */
    save(k: number): void;
  },
) {
  const { whatIf, controls, change } = props;
  // One region has nobody to act together with.
  const alone = props.choices.regions.length === 1;
  return (
    <section class="dials" aria-labelledby="dial-title">
      <h2 id="dial-title">{alone ? 'Futures' : 'Together or apart?'}</h2>
      {whatIf.futures.map(({ pinned }, k) => {
        const { name } = controls[k]!;
        const tools = (
          <FutureTools
            name={name}
            pin={() => change((now) => pinFuture(now, k, `${name} pinned`))}
            save={() => props.save(k)}
          />
        );
        return (
          <div class="dial" key={name} style={{ '--future': `var(--future-${k % FUTURE_COLOURS})` }}>
            {pinned ? (
              <PinnedFuture name={name} unpin={() => change(unpin)} />
            ) : alone ? (
              <div class="field-head">
                <b>{name}</b>
                {tools}
              </div>
            ) : (
              <>
                <ScopedRow
                  scoped={{ ...props, scope: k }}
                  places={[k]}
                  path="coordination"
                  find={(of) => of.coordination}
                  change={change}
                  label={name}
                  tools={tools}
                />
                <p class="ends" aria-hidden="true">
                  <span>each for itself</span>
                  <span>together</span>
                </p>
              </>
            )}
          </div>
        );
      })}
    </section>
  );
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

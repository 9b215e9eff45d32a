import type { ComponentChildren } from 'preact';
import type { Field, PolicyControls } from '../what-if/controls.js';
import { yamlText } from '../what-if/yaml-text.js';
import { Fold } from './fold.js';

/** A policy as a card: switched on or off, its headline fields first, the rest folded. */
export function PolicyCard(props: {
  readonly policy: PolicyControls;
  readonly added: boolean;
  /** Futures that have it, where not all do. */
  readonly only: string | null;
  readonly regions: readonly string[];
  readonly chosen: readonly string[];
  readonly open: boolean;
  row(field: Field): ComponentChildren;
  switchOff(): void;
  forget(): void;
  setRegions(value: string): void;
}) {
  const { policy, added, only, regions, chosen, row } = props;
  return (
    <section class="policy" aria-label={policy.name}>
      <div class="policy-head">
        <label class="switch">
          <input type="checkbox" checked onChange={props.switchOff} />
          <b>{policy.name}</b>
        </label>
        {added && (
          <button
            type="button"
            class="quiet"
            onClick={props.forget}
            aria-label={`Remove ${policy.name}`}
            title="Remove"
          >
            ✕
          </button>
        )}
      </div>
      <p class="kind" title={`${policy.summary} Apart: ${policy.apart}.`}>
        {policy.title}
        {only !== null && <em> · only in {only}</em>}
      </p>
      {policy.headline.map(row)}
      <Fold
        summary={`Where, and ${policy.further.length} more fields`}
        open={props.open}
        content={() => (
          <>
            <p class="source">
              {policy.summary} Apart: {policy.apart}.
            </p>
            <fieldset class="chips">
              <legend>Regions</legend>
              {regions.map((region) => (
                <label key={region}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(region)}
                    disabled={chosen.length === 1 && chosen[0] === region}
                    onChange={(event) => {
                      const { checked } = event.currentTarget;
                      const kept = regions.filter((each) => (each === region ? checked : chosen.includes(each)));
                      props.setRegions(yamlText(kept));
                    }}
                  />
                  {region}
                </label>
              ))}
            </fieldset>
            {policy.industries !== null && row(policy.industries)}
            {policy.further.map(row)}
          </>
        )}
      />
    </section>
  );
}

/** A policy that is switched off. */
export function PolicyOff({ name, switchOn }: { readonly name: string; switchOn(): void }) {
  return (
    <section class="policy off" aria-label={name}>
      <div class="policy-head">
        <label class="switch">
          <input type="checkbox" checked={false} onChange={switchOn} />
          <b>{name}</b>
        </label>
        <span class="unit">switched off</span>
      </div>
    </section>
  );
}

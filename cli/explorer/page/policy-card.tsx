import type { ComponentChildren } from 'preact';
import type { Choices, Field, PolicyControls } from '../what-if/controls.js';
import { yamlText } from '../what-if/yaml-text.js';
import { Fold } from './fold.js';
import { NameChoice } from './name-choice.js';

/** A policy as a card: switched on or off, its headline fields first, the rest folded. */
export function PolicyCard(props: {
  readonly policy: PolicyControls;
  readonly added: boolean;
  /** Futures that have it, where not all do. */
  readonly only: string | null;
  readonly choices: Choices;
  readonly chosen: { readonly regions: readonly string[]; readonly industries: readonly string[] };
  readonly open: boolean;
  row(field: Field): ComponentChildren;
  switchOff(): void;
  forget(): void;
  setRegions(value: string): void;
  setIndustries(value: string): void;
}) {
  const { policy, added, only, choices, row } = props;
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
            <NameChoice
              legend="Regions"
              names={choices.regions}
              chosen={props.chosen.regions}
              set={(chosen) => props.setRegions(yamlText(chosen))}
            />
            {policy.industries !== null && (
              <>
                {row(policy.industries)}
                <Fold
                  summary="Choose industries"
                  content={() => (
                    <NameChoice
                      legend="Industries"
                      names={choices.industries}
                      chosen={props.chosen.industries}
                      set={(chosen) =>
                        props.setIndustries(chosen.length === choices.industries.length ? '"*"' : yamlText(chosen))
                      }
                    />
                  )}
                />
              </>
            )}
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

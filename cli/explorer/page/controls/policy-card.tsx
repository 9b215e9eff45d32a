import type { ComponentChildren } from 'preact';
import type { Choices, PolicyControls } from '../../what-if/controls.js';
import type { Field } from '../../what-if/fields.js';
import { yamlText } from '../../what-if/yaml-text.js';
import { Fold } from './fold.js';
import { NameChoice } from './name-choice.js';

/** A policy as a card: switched on or off, then what can be set of it. One element whether on or off, so that the focus stays. */
export function PolicyCard(props: {
  readonly name: string;
  readonly off: boolean;
  readonly added: boolean;
  /** Its fields; nothing while it is off or not yet computed. */
  readonly children: ComponentChildren;
  turn(): void;
  forget(): void;
}) {
  const { name, off } = props;
  return (
    <section class={`policy${off ? ' off' : ''}`} aria-label={name}>
      <div class="policy-head">
        <label class="switch">
          <input type="checkbox" checked={!off} onChange={props.turn} />
          <b>{name}</b>
        </label>
        {off && <span class="unit">switched off</span>}
        {props.added && !off && (
          <button type="button" class="quiet" onClick={props.forget} aria-label={`Remove ${name}`} title="Remove">
            ✕
          </button>
        )}
      </div>
      {props.children}
    </section>
  );
}

/** The fields of a policy: the headline ones first, the rest folded. */
export function PolicyFields(props: {
  readonly policy: PolicyControls;
  /** Futures that have it, where not all do. */
  readonly only: string | null;
  readonly choices: Choices;
  readonly chosen: { readonly regions: readonly string[]; readonly industries: readonly string[] };
  readonly open: boolean;
  row(field: Field): ComponentChildren;
  setRegions(value: string): void;
  setIndustries(value: string): void;
}) {
  const { policy, only, choices, row } = props;
  return (
    <>
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
    </>
  );
}

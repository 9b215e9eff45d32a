import type { ComponentChildren } from 'preact';
import type { Choices } from '../../what-if/controls.js';
import type { Field } from '../../what-if/fields.js';
import type { PolicyControls } from '../../what-if/policy-controls.js';
import { yamlText } from '../../what-if/yaml-text.js';
import { Fold } from './fold.js';
import { NameChoice } from './name-choice.js';

/** A policy that is on: one slider and what it comes to; everything else behind a line that opens it. */
export function PolicyFields(props: {
  readonly policy: PolicyControls;
  /** Futures that have it, where not all do. */
  readonly only: string | null;
  readonly choices: Choices;
  /** Asked for once they are in sight: they are read from the text of a list. */
  chosenRegions(): readonly string[];
  chosenIndustries(): readonly string[];
  readonly open: boolean;
  row(field: Field, bare?: true): ComponentChildren;
  setRegions(value: string): void;
  setIndustries(value: string): void;
}) {
  const { policy, only, choices, row } = props;
  return (
    <>
      {row(policy.strength, true)}
      <p class="plain">
        {policy.plain}
        {only !== null && <em> Only in {only}.</em>}
      </p>
      <Fold
        summary={`More: where, when, and ${policy.fields.length} fields`}
        open={props.open}
        content={() => (
          <>
            <p class="source">
              {policy.title}. {policy.summary} Apart: {policy.apart}.
            </p>
            <NameChoice
              legend="Regions"
              names={choices.regions}
              chosen={props.chosenRegions()}
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
                      chosen={props.chosenIndustries()}
                      set={(chosen) =>
                        props.setIndustries(chosen.length === choices.industries.length ? '"*"' : yamlText(chosen))
                      }
                    />
                  )}
                />
              </>
            )}
            {policy.fields.map((field) => row(field))}
          </>
        )}
      />
    </>
  );
}

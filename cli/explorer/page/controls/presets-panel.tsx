import {
  allPolicies,
  applyBelief,
  applyPolicies,
  type BeliefPreset,
  beliefPreset,
  type PolicyPreset,
  policyPreset,
} from '../../what-if/presets.js';
import { fieldState, placesOf, resetIn, type Scoped, setIn } from '../../what-if/scoped.js';
import { ChoiceButtons } from './choice-buttons.js';
import type { Change } from './scoped-row.js';

/** Where to begin: what is done, how far together, and what one believes, each set at once. */
export function PresetsPanel(props: {
  readonly scoped: Scoped;
  readonly beliefs: readonly BeliefPreset[];
  /** True where there is one region, which has nobody to act together with. */
  readonly alone: boolean;
  readonly change: Change;
}) {
  const { scoped, beliefs, alone, change } = props;
  const policies = allPolicies(scoped);
  if (policies.length === 0 && beliefs.length === 0) return null;
  const belief = beliefPreset(scoped, beliefs);
  return (
    <section class="presets" aria-labelledby="presets-title">
      <h2 id="presets-title">Try</h2>
      {policies.length > 0 && <PolicyChoice scoped={scoped} names={policies.map(({ name }) => name)} change={change} />}
      {!alone && policies.length > 0 && <ActingChoice scoped={scoped} change={change} />}
      {beliefs.length > 0 && (
        <ChoiceButtons<BeliefPreset | null>
          legend="What one believes"
          choices={[
            { value: null, label: 'as written' },
            ...beliefs.map((each) => ({
              value: each,
              label: each.id.replaceAll('-', ' '),
              title: `${each.title}. ${each.why}`,
            })),
          ]}
          holds={(value) => (value === null ? belief === 'written' : belief === value)}
          choose={(value) => change((now) => applyBelief(now, scoped, beliefs, value))}
        />
      )}
    </section>
  );
}

/** All policies at once, or one alone. */
function PolicyChoice(props: { readonly scoped: Scoped; readonly names: readonly string[]; readonly change: Change }) {
  const { scoped, names, change } = props;
  const now = policyPreset(scoped);
  const only = typeof now === 'object' && now !== null ? now.only : '';
  const choose = (preset: PolicyPreset): void => change((whatIf) => applyPolicies(whatIf, scoped, preset));
  return (
    <>
      <ChoiceButtons<PolicyPreset>
        legend="What is done"
        choices={[
          { value: 'written', label: 'all policies' },
          { value: 'half', label: 'half strength' },
          { value: 'none', label: 'no policy' },
        ]}
        holds={(value) => now === value}
        choose={choose}
      />
      {names.length > 1 && (
        <select
          class="only"
          aria-label="One policy alone"
          value={only}
          onChange={({ currentTarget: { value } }) => choose(value === '' ? 'written' : { only: value })}
        >
          <option value="">one policy alone …</option>
          {names.map((name) => (
            <option key={name} value={name}>
              only: {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** How far the regions act together, in three steps; the dials have all between. */
function ActingChoice({ scoped, change }: { readonly scoped: Scoped; readonly change: Change }) {
  const places = placesOf(scoped);
  const state = fieldState(scoped, places, 'coordination', (of) => of.coordination);
  const holds = state === null || state.differs !== null ? null : Number(state.written ?? state.field.standing);
  return (
    <ChoiceButtons<number | null>
      legend="How the regions act"
      choices={[
        ...(places.length > 1 ? [{ value: null, label: 'as written' }] : []),
        { value: 0, label: 'apart' },
        { value: 0.5, label: 'half-way' },
        { value: 1, label: 'together' },
      ]}
      holds={(value) => (value === null ? state?.changed === false : holds === value)}
      choose={(value) =>
        change((now) =>
          value === null
            ? resetIn(now, scoped.scope, places, 'coordination')
            : setIn(now, scoped.scope, places, 'coordination', String(value)),
        )
      }
    />
  );
}

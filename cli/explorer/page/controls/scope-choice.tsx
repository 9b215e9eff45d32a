import type { Scoped } from '../../what-if/scoped.js';
import type { Scope } from '../../what-if/what-if.js';

/** The choice between changing all futures or one. */
export function ScopeChoice(props: {
  readonly live: readonly number[];
  readonly scope: Scope;
  readonly controls: Scoped['controls'];
  choose(scope: Scope): void;
}) {
  const { live, scope, controls, choose } = props;
  return (
    <fieldset class="tabs scope">
      <legend>Changes apply to</legend>
      {(['all', ...live] as Scope[]).map((each) => (
        <label key={each}>
          <input type="radio" name="scope" checked={scope === each} onChange={() => choose(each)} />
          {each === 'all' ? (live.length === 2 ? 'both' : 'all') : controls[each]!.name}
        </label>
      ))}
    </fieldset>
  );
}

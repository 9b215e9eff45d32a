import { useState } from 'preact/hooks';
import type { Choices } from '../../what-if/controls.js';

/** Id of the list from which a policy is added. */
export const NEW_KIND = 'new-kind';

/** The list of kinds from which a policy is added. */
export function AddPolicy({ choices, add }: { readonly choices: Choices; add(kind: Choices['kinds'][number]): void }) {
  const [kind, setKind] = useState(choices.kinds[0]!.kind);
  const chosen = choices.kinds.find((each) => each.kind === kind) ?? choices.kinds[0]!;
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        add(chosen);
      }}
    >
      <label for={NEW_KIND}>Add a policy</label>
      <select
        id={NEW_KIND}
        value={kind}
        title={chosen.summary}
        onChange={(event) => setKind(event.currentTarget.value)}
      >
        {choices.kinds.map((each) => (
          <option key={each.kind} value={each.kind}>
            {each.title}
          </option>
        ))}
      </select>
      <button type="submit">Add</button>
    </form>
  );
}

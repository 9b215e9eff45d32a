import type { FutureControls } from '../../what-if/controls.js';
import type { Field } from '../../what-if/fields.js';
import { fieldState, resetIn, type Scoped, setIn } from '../../what-if/scoped.js';
import type { WhatIf } from '../../what-if/what-if.js';
import { type FieldProps, FieldRow } from './field-row.js';

/** Changes a what-if; steps of one gesture are one step for undo. */
export type Change = (step: (now: WhatIf) => WhatIf, gesture?: string | null) => void;

/** A field of some futures at once. */
export function ScopedRow(
  props: Pick<FieldProps, 'label' | 'of' | 'bare' | 'tools'> & {
    readonly scoped: Scoped;
    /** Places of the futures it is about. */
    readonly places: readonly number[];
    readonly path: string;
    /** Finds it among the controls of one future. */
    find(controls: FutureControls): Field | undefined;
    readonly change: Change;
  },
) {
  const { scoped, places, path, find, change, ...look } = props;
  const state = fieldState(scoped, places, path, find);
  if (state === null) return null;
  const scope = String(scoped.scope);
  return (
    <FieldRow
      {...state}
      {...look}
      scope={scope}
      set={(value, gesture) =>
        change((now) => setIn(now, scoped.scope, places, path, value), gesture === null ? null : `${scope} ${gesture}`)
      }
      reset={() => change((now) => resetIn(now, scoped.scope, places, path))}
    />
  );
}

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Field } from '../../what-if/fields.js';
import { numberIn, numberText } from '../../what-if/number-text.js';
import { withoutQuotes, withQuotes } from '../../what-if/yaml-text.js';

/** A field with everything else that the page knows of it. */
export interface FieldProps {
  readonly field: Field;
  /** The value it is set to, where that is not (yet) the one that holds. */
  readonly written: string | undefined;
  /** The values of several futures, where they differ. */
  readonly differs: string | null;
  readonly mistakes: readonly string[];
  /** True where it differs from the files. */
  readonly changed: boolean;
  /** A label in place of its name, such as the future it belongs to. */
  readonly label?: string;
  /** The owner of the field, such as a policy, where the page shows it above. */
  readonly of?: string;
  /** True where its name stands above already: only those who hear the page are told it. */
  readonly bare?: true;
  /** Further buttons beside its name. */
  readonly tools?: ComponentChildren;
  /** Names the futures it is about, to make ids. */
  readonly scope: string;
  /** @param gesture of a slider being moved; null for a value of its own */
  set(value: string, gesture: string | null): void;
  reset(): void;
}

/** Letters that fit beside a slider. */
const SHORT = 7;

/** One thing that can be set: its name, a slider and a field for the same number, its source behind a question mark. */
export function FieldRow(props: FieldProps) {
  const { field, written, differs, mistakes, changed, label, of, scope, set } = props;
  const [explained, setExplained] = useState(false);
  // What is being typed stays, whatever is drawn anew in the meantime.
  const [draft, setDraft] = useState<string | null>(null);
  const id = `${scope}-${field.path}`.replace(/[^\w-]/g, '_');
  const { slider, style, central, evidence } = field;
  const name = [label, field.label, of].filter((each) => each !== undefined).join(', ');
  const shown = written === undefined ? (differs === null ? field.standing : '') : withoutQuotes(written);
  const takeOver = (): void => {
    if (draft === null) return;
    const text = draft.trim();
    setDraft(null);
    if (text === '') props.reset();
    else if (text !== shown) set(withQuotes(text), null);
  };
  const reset = (): void => {
    document.getElementById(id)?.focus();
    props.reset();
  };
  const place = slider === null ? null : (numberIn(shown, style) ?? central);
  const classes = [
    'field',
    changed ? 'changed' : '',
    mistakes.length > 0 ? 'wrong' : '',
    place === null ? 'plain' : '',
    props.bare === true ? 'bare' : '',
    (differs ?? shown).length > SHORT ? 'long' : '',
  ].join(' ');
  const described = mistakes.length > 0 ? `${id}-mistakes` : explained ? `${id}-source` : undefined;
  return (
    <div class={classes}>
      {props.bare === true ? (
        <label class="hidden" for={id}>
          {name}
        </label>
      ) : (
        <FieldHead
          {...props}
          id={id}
          name={name}
          explained={explained}
          explain={() => setExplained(!explained)}
          reset={reset}
        />
      )}
      <div class="field-body">
        {slider !== null && place !== null && (
          <input
            type="range"
            aria-label={`${name}, slider`}
            min={slider.low}
            max={slider.high}
            step={slider.step}
            value={place}
            onInput={(event) => set(numberText(Number(event.currentTarget.value), slider.step, style), field.path)}
          />
        )}
        <input
          id={id}
          type="text"
          value={draft ?? shown}
          data-shown={shown}
          placeholder={differs ?? evidence?.byDefault ?? ''}
          aria-invalid={mistakes.length > 0}
          aria-describedby={described}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => setDraft(event.currentTarget.value)}
          onBlur={takeOver}
          onKeyDown={(event) => {
            if (event.key === 'Enter') takeOver();
            if (event.key === 'Escape') setDraft(null);
          }}
        />
        {props.bare === true && changed && <ResetButton name={name} reset={reset} />}
      </div>
      {mistakes.length > 0 && (
        <p class="mistake" id={`${id}-mistakes`} role="alert">
          {mistakes.join('; ')}
        </p>
      )}
      {explained && <FieldSource field={field} id={`${id}-source`} />}
    </div>
  );
}

/** The name of a field, with the buttons that explain it and put it back. */
function FieldHead(
  props: Pick<FieldProps, 'field' | 'label' | 'changed' | 'tools'> & {
    readonly id: string;
    /** Its whole name, for those who hear the page. */
    readonly name: string;
    readonly explained: boolean;
    explain(): void;
    reset(): void;
  },
) {
  const { field, label, changed, tools, id, name, explained, explain, reset } = props;
  return (
    <div class="field-head">
      <label for={id}>
        {label ?? field.label}
        <span class="hidden">{name.slice((label ?? field.label).length)}</span>
      </label>
      <button
        type="button"
        class="quiet"
        aria-expanded={explained}
        aria-label={`${name}: meaning and source`}
        title={field.meaning}
        onClick={explain}
      >
        ?
      </button>
      {changed && <ResetButton name={name} reset={reset} />}
      {tools ?? <span class="unit">{field.unit === '1' ? '' : field.unit}</span>}
    </div>
  );
}

/** Puts a field back to what the files say. */
function ResetButton({ name, reset }: { readonly name: string; reset(): void }) {
  return (
    <button
      type="button"
      class="quiet reset"
      aria-label={`${name}: as in the file`}
      title="As in the file"
      onClick={reset}
    >
      ↺
    </button>
  );
}

/** The meaning of a field and the source of its default. */
function FieldSource({ field, id }: { readonly field: Field; readonly id: string }) {
  const { evidence } = field;
  return (
    <p class="source" id={id}>
      {field.meaning}.
      {evidence !== null && (
        <>
          {' '}
          Default {evidence.byDefault}; plausible {evidence.range[0]} to {evidence.range[1]}. Source:{' '}
          {sourceText(evidence)}.
        </>
      )}
      {field.uncertain && ' Monte Carlo draws it from the distribution; the slider puts one number in its place.'}
      <code>{field.path}</code>
    </p>
  );
}

/** The source of a number, beginning with its status. */
function sourceText({ status, source }: NonNullable<Field['evidence']>): string {
  return source.startsWith(status) ? source : `${status}: ${source}`;
}

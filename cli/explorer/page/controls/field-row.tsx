import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Field } from '../../what-if/controls.js';
import { withoutQuotes, withQuotes } from '../../what-if/yaml-text.js';
import { sliderText } from './number-text.js';

/** A field with what the page knows of it besides. */
export interface FieldProps {
  readonly field: Field;
  /** What it is set to, where that is not (yet) what holds. */
  readonly written: string | undefined;
  /** What holds in several futures, where they differ. */
  readonly differs: string | null;
  readonly mistakes: readonly string[];
  /** Whether it differs from the files. */
  readonly changed: boolean;
  /** In place of its name, such as the future it belongs to. */
  readonly label?: string;
  /** Whose field it is, such as a policy's, where the page shows that above it. */
  readonly of?: string;
  /** Further buttons beside its name. */
  readonly tools?: ComponentChildren;
  /** Of the futures it is about, to make ids. */
  readonly scope: string;
  /** @param gesture of a slider being moved; null for a value of its own */
  set(value: string, gesture: string | null): void;
  reset(): void;
}

/** Letters that fit beside a slider. */
const SHORT = 7;

/** One thing that can be set: its name, a slider and a field for the same number, its source behind a question mark. */
export function FieldRow(props: FieldProps) {
  const { field, written, differs, mistakes, changed, label, of, tools, scope, set } = props;
  const [explained, setExplained] = useState(false);
  // What is being typed stays, whatever is drawn anew in the meantime.
  const [draft, setDraft] = useState<string | null>(null);
  const id = `${scope}-${field.path}`.replace(/[^\w-]/g, '_');
  const { slider, central, evidence } = field;
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
  const place = slider === null ? null : sliderPlace(shown, central);
  const classes = [
    'field',
    changed ? 'changed' : '',
    mistakes.length > 0 ? 'wrong' : '',
    place === null ? 'plain' : '',
    (differs ?? shown).length > SHORT ? 'long' : '',
  ].join(' ');
  const described = mistakes.length > 0 ? `${id}-mistakes` : explained ? `${id}-source` : undefined;
  return (
    <div class={classes}>
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
          onClick={() => setExplained(!explained)}
        >
          ?
        </button>
        {changed && (
          <button
            type="button"
            class="quiet"
            aria-label={`${name}: as in the file`}
            title="As in the file"
            onClick={reset}
          >
            ↺
          </button>
        )}
        {tools ?? <span class="unit">{field.unit === '1' ? '' : field.unit}</span>}
      </div>
      <div class="field-body">
        {slider !== null && place !== null && (
          <input
            type="range"
            aria-label={`${name}, slider`}
            min={slider.low}
            max={slider.high}
            step={slider.step}
            value={place}
            onInput={(event) => set(sliderText(Number(event.currentTarget.value), slider.step), field.path)}
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
      </div>
      {mistakes.length > 0 && (
        <p class="mistake" id={`${id}-mistakes`} role="alert">
          {mistakes.join('; ')}
        </p>
      )}
      {explained && (
        <p class="source" id={`${id}-source`}>
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
      )}
    </div>
  );
}

/** What was just written moves the slider at once, before it is computed; null where there is no number. */
function sliderPlace(shown: string, central: number | null): number | null {
  const written = shown === '' ? Number.NaN : Number(shown);
  return Number.isFinite(written) ? written : central;
}

/** Where a number comes from, which begins with its status. */
function sourceText({ status, source }: NonNullable<Field['evidence']>): string {
  return source.startsWith(status) ? source : `${status}: ${source}`;
}

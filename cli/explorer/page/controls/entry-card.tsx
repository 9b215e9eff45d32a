import type { ComponentChildren } from 'preact';

/** A policy or an event as a card with its switch. One element whether on or off, so that the focus stays. */
export function EntryCard(props: {
  readonly name: string;
  readonly off: boolean;
  /** Its fields; nothing while it is off or not yet computed. */
  readonly children: ComponentChildren;
  turn(): void;
  /** Takes away what was added here; null for what a file has. */
  readonly forget: (() => void) | null;
}) {
  const { name, off, forget } = props;
  return (
    <section class={`policy${off ? ' off' : ''}`} aria-label={name}>
      <div class="policy-head">
        <label class="switch">
          <input type="checkbox" checked={!off} onChange={props.turn} />
          <b>{name}</b>
        </label>
        {off && <span class="unit">switched off</span>}
        {forget !== null && !off && (
          <button type="button" class="quiet" onClick={forget} aria-label={`Remove ${name}`} title="Remove">
            ✕
          </button>
        )}
      </div>
      {props.children}
    </section>
  );
}

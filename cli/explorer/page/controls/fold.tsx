import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Something behind a line that opens it, made only once it is opened. */
export function Fold(props: { readonly summary: string; readonly open?: boolean; content(): ComponentChildren }) {
  const [open, setOpen] = useState(props.open ?? false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      {open && props.content()}
    </details>
  );
}

/** One of several parts of which one is seen. */
export interface Tab {
  readonly id: string;
  readonly name: string;
}

/** Tabs over the panel `board-panel`: the arrow keys go from one to the next, as the ARIA practices have it. */
export function Tabs(props: { readonly tabs: readonly Tab[]; readonly open: string; choose(id: string): void }) {
  const { tabs, open, choose } = props;
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === open);
    const next = tabs[placeOf(event.key, at, tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="What is shown" class="board-tabs" onKeyDown={move}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === open}
          aria-controls="board-panel"
          tabIndex={id === open ? 0 : -1}
          onClick={() => choose(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** The place that a key leads to; null for any other key. */
function placeOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

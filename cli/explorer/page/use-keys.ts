import { useEffect } from 'preact/hooks';
import { endGesture, type History, redo, undo } from '../what-if/history.js';

/** Undoes and redoes by keys; a slider let go of ends its step. */
export function useKeys(setHistory: (step: (now: History) => History) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || editing(event.target)) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      if (!back && key !== 'y' && key !== 'z') return;
      event.preventDefault();
      setHistory(back ? undo : redo);
    };
    const released = (): void => setHistory(endGesture);
    addEventListener('keydown', pressed);
    addEventListener('change', released);
    return () => {
      removeEventListener('keydown', pressed);
      removeEventListener('change', released);
    };
  }, []);
}

/** True while somebody is typing a text that is not yet taken over. */
function editing(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'text' && target.value !== target.dataset.shown;
}

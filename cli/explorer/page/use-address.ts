import { useEffect, useRef } from 'preact/hooks';
import { readAddress, writeAddress } from '../what-if/address.js';
import { goThere, type History } from '../what-if/history.js';
import type { WhatIf } from '../what-if/what-if.js';

/** Quiet before the address is rewritten, in milliseconds: browsers refuse to have it done all the time. */
const ADDRESS_PAUSE = 250;

/**
 * Keeps the state in the address, and goes where the browser leads.
 *
 * @param start the state of an address without one
 */
export function useAddress(
  history: History,
  start: WhatIf,
  setHistory: (step: (now: History) => History) => void,
  complain: (problem: string) => void,
): void {
  const { present } = history;
  const written = useRef({ hash: location.hash.slice(1), steps: 0 });
  useEffect(() => {
    const timer = setTimeout(() => {
      const hash = writeAddress(present);
      const steps = history.done.length;
      // Each step is one for the browser's way back too; a slider under way, or where the browser itself led, is none.
      const another = steps !== written.current.steps && hash !== location.hash.slice(1);
      written.current = { hash, steps };
      if (another) window.history.pushState(null, '', `#${hash}`);
      else window.history.replaceState(null, '', `#${hash}`);
    }, ADDRESS_PAUSE);
    return () => clearTimeout(timer);
  }, [present]);
  useEffect(() => {
    const moved = (): void => {
      const hash = location.hash.slice(1);
      if (hash === written.current.hash) return;
      const read = hash === '' ? { whatIf: start } : readAddress(hash);
      if ('problem' in read) complain(read.problem);
      else setHistory((now) => goThere(now, read.whatIf));
    };
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
}

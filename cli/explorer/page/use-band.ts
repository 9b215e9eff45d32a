import { useEffect, useMemo, useState } from 'preact/hooks';
import type { WhatIf } from '../what-if/what-if.js';
import { startBand } from './clients.js';
import type { Start } from './messages.js';

/** Quiet before draws begin, in milliseconds. */
const PAUSE = 500;

/** What the draws say, and how far they are. */
export interface BandState {
  readonly html: string;
  readonly status: string;
}

/** Draws in the background, whenever nothing has changed for a while. */
export function useBand(whatIf: WhatIf, computable: boolean, { draws, seed }: Start): BandState {
  const [state, setState] = useState<BandState>({ html: '', status: '' });
  const ask = useMemo(
    () =>
      startBand((answer) => {
        const of = `${draws} draws, seed ${seed}`;
        if ('done' in answer) setState((now) => ({ ...now, status: `Drawing: ${answer.done} of ${of} …` }));
        else if ('html' in answer)
          setState({ html: answer.html, status: `${of}, the same as npx tandem montecarlo draws.` });
        else setState({ html: '', status: 'failure' in answer ? answer.failure : '' });
      }),
    [],
  );
  useEffect(() => {
    ask(null);
    if (!computable || draws === 0) return;
    setState((now) => (now.html === '' ? now : { ...now, status: 'Of the futures before the last change.' }));
    const timer = setTimeout(() => ask({ whatIf, draws, seed }), PAUSE);
    return () => clearTimeout(timer);
  }, [whatIf, computable]);
  return state;
}

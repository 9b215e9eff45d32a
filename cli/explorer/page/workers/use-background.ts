import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Start } from '../../what-if/start.js';
import type { WhatIf } from '../../what-if/what-if.js';
import { startBackground } from './clients.js';

/** Quiet before anything is computed in the background, in milliseconds. */
const PAUSE = 500;

/** The remark on figures that are not yet computed anew. */
export const BEFORE = 'Of the futures before the last change.';

/** The parts of the page that take too long to be redrawn with every change, as markup. */
export interface Background {
  readonly reasons: string;
  readonly band: string;
  /** Progress of the draws, in words. */
  readonly status: string;
  /** True while the reasons are still those of the futures before the last change. */
  readonly reasonsOld: boolean;
}

const NOTHING: Background = { reasons: '', band: '', status: '', reasonsOld: false };

/** Computes in the background whenever nothing has changed for a while. */
export function useBackground(whatIf: WhatIf, computable: boolean, { draws, seed }: Start): Background {
  const [state, setState] = useState(NOTHING);
  const ask = useMemo(() => {
    const of = `${draws} draws, seed ${seed}`;
    return startBackground((answer) => {
      if ('reasons' in answer) setState((now) => ({ ...now, reasons: answer.reasons, reasonsOld: false }));
      else if ('done' in answer) setState((now) => ({ ...now, status: `Drawing: ${answer.done} of ${of} …` }));
      else if ('band' in answer) {
        const status = `${of}, the same as npx tandem montecarlo draws.`;
        setState((now) => ({ ...now, band: answer.band, status }));
      } else setState({ ...NOTHING, status: answer.failure });
    });
  }, []);
  useEffect(() => {
    ask(null);
    setState((now) => ({
      ...now,
      status: now.band === '' ? '' : BEFORE,
      reasonsOld: now.reasons !== '',
    }));
    if (!computable) return;
    const timer = setTimeout(() => ask({ whatIf, draws, seed }), PAUSE);
    return () => clearTimeout(timer);
  }, [whatIf, computable]);
  return state;
}

import { useMemo, useState } from 'preact/hooks';
import type { Shown, ShownMistake } from '../what-if/shown.js';
import type { WhatIf } from '../what-if/what-if.js';
import { figuresInSight } from './results/sight.js';
import { startEngine } from './workers/clients.js';

/** The shown board, and the state that it is of. */
export interface Answered {
  readonly shown: Shown;
  readonly whatIf: WhatIf;
}

/**
 * Starts the worker that computes, and keeps the last that it answered: the page, its figures and the mistakes of what was asked since.
 *
 * @param first what is shown before it has answered, where that is known
 */
export function useEngine(setNotice: (notice: string | null) => void, first: Answered | null) {
  const [latest, setLatest] = useState(first);
  const [figures, setFigures] = useState<Shown['figures']>({});
  const [mistakes, setMistakes] = useState<readonly ShownMistake[]>([]);
  const engine = useMemo(
    () =>
      startEngine(
        {
          shown: (shown, whatIf) => {
            setLatest({ shown, whatIf });
            setFigures((now) => ({ ...now, ...shown.figures }));
            setMistakes([]);
          },
          rest: (others, chapters) => {
            setFigures((now) => ({ ...now, ...others }));
            setLatest((now) => now && { ...now, shown: { ...now.shown, chapters } });
          },
          mistaken: (found, instead) => {
            setMistakes(found);
            if (instead === undefined) return;
            setLatest(instead);
            setFigures(instead.shown.figures);
          },
          failed: setNotice,
        },
        figuresInSight,
      ),
    [],
  );
  return { engine, latest, figures, mistakes };
}

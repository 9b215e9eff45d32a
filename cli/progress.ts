import type { WriteStream } from 'node:tty';
import cliProgress from 'cli-progress';
import { groupThousands } from '../engine/report/text/number-format.js';

/** Says how far a long computation is. */
export interface Progress {
  /** Shows that so many are done in all. */
  update(done: number): void;
  stop(): void;
}

const NOTHING: Progress = { update: () => {}, stop: () => {} };

/** Lines of a long computation come at most so often, in milliseconds. */
const LINE_EVERY = 2000;

/** The place where progress is shown: a terminal, or lines to be kept. */
export interface ProgressPlace {
  readonly quiet: boolean;
  /** Standard error, where it is a terminal. */
  readonly terminal: WriteStream | null;
  readonly line: (text: string) => void;
}

/**
 * Starts showing progress: a bar with speed and time left on a terminal, a line now and then elsewhere, nothing if quiet.
 *
 * @param earlier done before the computation began, as by an interrupted run
 */
export function startProgress(total: number, unit: string, place: ProgressPlace, earlier = 0): Progress {
  if (place.quiet) return NOTHING;
  const began = performance.now();
  const speed = (done: number): number => ((done - earlier) / Math.max(1, performance.now() - began)) * 1000;
  const left = (done: number): string => duration((total - done) / Math.max(1e-9, speed(done)));
  if (place.terminal !== null) {
    const bar = new cliProgress.SingleBar({
      stream: place.terminal,
      format: `{bar} {percentage}%  {value} of {total} ${unit}  {speed} ${unit}/s  {left} left`,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 24,
      // Nothing that an interrupted call would leave behind in the terminal.
      hideCursor: null,
      linewrap: true,
      clearOnComplete: true,
      fps: 8,
    });
    bar.start(total, earlier, { speed: '–', left: '–' });
    return {
      update: (done) => bar.update(done, { speed: rounded(speed(done)), left: left(done) }),
      stop: () => bar.stop(),
    };
  }
  let said = began;
  let last = earlier;
  const say = (done: number): void => {
    const rest = done < total ? `, ${left(done)} left` : '';
    place.line(`${grouped(done)} of ${grouped(total)} ${unit}, ${rounded(speed(done))} ${unit}/s${rest}`);
    last = done;
  };
  return {
    update(done) {
      const now = performance.now();
      if (done === last || (done < total && now - said < LINE_EVERY)) return;
      said = now;
      say(done);
    },
    stop: () => {},
  };
}

function grouped(value: number): string {
  return groupThousands(String(value));
}

/** Two digits are as many as mean something. */
function rounded(value: number): string {
  return grouped(Math.round(Number(value.toPrecision(2))));
}

function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

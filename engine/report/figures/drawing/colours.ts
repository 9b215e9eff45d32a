import { STAGES } from '../../../indicators/stage.js';

/**
 * The colours that everything is painted with. One colour per future in every figure; the sets (Okabe and Ito 2008; Tol, muted) stay apart in the
 * common forms of colour blindness, and shape, dash or position says the same again.
 */
export interface Paint {
  /** True where the marks carry what the page's script needs. */
  readonly interactive: boolean;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  /** Colour of lines that say: nothing changed here. */
  readonly faint: string;
  readonly noPolicy: string;
  readonly gain: string;
  readonly loss: string;
  /** By place in the comparison. */
  future(k: number): string;
  /** By code into `STAGES`; pale for a cell that grows like the whole, four codes further on. */
  stage(code: number): string;
  /** By step of a change, -3 the greatest loss, 0 next to nothing, 3 the greatest gain: brown and blue, which stay apart in all forms of colour blindness. */
  step(step: number): string;
  /** Land that is no region of the case. */
  readonly ground: string;
}

/** Colours by name: on light ground, on dark ground. */
export const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ink: ['#1d2330', '#e9ebf0'],
  muted: ['#5a6272', '#a9b0be'],
  grid: ['#dde0e6', '#3a404c'],
  faint: ['#bfc5cf', '#4d5563'],
  surface: ['#ffffff', '#171a21'],
  raised: ['#f4f5f8', '#20242d'],
  link: ['#0b5cad', '#83bdf5'],
  'no-policy': ['#6b7280', '#a3a9b5'],
  gain: ['#117733', '#5fc487'],
  loss: ['#a3294f', '#f08fae'],
  'future-0': ['#c25100', '#f59a57'],
  'future-1': ['#0068a8', '#62b5ec'],
  'future-2': ['#00795a', '#43c59e'],
  'future-3': ['#a34a83', '#e29cc8'],
  'future-4': ['#8a6500', '#dfb441'],
  'future-5': ['#4b4fb0', '#a5a9f5'],
  'step-0': ['#8a4312', '#dd8f45'],
  'step-1': ['#c98545', '#9c6634'],
  'step-2': ['#efd3b2', '#5e472f'],
  'step-3': ['#eceef2', '#3b424f'],
  'step-4': ['#bcd6f0', '#284a6f'],
  'step-5': ['#5f9fdb', '#3678b8'],
  'step-6': ['#0f5a9e', '#58a6ef'],
  ground: ['#f6f6f4', '#20242c'],
  'stage-0': ['#e6e8ec', '#2c323d'],
  'stage-1': ['#88ccee', '#88ccee'],
  'stage-2': ['#117733', '#2f9e58'],
  'stage-3': ['#ddcc77', '#ddcc77'],
  'stage-4': ['#cc6677', '#cc6677'],
  'stage-5': ['#e0f2fb', '#30454f'],
  'stage-6': ['#d3e6d9', '#25402f'],
  'stage-7': ['#f5f1dc', '#464331'],
  'stage-8': ['#f3dcdf', '#483237'],
};

/** Futures that have a colour of their own. */
export const FUTURE_COLOURS = 6;

/** Paint for the page, which knows light and dark. */
export const PAGE_PAINT: Paint = paintOf((name) => `var(--${name})`, true);

/** Paint for a figure of its own, on white. */
export const PAPER_PAINT: Paint = paintOf((name) => COLOURS[name]![0], false);

function paintOf(colour: (name: string) => string, interactive: boolean): Paint {
  return {
    interactive,
    ink: colour('ink'),
    muted: colour('muted'),
    grid: colour('grid'),
    surface: colour('surface'),
    faint: colour('faint'),
    noPolicy: colour('no-policy'),
    gain: colour('gain'),
    loss: colour('loss'),
    future: (k) => colour(`future-${k % FUTURE_COLOURS}`),
    ground: colour('ground'),
    step: (step) => colour(`step-${step + 3}`),
    stage: (code) => colour(`stage-${code % (2 * STAGES.length - 1)}`),
  };
}

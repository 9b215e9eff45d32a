import { STAGE_NAMES } from '../../../engine/report/figures/stage-panel.js';

/** Attributes that a year slider may move. */
const MOVING = new Set(['stroke-width', 'stroke', 'fill', 'r', 'cx', 'cy', 'x', 'y', 'd']);
const MARKS = '[data-tip],[data-name]';

/** Keeps figures alive whose markup is replaced again and again: readings under the pointer and by arrow keys, and year sliders. */
export interface Readings {
  /** To be called when markup was replaced: sliders stand where they stood, tables stay open. */
  refresh(): void;
}

/** Watches all figures inside an element. */
export function watchFigures(root: HTMLElement): Readings {
  const tip = document.createElement('div');
  tip.id = 'tip';
  tip.hidden = true;
  const live = document.createElement('p');
  live.className = 'hidden';
  live.setAttribute('role', 'status');
  document.body.append(tip);
  root.after(live);
  /** Places of sliders by the figure they belong to, from the end: another horizon keeps the last year. */
  const places = new Map<string, number>();
  const open = new Set<string>();
  let marked: Element | null = null;
  let playing: { readonly timer: ReturnType<typeof setInterval>; readonly id: string } | null = null;

  const hide = (): void => {
    tip.hidden = true;
    marked?.classList.remove('at');
    marked = null;
  };
  const show = (mark: SVGElement, x: number, y: number): void => {
    hide();
    marked = mark;
    mark.classList.add('at');
    tip.textContent = textOf(mark);
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(innerWidth - box.width - 4, x + 14))}px`;
    tip.style.top = `${y - box.height - 10 < 4 ? y + 18 : y - box.height - 10}px`;
  };
  const stop = (): void => {
    if (playing === null) return;
    clearInterval(playing.timer);
    const button = root.querySelector(`figure[data-figure="${playing.id}"] .slider button`);
    if (button !== null) button.textContent = 'Play';
    playing = null;
  };

  root.addEventListener('pointermove', (event) => {
    const mark = closest(event.target, MARKS);
    if (mark === null || closest(mark, '.panel') === null) hide();
    else show(mark as SVGElement, event.clientX, event.clientY);
  });
  root.addEventListener('pointerleave', hide);
  root.addEventListener('focusout', hide);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const svg = event.target instanceof SVGSVGElement ? event.target : null;
    if (step === undefined || svg === null) return;
    const marks = [...svg.querySelectorAll<SVGElement>(MARKS)];
    if (marks.length === 0) return;
    event.preventDefault();
    const at = marked === null ? -1 : marks.indexOf(marked as SVGElement);
    const mark = marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length]!;
    const box = mark.getBoundingClientRect();
    show(mark, box.left + box.width / 2, box.top + 8);
    live.textContent = tip.textContent;
  });
  root.addEventListener('input', (event) => {
    const input = closest(event.target, '.slider input') as HTMLInputElement | null;
    const figure = closest(input, 'figure');
    if (input === null || figure === null) return;
    places.set(idOf(figure), Number(input.max) - Number(input.value));
    drawYear(figure, input);
  });
  root.addEventListener('click', (event) => {
    const button = closest(event.target, '.slider button');
    const figure = closest(button, 'figure');
    if (button === null || figure === null) return;
    const id = idOf(figure);
    const same = playing?.id === id;
    stop();
    if (same) return;
    button.textContent = 'Stop';
    const move = (first: boolean): void => {
      const input = root.querySelector<HTMLInputElement>(`figure[data-figure="${id}"] .slider input`);
      if (input === null) {
        stop();
        return;
      }
      const [at, end] = [Number(input.value), Number(input.max)];
      input.value = String(first ? (at === end ? 0 : at) : at + 1);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (Number(input.value) === end) stop();
    };
    playing = { timer: setInterval(() => move(false), 450), id };
    move(true);
  });
  root.addEventListener(
    'toggle',
    (event) => {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement)) return;
      if (details.open) open.add(nameOf(details));
      else open.delete(nameOf(details));
    },
    true,
  );

  return {
    refresh() {
      hide();
      for (const svg of root.querySelectorAll('.panel svg')) {
        if (svg.querySelector(MARKS) !== null) svg.setAttribute('tabindex', '0');
      }
      for (const figure of root.querySelectorAll<HTMLElement>('figure:has(.slider)')) {
        const input = figure.querySelector<HTMLInputElement>('.slider input')!;
        // The markup shows the last year.
        const back = Math.min(places.get(idOf(figure)) ?? 0, Number(input.max));
        input.value = String(Number(input.max) - back);
        if (back > 0) drawYear(figure, input);
        figure.querySelector<HTMLElement>('.slider')!.hidden = false;
      }
      for (const details of root.querySelectorAll('details')) if (open.has(nameOf(details))) details.open = true;
    },
  };
}

/** Draws a figure as of the year its slider stands at. */
function drawYear(figure: Element, input: HTMLInputElement): void {
  const k = Number(input.value);
  const year = (figure.querySelector<HTMLElement>('.slider')!.dataset.years ?? '').split(' ')[k] ?? '';
  figure.querySelector('.slider output')!.textContent = year;
  input.setAttribute('aria-valuetext', year);
  for (const title of figure.querySelectorAll('.year')) title.textContent = year;
  for (const mark of figure.querySelectorAll<SVGElement>('[data-frames]')) {
    const frames = JSON.parse(mark.dataset.frames!) as Record<string, readonly (string | number)[]>;
    for (const [name, values] of Object.entries(frames)) {
      const value = String(values[Math.min(k, values.length - 1)]);
      if (name === 'text') mark.textContent = value;
      else if (name === 'note') mark.dataset.note = value;
      else if (MOVING.has(name)) mark.setAttribute(name, value);
    }
  }
  for (const mark of figure.querySelectorAll<SVGElement>('[data-stages]')) {
    mark.setAttribute('fill', `var(--stage-${stageAt(mark, k)})`);
  }
}

function stageAt(mark: SVGElement, k: number): number {
  const stages = mark.dataset.stages!;
  return Number(stages[Math.min(k, stages.length - 1)]);
}

function textOf(mark: SVGElement): string {
  const { tip, note, name, stages } = mark.dataset;
  if (stages === undefined) return note === undefined ? (tip ?? '') : `${tip}: ${note}`;
  const input = closest(mark, 'figure')?.querySelector<HTMLInputElement>('.slider input');
  return `${name}: ${STAGE_NAMES[stageAt(mark, Number(input?.value ?? 0))]}`;
}

function idOf(figure: Element): string {
  return figure.getAttribute('data-figure') ?? '';
}

function nameOf(details: Element): string {
  return details.querySelector('summary')?.textContent ?? '';
}

function closest(target: EventTarget | null, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}

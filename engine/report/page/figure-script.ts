import { STAGE_NAMES } from '../figures/comparison/stage-panel.js';

/** Sent to the document when markup inside `.figures` was replaced: sliders then stand where they stood, and tables stay open. */
export const FIGURES_REPLACED = 'figures-replaced';

/**
 * The script that keeps figures alive: readings under the pointer and by arrow keys, and year sliders. It knows no case; what it shows it finds in
 * `data-` attributes and sets as text or as attributes it names here. It listens to the whole document, so figures may come and go.
 */
export const FIGURE_CODE = `
const stages = ${JSON.stringify(STAGE_NAMES)};
const moving = new Set(['stroke-width', 'stroke', 'fill', 'r', 'cx', 'cy', 'x', 'y', 'd']);
const marks = '[data-tip],[data-name]';
const tip = document.createElement('div');
tip.id = 'tip';
tip.hidden = true;
const live = document.createElement('p');
live.className = 'hidden';
live.setAttribute('role', 'status');
document.body.append(tip, live);

let marked = null;
const closest = (target, selector) => (target instanceof Element ? target.closest(selector) : null);
const stageAt = (mark, k) => Number(mark.dataset.stages[Math.min(k, mark.dataset.stages.length - 1)]);
const textOf = (mark) => {
  const { tip, note, name, stages: own } = mark.dataset;
  if (own === undefined) return note === undefined ? tip : tip + ': ' + note;
  return name + ': ' + stages[stageAt(mark, Number(mark.closest('figure').querySelector('.slider input').value))];
};
const hide = () => {
  tip.hidden = true;
  if (marked !== null) marked.classList.remove('at');
  marked = null;
};
const show = (mark, x, y) => {
  hide();
  marked = mark;
  mark.classList.add('at');
  tip.textContent = textOf(mark).replace(/(^|[\\s(])-(?=\\d)/g, '$1−');
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(innerWidth - box.width - 4, x + 14)) + 'px';
  tip.style.top = (y - box.height - 10 < 4 ? y + 18 : y - box.height - 10) + 'px';
};
document.addEventListener('pointermove', (event) => {
  const mark = closest(event.target, marks);
  if (closest(mark, '.panel') === null) hide();
  else show(mark, event.clientX, event.clientY);
});
document.documentElement.addEventListener('pointerleave', hide);
document.addEventListener('focusout', hide);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof SVGSVGElement)) return;
  const found = [...event.target.querySelectorAll(marks)];
  if (found.length === 0) return;
  event.preventDefault();
  const at = found.indexOf(marked);
  const next = at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length;
  const box = found[next].getBoundingClientRect();
  show(found[next], box.left + box.width / 2, box.top + 8);
  live.textContent = tip.textContent;
});

// By figure, how many years a slider stands before its last: another horizon keeps the last year.
const yearsBack = new Map();
const framesOf = new WeakMap();
const readFrames = (mark) => {
  if (!framesOf.has(mark)) framesOf.set(mark, Object.entries(JSON.parse(mark.dataset.frames)));
  return framesOf.get(mark);
};
const sayYear = (figure, input) => {
  const year = figure.querySelector('.slider').dataset.years.split(' ')[Number(input.value)];
  figure.querySelector('.slider output').value = year;
  input.setAttribute('aria-valuetext', year);
  for (const title of figure.querySelectorAll('.year')) title.textContent = year;
};
const drawYear = (figure, input) => {
  const k = Number(input.value);
  sayYear(figure, input);
  for (const mark of figure.querySelectorAll('[data-frames]')) {
    for (const [name, values] of readFrames(mark)) {
      const value = values[Math.min(k, values.length - 1)];
      if (name === 'text') mark.textContent = value;
      else if (name === 'note') mark.dataset.note = value;
      else if (moving.has(name)) mark.setAttribute(name, value);
    }
  }
  for (const mark of figure.querySelectorAll('[data-stages]')) {
    mark.setAttribute('fill', 'var(--stage-' + stageAt(mark, k) + ')');
  }
};
const moveTo = (input, k) => {
  input.value = String(k);
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
let playing = null;
const stop = () => {
  if (playing === null) return;
  clearInterval(playing.timer);
  const button = playing.part('button');
  if (button !== null) button.textContent = 'Play';
  playing = null;
};
document.addEventListener('input', (event) => {
  const input = closest(event.target, 'figure .slider input');
  if (input === null) return;
  const figure = input.closest('figure');
  yearsBack.set(figure.dataset.figure, Number(input.max) - Number(input.value));
  drawYear(figure, input);
});
document.addEventListener('click', (event) => {
  const button = closest(event.target, 'figure .slider button');
  if (button === null) return;
  const id = button.closest('figure').dataset.figure;
  const same = playing !== null && playing.id === id;
  stop();
  if (same) return;
  button.textContent = 'Stop';
  // The figure may be replaced while it plays.
  const part = (name) => document.querySelector('figure[data-figure="' + id + '"] .slider ' + name);
  const advance = () => {
    const input = part('input');
    if (input === null) return stop();
    moveTo(input, Number(input.value) + 1);
    if (input.value === input.max) stop();
  };
  const input = part('input');
  moveTo(input, input.value === input.max ? 0 : input.value);
  playing = { id, part, timer: setInterval(advance, 450) };
});

// Only where markup is replaced: elsewhere they stay as they are.
const opened = new Set();
const nameOf = (details) => details.querySelector('summary').textContent;
document.addEventListener('toggle', ({ target }) => {
  if (closest(target, '.figures details') !== target) return;
  if (target.open) opened.add(nameOf(target));
  else opened.delete(nameOf(target));
}, true);

const refresh = () => {
  hide();
  for (const svg of document.querySelectorAll('.panel svg')) {
    if (svg.querySelector(marks) !== null) svg.setAttribute('tabindex', '0');
  }
  for (const slider of document.querySelectorAll('figure .slider')) {
    const figure = slider.closest('figure');
    const input = slider.querySelector('input');
    // The markup shows the last year.
    const back = Math.min(yearsBack.get(figure.dataset.figure) ?? 0, Number(input.max));
    input.value = String(Number(input.max) - back);
    if (back > 0) drawYear(figure, input);
    else sayYear(figure, input);
    slider.hidden = false;
  }
  for (const details of document.querySelectorAll('.figures details')) if (opened.has(nameOf(details))) details.open = true;
};
document.addEventListener(${JSON.stringify(FIGURES_REPLACED)}, refresh);
refresh();
`;

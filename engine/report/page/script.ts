import { STAGE_NAMES } from '../figures/stage-panel.js';

/**
 * The page's only script: readings under the pointer and by arrow keys, year sliders, and all tables open at once or on paper. It knows no case; what it shows it finds in
 * `data-` attributes and sets as text or as attributes it names here. Without it the page shows the last year and is whole.
 */
export const PAGE_SCRIPT = `(() => {
'use strict';
const stages = ${JSON.stringify(STAGE_NAMES)};
const allowed = new Set(['stroke-width', 'stroke', 'fill', 'r', 'cx', 'cy', 'x', 'y', 'd']);
const tip = document.createElement('div');
tip.id = 'tip';
tip.hidden = true;
document.body.append(tip);
const live = document.createElement('p');
live.className = 'hidden';
live.setAttribute('role', 'status');
document.querySelector('main').append(live);
let marked = null;
const stageAt = (mark, k) => Number(mark.dataset.stages[Math.min(k, mark.dataset.stages.length - 1)]);
const textOf = (mark) => {
  if (mark.dataset.stages === undefined) return mark.dataset.tip + (mark.dataset.note === undefined ? '' : ': ' + mark.dataset.note);
  const input = mark.closest('figure').querySelector('.slider input');
  return mark.dataset.name + ': ' + stages[stageAt(mark, Number(input.value))];
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
  tip.textContent = textOf(mark);
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(innerWidth - box.width - 4, x + 14)) + 'px';
  tip.style.top = (y - box.height - 10 < 4 ? y + 18 : y - box.height - 10) + 'px';
};
const marks = '[data-tip],[data-name]';
for (const svg of document.querySelectorAll('.panel svg')) {
  const found = [...svg.querySelectorAll(marks)];
  if (found.length === 0) continue;
  svg.addEventListener('pointermove', (event) => {
    const mark = event.target.closest(marks);
    if (mark === null) hide();
    else show(mark, event.clientX, event.clientY);
  });
  svg.addEventListener('pointerleave', hide);
  svg.setAttribute('tabindex', '0');
  let at = -1;
  svg.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') hide();
    if (step === undefined) return;
    event.preventDefault();
    at = at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length;
    const box = found[at].getBoundingClientRect();
    show(found[at], box.left + box.width / 2, box.top + 8);
    live.textContent = tip.textContent;
  });
  svg.addEventListener('blur', hide);
}
for (const slider of document.querySelectorAll('.slider')) {
  const figure = slider.closest('figure');
  const input = slider.querySelector('input');
  const output = slider.querySelector('output');
  const button = slider.querySelector('button');
  const years = slider.dataset.years.split(' ');
  const moving = [...figure.querySelectorAll('[data-frames]')].map((mark) => [mark, Object.entries(JSON.parse(mark.dataset.frames))]);
  const staged = [...figure.querySelectorAll('[data-stages]')];
  const titles = [...figure.querySelectorAll('.year')];
  const draw = () => {
    const k = Number(input.value);
    output.value = years[k];
    input.setAttribute('aria-valuetext', years[k]);
    for (const title of titles) title.textContent = years[k];
    for (const [mark, frames] of moving) {
      for (const [name, values] of frames) {
        const value = values[Math.min(k, values.length - 1)];
        if (name === 'text') mark.textContent = value;
        else if (name === 'note') mark.dataset.note = value;
        else if (allowed.has(name)) mark.setAttribute(name, value);
      }
    }
    for (const mark of staged) mark.setAttribute('fill', 'var(--stage-' + stageAt(mark, k) + ')');
  };
  input.addEventListener('input', draw);
  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = 'Play';
  };
  button.addEventListener('click', () => {
    if (timer !== 0) return stop();
    button.textContent = 'Stop';
    if (Number(input.value) === years.length - 1) input.value = '0';
    draw();
    timer = setInterval(() => {
      input.value = String(Number(input.value) + 1);
      draw();
      if (Number(input.value) === years.length - 1) stop();
    }, 450);
  });
  addEventListener('beforeprint', () => {
    stop();
    input.value = String(years.length - 1);
    draw();
  });
  input.value = String(years.length - 1);
  draw();
  slider.hidden = false;
}
const folded = [...document.querySelectorAll('details')];
const openAll = document.getElementById('open-all');
if (openAll !== null && folded.length > 0) {
  const isOpen = () => folded.every((each) => each.open);
  const say = () => {
    openAll.textContent = isOpen() ? 'Close all tables' : 'Open all tables';
  };
  openAll.addEventListener('click', () => {
    const open = !isOpen();
    for (const each of folded) each.open = open;
  });
  for (const each of folded) each.addEventListener('toggle', say);
  openAll.hidden = false;
}
let closed = [];
addEventListener('beforeprint', () => {
  closed = folded.filter((each) => !each.open);
  for (const each of closed) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of closed) each.open = false;
});
})();
`;

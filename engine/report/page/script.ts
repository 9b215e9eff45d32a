import { FIGURE_CODE } from './figure-script.js';

/**
 * The report's only script: figures that answer to pointer, keys and sliders, and all tables open at once or on paper. Without it the report
 * shows the last year and is whole.
 */
export const PAGE_SCRIPT = `(() => {
'use strict';${FIGURE_CODE}
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
  stop();
  for (const input of document.querySelectorAll('figure .slider input')) moveTo(input, input.max);
  closed = folded.filter((each) => !each.open);
  for (const each of closed) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of closed) each.open = false;
});
})();
`;

import { pictureHtml } from './figure-html.js';
import { richText, sentence } from './html.js';
import type { PageContent, Tile } from './page-content.js';

/** Letters of the answer that a first screen has room for besides its headline. */
const ROOM = 330;

/** The answer as it begins a page: the headline, the sentences that there is room for, and those that follow further down. */
export function answerParts(answer: readonly string[]): { headline: string; beside: string[]; further: string[] } {
  const [headline = '', ...others] = answer;
  let left = ROOM;
  const fitting = others.findIndex((each) => {
    left -= each.length + 1;
    return left < 0;
  });
  const count = fitting < 0 ? others.length : Math.max(1, fitting);
  return { headline, beside: others.slice(0, count), further: others.slice(count) };
}

/** The first screen of every page: the answer with its range, its pictures side by side, and the numbers that matter. */
export function firstScreen({ answer, names, pictures, tiles }: PageContent): string {
  const { headline, beside, further } = answerParts(answer);
  const [first, ...others] = pictures.map(pictureHtml);
  const columns =
    first === undefined
      ? ''
      : `<div class="pictures">${column([first])}${others.length === 0 ? '' : column(others)}</div>`;
  const rest = further.length === 0 ? '' : `<p class="further">${sentences(further)}</p>`;
  return (
    '<section id="answer" aria-labelledby="answer-title"><h2 id="answer-title" class="hidden">The answer</h2>' +
    `<div class="said"><p class="answer">${richText(sentence(headline))}</p>${beside.length === 0 ? '' : `<p>${sentences(beside)}</p>`}</div>` +
    `${tileList(tiles)}${columns}${rest}<p class="note">${richText(sentence(names))}</p></section>`
  );
}

function sentences(texts: readonly string[]): string {
  return texts.map((each) => `<span class="sentence">${richText(sentence(each))}</span>`).join(' ');
}

function column(figures: readonly string[]): string {
  return `<div>${figures.join('')}</div>`;
}

function tileList(tiles: readonly Tile[]): string {
  if (tiles.length === 0) return '';
  const items = tiles.map(
    ({ name, number, meaning }) =>
      `<li><span>${richText(name)}</span> <b>${richText(number)}</b> ${richText(meaning)}</li>`,
  );
  return `<ul class="tiles of-${tiles.length}">${items.join('')}</ul>`;
}

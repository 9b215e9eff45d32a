import { describe, expect, it } from 'vitest';
import { pageOf } from './page-of.js';
import { fileNames, longSentences, roughWords } from './page-sentences.js';

const CJ = 'scenarios/changchun-jilin';

/** The page of a comparison with few draws; `npm run test:system` has that of each command on both bundled cases. */
const PAGES: readonly (readonly string[])[] = [
  ['compare', `${CJ}/uncoordinated.yaml`, `${CJ}/coordinated.yaml`, '--draws', '10'],
];

describe('A page', () => {
  it.each(PAGES)(
    'of %s %s has no sentence of more than 20 words, and calls futures by their labels',
    async (...argv) => {
      const html = await pageOf(argv);
      expect(roughWords(html)).toEqual([]);
      // Tables and axes say money as sentences do; what the files beside the page have is said once.
      const told = html.replace(/The files beside this page give it in [^.]*\./, '');
      expect(/.{0,60}(?:100 million yuan|10<sup>8<\/sup> yuan(?!, else)).{0,20}/.exec(told)?.[0]).toBeUndefined();
    },
    60_000,
  );

  it('would be found out', () => {
    const long = Array.from({ length: 21 }, (_, k) => `${k === 0 ? 'W' : 'w'}ord${k}`).join(' ');
    const html = `<body><p>Short. ${long}. Short again.</p><table><tbody><tr><td>${long}</td></tr></tbody></table><p class="hidden">${long.replace('word9', 'word9;')}.</p><p>uncoordinated</p></body>`;
    expect(longSentences(html)).toEqual([`${long}.`]);
    expect(fileNames(html)).toEqual(['uncoordinated']);
  });
});

/** Advance widths of ASCII 32–126 in thousandths of the size: Source Sans 3, the font that comes with the tool (OFL 1.1). */
const REGULAR =
  '200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497';
const SEMIBOLD =
  '200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 275 275 513 513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 541 501 540 324 344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 748 481 495 443 324 255 324 513';
const WIDTHS = { regular: REGULAR.split(' ').map(Number), semibold: SEMIBOLD.split(' ').map(Number) };

/** Letters of other scripts that take a full square. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u;

/**
 * Width of a text in pixels, in the font that comes with the tool; letters it does not have are taken as a full square or an average one.
 *
 * @example
 * textWidth('Jilin', 10); // → 17.73
 */
export function textWidth(text: string, size = 12, bold = false): number {
  const widths = bold ? WIDTHS.semibold : WIDTHS.regular;
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    width += widths[code - 32] ?? (WIDE.test(letter) ? 1000 : code < 0x2000 ? 560 : 520);
  }
  return Math.round(width * size) / 1000;
}

/**
 * A text cut to a width, with an ellipsis where it was cut.
 *
 * @example
 * fitText('Communications, computers and electronics', 100); // → 'Communications,…'
 */
export function fitText(text: string, width: number, size = 12, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size, bold) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/**
 * A text in lines of at most a width, broken between words; words that are wider are cut.
 *
 * @example
 * wrapText('Changchun and Jilin', 70); // → ['Changchun', 'and Jilin']
 */
export function wrapText(text: string, width: number, size = 12, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, bold) <= width) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, width, size, bold));
  }
  return lines;
}

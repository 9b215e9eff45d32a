import { type EmbeddedFont, fontFaces } from '../figures/drawing/figure-file.js';
import { escapeText } from '../figures/drawing/svg.js';
import { firstScreen } from './first-screen.js';
import { richText } from './html.js';
import type { PageContent, PageSection } from './page-content.js';
import { PAGE_SCRIPT } from './script.js';
import { PAGE_STYLE } from './style.js';

/** Surroundings of a page, which the engine cannot know: fonts are files, and hashes the host's business. */
export interface PageSurroundings {
  /** SHA-256 of a text as base64. */
  sha256(text: string): string;
  readonly fonts: readonly EmbeddedFont[];
  readonly provenance: Provenance;
}

/** Origin of the numbers: enough to compute them again. Nothing in it differs between two runs with the same inputs and seed. */
export interface Provenance {
  /** Version of the tool. */
  readonly version: string;
  /** Words of the command, after `tandem`. */
  readonly command: readonly string[];
  readonly seed: number | null;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** A listed part of a page with a heading of its own. */
export function chapterSection(id: string, name: string, html: string): PageSection {
  return {
    id,
    name,
    html: `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${richText(name)}</h2>${html}</section>`,
  };
}

/**
 * A page in one file that asks nothing of the network: its policy forbids every request, and allows this style and this script by their hashes.
 */
export function renderPage(content: PageContent, surroundings: PageSurroundings): string {
  const style = PAGE_STYLE + fontFaces(surroundings.fonts);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${surroundings.sha256(PAGE_SCRIPT)}'`,
    `style-src 'sha256-${surroundings.sha256(style)}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const front = content.sections.filter((section) => section.front === true);
  const annex = content.sections.filter((section) => section.front !== true);
  const listed = [...front, ...annex].filter((section) => section.name !== null);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<meta name="generator" content="tandem ${escapeText(surroundings.provenance.version)}">`,
    `<title>${escapeText(content.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#answer">To the answer</a>',
    `<header><h1>${richText(content.title)}</h1><p class="lead">${richText(content.question)}</p></header>`,
    '<main>',
    firstScreen(content),
    `<nav aria-label="On this page"><ul>${listed.map(({ id, name }) => `<li><a href="#${id}">${richText(name!)}</a></li>`).join('')}</ul><button type="button" id="open-all" hidden>Open all tables</button></nav>`,
    `<div class="front">${front.map((section) => section.html).join('')}</div>`,
    `<div class="annex"><p class="on-paper annex-title">Annex</p>${PAPER_NOTE}${annex.map((section) => section.html).join('')}</div>`,
    '</main>',
    `<footer>${footer}</footer>`,
    `<script>${PAGE_SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const PAPER_NOTE =
  '<p class="on-paper note">Tables behind the pictures are left out on paper, and so are the sources of numbers at their defaults. The page on a screen and the files beside it have them.</p>';

const footer =
  '<p>Made by tandem, a machine for asking what follows from what. It is not a forecast: other assumptions, each listed above with its source, give other numbers.</p>';

/**
 * Versions, seed, inputs and the command that makes the page again.
 *
 * @param further terms with what they are, as text
 */
export function provenanceSection(
  { version, command, seed, inputs }: Provenance,
  further: readonly (readonly [string, string])[] = [],
): PageSection {
  const rows = [
    ['Tool', `tandem ${escapeText(version)}`],
    ['Command', `<code>tandem ${escapeText(command.map(shellWord).join(' '))}</code>`],
    ['Seed', seed === null ? 'none: nothing is drawn at random' : String(seed)],
    ...further.map(([term, text]) => [escapeText(term), richText(text)]),
    ...inputs.map(({ file, sha256 }) => [
      `Input <code>${escapeText(file)}</code>`,
      `SHA-256 <code>${escapeText(sha256)}</code>`,
    ]),
  ];
  return {
    id: 'provenance',
    name: 'Where it comes from',
    html:
      '<section id="provenance" aria-labelledby="provenance-title"><h2 id="provenance-title">Where it comes from</h2>' +
      '<p>The same inputs and the same version give this page again, byte by byte. Paths are relative to the folder that the inputs share.</p>' +
      `<dl>${rows.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join('')}</dl></section>`,
  };
}

/**
 * A word as one types it in a shell.
 *
 * @example
 * shellWord("it's"); // → "'it'\\''s'"
 * shellWord('a/b.yaml'); // → 'a/b.yaml'
 */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

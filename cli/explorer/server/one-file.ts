import { createHash } from 'node:crypto';
import { fontFaces } from '../../../engine/report/figures/drawing/figure-file.js';
import { escapeText } from '../../../engine/report/figures/drawing/svg.js';
import { FIGURE_CODE } from '../../../engine/report/page/figure-script.js';
import { PAGE_STYLE } from '../../../engine/report/page/style.js';
import { embeddedFonts } from '../../output/fonts.js';
import { readVersion } from '../../version.js';
import type { EmbeddedFile } from '../what-if/embedded-files.js';
import { BLOCKS, type Start } from '../what-if/start.js';
import { builtText } from './built-page.js';

/** The content of a page that is one file. */
export interface OneFileContent {
  readonly title: string;
  readonly start: Start;
  readonly files: readonly EmbeddedFile[];
}

/**
 * The what-if page as one HTML file that opens from a disk: engine, case and fonts inside. Its policy forbids every request and allows
 * this style and these scripts by their hashes; the same content gives the same bytes.
 */
export function renderOneFile({ title, start, files }: OneFileContent): string {
  const style = PAGE_STYLE.replaceAll('\n', '') + builtText('one-file', 'style.css') + fontFaces(embeddedFonts());
  const scripts = [FIGURE_CODE, builtText('one-file', 'main.js')];
  for (const text of scripts) refuseMarkup(text, 'script');
  refuseMarkup(style, 'style');
  const policy = [
    "default-src 'none'",
    // The kernel of the engine is WebAssembly, compiled from what the page itself holds.
    `script-src ${scripts.map(sourceHash).join(' ')} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${sourceHash(style)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types tandem',
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<meta name="generator" content="tandem ${escapeText(readVersion())}">`,
    `<title>${escapeText(title)}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="page"><noscript>This page computes in your browser and needs JavaScript.</noscript></div>',
    dataBlock(BLOCKS.start, start),
    dataBlock(BLOCKS.files, files),
    dataBlock(BLOCKS.worker, builtText('one-file', 'worker.js')),
    ...scripts.map((text) => `<script type="module">${text}</script>`),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Data as JSON in which nothing ends the block or opens another, whatever a case holds. */
function dataBlock(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

/** Refuses code that a browser would take for the end of its block: it cannot be escaped without knowing its language. */
function refuseMarkup(text: string, tag: 'script' | 'style'): void {
  const found = (tag === 'script' ? /<\/script|<!--/i : /<\/style/i).exec(text);
  if (found !== null) throw new Error(`the built page holds ${found[0]}`);
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

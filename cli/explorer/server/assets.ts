import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { FIGURE_CODE } from '../../../engine/report/page/figure-script.js';
import { PAGE_STYLE } from '../../../engine/report/page/style.js';
import { FONT_WEIGHTS, fontPath } from '../../output/fonts.js';
import { builtFolder, builtText } from './built-page.js';

/** A file of the page itself. */
export interface Asset {
  readonly type: string;
  /** A function where it may change while the page is served. */
  readonly body: string | Uint8Array | (() => Promise<string>);
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Everything the page consists of, by its address: read once, so that no request names a file of the disk.
 *
 * @param start gives what the page begins with, as JSON
 */
export function pageAssets(start: () => Promise<string>): ReadonlyMap<string, Asset> {
  const folder = builtFolder('page');
  const assets = new Map<string, Asset>();
  const styles: string[] = [PAGE_STYLE.replaceAll('\n', '')];
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const body = readFileSync(folder + name, 'utf8');
    if (name.endsWith('.css')) styles.push(body);
    else assets.set(`/${name}`, { type, body });
  }
  for (const weight of FONT_WEIGHTS) {
    assets.set(`/font-${weight}.woff2`, { type: 'font/woff2', body: readFileSync(fontPath(weight, 'woff2')) });
    styles.push(
      `@font-face{font-family:'Source Sans 3';font-weight:${weight};src:url(/font-${weight}.woff2) format('woff2')}`,
    );
  }
  assets.set('/style.css', { type: TYPES['.css']!, body: styles.join('\n') });
  assets.set('/figures.js', { type: TYPES['.js']!, body: FIGURE_CODE });
  assets.set('/start.json', { type: 'application/json; charset=utf-8', body: start });
  assets.set('/', { type: 'text/html; charset=utf-8', body: shell(builtText('page', 'main.js')) });
  return assets;
}

/**
 * The page before its script has run.
 *
 * @param script whose imports are asked for together with it
 */
function shell(script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>tandem explore</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
${importedModules(script)
  .map((path) => `<link rel="modulepreload" href="${path}">`)
  .join('\n')}
<link rel="preload" href="/start.json" as="fetch" crossorigin>
<script type="module" src="/figures.js"></script>
<script type="module" src="/main.js"></script>
</head>
<body>
<div id="page"><noscript>This page computes in your browser and needs JavaScript.</noscript></div>
</body>
</html>
`;
}

/** Addresses of the modules that a built script imports. */
function importedModules(script: string): string[] {
  return [...script.matchAll(/\bfrom"\.(\/chunk-\w+\.js)"|\bimport"\.(\/chunk-\w+\.js)"/g)].map(
    ([, named, bare]) => named ?? bare!,
  );
}

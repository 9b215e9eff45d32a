/**
 * Writes the reports of the bundled cases and an index page into `gallery/`, ready for any static host, from the built product.
 *
 *     npm run gallery
 *     npm run gallery -- uk-north/compare    some of them anew; the index shows what is there
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFaces } from '../../dist/engine/report/figures/drawing/figure-file.js';
import { PAGE_STYLE } from '../../dist/engine/report/page/style.js';
import { GALLERY, indexPage, linksOf } from './gallery.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'gallery');
const asked = process.argv.slice(2);
const fonts = [400, 600].map((weight) => {
  const face = `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
  return { weight, woff2: readFileSync(createRequire(import.meta.url).resolve(face)).toString('base64') };
});

function tandem(argv) {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] };
  return execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...argv], options);
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The sentence that a report begins with, as plain text; null where there is no report. */
function answerOf(folder, files) {
  if (!files.includes('report.html')) return null;
  const [, html] = /<p class="answer">(.*?)<\/p>/.exec(readFileSync(join(folder, 'report.html'), 'utf8')) ?? [];
  if (html === undefined) return null;
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => (code === undefined ? NAMED[name] : String.fromCodePoint(code)));
}

const cases = GALLERY.map(({ id, title, about, reports }) => {
  const entries = reports.flatMap((report) => {
    const path = `${id}/${report.id}`;
    const folder = join(OUT, path);
    if (asked.length === 0 || asked.includes(path)) {
      console.info(`${path}: tandem ${report.argv.join(' ')}`);
      mkdirSync(join(OUT, id), { recursive: true });
      const charts = join(OUT, id, 'figures');
      if (report.export === true) {
        mkdirSync(folder, { recursive: true });
        tandem([...report.argv, '--export', join(folder, 'what-if.html'), '--quiet']);
      } else {
        const figures = report.figures === true ? ['--figures', charts] : [];
        tandem([...report.argv, '--out', folder, '--xlsx', ...figures, '--quiet']);
      }
      if (report.figures === true) copyFileSync(join(charts, 'map.svg'), join(OUT, id, 'map.svg'));
    }
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder);
    const command = `tandem ${report.argv.join(' ')}`;
    return [
      {
        folder: path,
        title: report.title,
        answer: report.about ?? answerOf(folder, files),
        command,
        links: linksOf(report.id, files),
      },
    ];
  });
  const map = existsSync(join(OUT, id, 'map.svg')) ? `${id}/map.svg` : null;
  return { id, title, about, map, entries };
});
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
writeFileSync(join(OUT, 'index.html'), indexPage(cases, PAGE_STYLE + fontFaces(fonts), version));

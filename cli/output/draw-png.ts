import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { trueTypeFonts } from './fonts.js';

/** Pixels of a PNG for each of its SVG: sharp in print at the width of a column. */
const SCALE = 2;

/** The semibold face goes by a name of its own. No text holds this, since quotes in texts are escaped. */
const SEMIBOLD = ' font-weight="600"';

/** Letters that the charts' font has. */
const COVERED = /^[\t\n -ÿ\u2000-\u206f\u20ac\u2122\u2212\u0152\u0153]*$/;

/**
 * Rasterises SVG files with the font that comes with the tool. Texts with letters it does not have, such as Chinese ones, are set in fonts
 * of the system, where there are some.
 */
export function drawPngs(svgs: readonly string[]): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-fonts-'));
  try {
    const fontFiles = trueTypeFonts().map((font, k) => {
      const file = join(folder, `${k}.ttf`);
      writeFileSync(file, font);
      return file;
    });
    return svgs.map((svg) =>
      new Resvg(svg.replaceAll(SEMIBOLD, `${SEMIBOLD} font-family="Source Sans 3 SemiBold"`), {
        fitTo: { mode: 'zoom', value: SCALE },
        font: { fontFiles, loadSystemFonts: !COVERED.test(svg), defaultFontFamily: 'Source Sans 3' },
      })
        .render()
        .asPng(),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

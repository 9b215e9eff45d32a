import { createHash } from 'node:crypto';
import type { ComparisonReport } from '../engine/report/comparison-tables.js';
import type { CommandResult, FileContent } from './command.js';

/**
 * The page and the figures of a comparison, or of one future, for `--out` and `--figures`. What draws them is imported when they are asked for.
 *
 * @param report with everything a page shows; asked for once
 */
export function reportFiles(report: () => ComparisonReport): Required<Pick<CommandResult, 'page' | 'figures'>> {
  let made: ComparisonReport | undefined;
  const once = (): ComparisonReport => {
    made ??= report();
    return made;
  };
  return {
    page: async (provenance) => {
      const { renderReport } = await import('../engine/report/page/report-page.js');
      const { embeddedFonts } = await import('./fonts.js');
      return renderReport(once(), { provenance, fonts: embeddedFonts(), sha256: sha256Base64 });
    },
    figures: async () => {
      const { comparisonFigures } = await import('../engine/report/figures/comparison-figures.js');
      const { figureFile } = await import('../engine/report/figures/figure-file.js');
      const { embeddedFonts } = await import('./fonts.js');
      const { drawPngs } = await import('./draw-png.js');
      const fonts = embeddedFonts();
      const figures = comparisonFigures(once());
      const svgs = figures.map((figure) => figureFile(figure, fonts));
      const pngs = drawPngs(svgs);
      return new Map<string, FileContent>(
        figures.flatMap(({ id }, k) => [[`${id}.svg`, svgs[k]!] as const, [`${id}.png`, pngs[k]!] as const]),
      );
    },
  };
}

/** As content security policies write it. */
function sha256Base64(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

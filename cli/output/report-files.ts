import { createHash } from 'node:crypto';
import type { BacktestReport } from '../../engine/report/calibration/backtest-report.js';
import type { ComparisonReport } from '../../engine/report/comparison/comparison-report.js';
import type { Figure } from '../../engine/report/figures/drawing/figure.js';
import type { OptimiseReport } from '../../engine/report/optimise/optimise-report.js';
import type { PageSurroundings } from '../../engine/report/page/page.js';
import type { SensitivityReport } from '../../engine/report/page/sensitivity-page.js';
import type { StudyReport } from '../../engine/report/study/study-findings.js';
import type { ValidationPageReport } from '../../engine/report/validation/validation-report.js';
import { once } from '../../engine/values/once.js';
import type { CommandResult, FileContent } from '../command.js';

type ReportFiles = Required<Pick<CommandResult, 'page' | 'figures'>>;

/** The functions that draw a report; imported when it is asked for. */
interface Renderer<Report> {
  page(report: Report, surroundings: PageSurroundings): string;
  figures(report: Report): readonly Figure[];
}

/**
 * The page and the figures of a comparison, or of one future, for `--out` and `--figures`.
 *
 * @param report with everything a page shows; asked for once
 */
export function reportFiles(report: () => ComparisonReport | Promise<ComparisonReport>): ReportFiles {
  return filesOf(report, async () => ({
    page: (await import('../../engine/report/page/report-page.js')).renderReport,
    figures: (await import('../../engine/report/figures/comparison/comparison-figures.js')).comparisonFigures,
  }));
}

/** The page and the figures of a study: those of its draws, then those of one run at central values. */
export function studyReportFiles(report: () => StudyReport): ReportFiles {
  return filesOf(report, async () => {
    const { studyFigures } = await import('../../engine/report/figures/study/study-figures.js');
    const { comparisonFigures } = await import('../../engine/report/figures/comparison/comparison-figures.js');
    return {
      page: (await import('../../engine/report/page/study-page.js')).renderStudyReport,
      figures: (made) => [...studyFigures(made), ...comparisonFigures(made.central)],
    };
  });
}

/** The page and the figures of a sensitivity analysis. */
export function sensitivityReportFiles(report: () => Promise<SensitivityReport>): ReportFiles {
  return filesOf(report, async () => {
    const { sensitivityFigures } = await import('../../engine/report/figures/sensitivity/sensitivity-figures.js');
    return {
      page: (await import('../../engine/report/page/sensitivity-page.js')).renderSensitivityReport,
      figures: ({ result }) => sensitivityFigures(result),
    };
  });
}

/** The page and the figures of an optimisation. */
export function optimiseReportFiles(report: () => OptimiseReport): ReportFiles {
  return filesOf(report, async () => ({
    page: (await import('../../engine/report/page/optimise-page.js')).renderOptimiseReport,
    figures: (await import('../../engine/report/figures/optimise/optimise-figures.js')).optimiseFigures,
  }));
}

/** The page and the figures of a validation. */
export function validationReportFiles(report: () => ValidationPageReport): ReportFiles {
  return filesOf(report, async () => ({
    page: (await import('../../engine/report/page/validation-page.js')).renderValidationReport,
    figures: (await import('../../engine/report/figures/validation/facts-figure.js')).validationFigures,
  }));
}

/** The page and the figures of a backtest. */
export function backtestReportFiles(report: () => BacktestReport): ReportFiles {
  return filesOf(report, async () => ({
    page: (await import('../../engine/report/page/backtest-page.js')).renderBacktestReport,
    figures: (await import('../../engine/report/figures/backtest/backtest-figures.js')).backtestFigures,
  }));
}

function filesOf<Report>(
  report: () => Report | Promise<Report>,
  renderer: () => Promise<Renderer<Report>>,
): ReportFiles {
  const made = once(report);
  return {
    page: async (provenance) => {
      const { page } = await renderer();
      const { embeddedFonts } = await import('./fonts.js');
      return page(await made(), { provenance, fonts: embeddedFonts(), sha256: sha256Base64 });
    },
    figures: async () => {
      const { figureFile } = await import('../../engine/report/figures/drawing/figure-file.js');
      const { embeddedFonts } = await import('./fonts.js');
      const { drawPngs } = await import('./draw-png.js');
      const fonts = embeddedFonts();
      const figures = (await renderer()).figures(await made());
      const svgs = figures.map((figure) => figureFile(figure, fonts));
      const pngs = drawPngs(svgs);
      return new Map<string, FileContent>(
        figures.flatMap(({ id }, k) => [[`${id}.svg`, svgs[k]!] as const, [`${id}.png`, pngs[k]!] as const]),
      );
    },
  };
}

/** Source as content security policies write it. */
function sha256Base64(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

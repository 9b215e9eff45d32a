import type { Command, FileContent } from '../command.js';
import { usageError } from '../errors.js';
import { FIGURES_OPTION, listOption, switchOption, wholeOption } from '../options.js';

export const backtest: Command = {
  name: 'backtest',
  summary: 'Scores projections on years held out, beside the simple rules one would use instead',
  positionals: [{ name: 'case', description: 'A case file with four observed years or more', path: true }],
  options: {
    first: { description: 'Leave out the years before this one', value: 'year' },
    origin: { description: 'Project from this year only', value: 'year', repeatable: true },
    horizon: { description: 'Years ahead (default 10)', value: 'years' },
    draws: { description: 'Draws for the bands, 0 for none (default 200, fewer in large cases)', value: 'number' },
    'no-channels': { description: 'Do not try the parts of the growth equation one by one' },
    ...FIGURES_OPTION,
  },
  examples: [
    ['backtest mine/case.yaml', 'from every year in turn, up to ten years ahead'],
    ['backtest mine/case.yaml --first 1998 --origin 2008 --set window=10', 'from 2008, knowing 1998 to 2008'],
    ['backtest mine/case.yaml --draws 0 --format csv', 'every score as a row, without bands'],
  ],
  async run(args, context) {
    const { caseOptions } = await import('../case-options.js');
    const { parseCase } = await import('../../engine/economy/parse-case.js');
    const testing = await import('../../engine/calibration/backtest/backtest.js');
    const { channelTrials } = await import('../../engine/calibration/backtest/channel-trials.js');
    const { loadExpressionParser } = await import('../../engine/values/expressions.js');
    const { aboutCase } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { jsonText } = await import('../../engine/report/data/json.js');
    const { backtestJson } = await import('../../engine/report/calibration/backtest-json.js');
    const { backtestPlacesTable, backtestTable } = await import('../../engine/report/calibration/backtest-table.js');
    const { backtestReportFiles } = await import('../output/report-files.js');
    const { backtestText } = await import('../../engine/report/calibration/backtest-text.js');
    const first = wholeOption(args, 'first');
    const horizon = wholeOption(args, 'horizon', 1, 100);
    const draws = wholeOption(args, 'draws', 0, 100_000);
    const { economy, file } = parseCase(context.read, args.positionals[0]!, caseOptions(context.settings));
    const possible = testing.backtestOrigins(economy, first);
    if (possible.length === 0) {
      throw usageError(
        `backtest needs four observed years or more; the case has ${economy.years.filter((year) => year >= (first ?? year)).join(', ') || 'none'}`,
      );
    }
    const origins = listOption(args, 'origin').map((text) => {
      const origin = possible.find((year) => String(year) === text);
      if (origin === undefined) throw usageError(`--origin ${text}: can be ${possible.join(', ')}`);
      return origin;
    });
    for (const note of economy.notes) context.inform(note);
    const seed = context.seed ?? testing.DEFAULT_SEED;
    const options = {
      ...(first === undefined ? {} : { first }),
      ...(horizon === undefined ? {} : { horizon }),
      ...(origins.length === 0 ? {} : { origins }),
      calibrated: testing.rememberedCalibrations(),
    };
    const numbers = {
      ...(file.trend === undefined ? {} : { trend: file.trend }),
      ...(file.parameters === undefined ? {} : { parameters: file.parameters }),
    };
    const stands =
      Object.keys(numbers).length === 0 ? {} : { stands: { numbers, expressions: await loadExpressionParser() } };
    const { scores, places } = testing.backtestPlaces(economy, {
      ...options,
      ...stands,
      ...(draws === undefined ? {} : { draws }),
      seed,
    });
    const report = {
      economy,
      window: economy.window,
      filled: (economy.estimated ?? []).reduce((count, cells) => count + cells.length, 0),
      scores,
      places,
      trials: switchOption(args, 'no-channels') ? [] : channelTrials(economy, options),
    };
    const csv = () => csvTable(backtestTable(report));
    const json = () => backtestJson(report);
    return {
      ...backtestReportFiles(() => report),
      about: aboutCase(economy),
      text: (layout) => backtestText(report, layout),
      csv,
      json,
      seed,
      files: () =>
        new Map<string, FileContent>([
          ['backtest.csv', csv()],
          ['places.csv', csvTable(backtestPlacesTable(report))],
          ['backtest.json', jsonText(json())],
        ]),
    };
  },
};

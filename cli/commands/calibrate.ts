import type { Command, FileContent } from '../command.js';
import { usageError } from '../errors.js';

export const calibrate: Command = {
  name: 'calibrate',
  summary: 'Parameters fitted to the observed years of a case, as a file that scenarios can extend',
  positionals: [{ name: 'case', description: 'A case file with three observed years or more', path: true }],
  options: {},
  examples: [
    ['calibrate mine/case.yaml', 'what the data say of each parameter, and what is left of the default'],
    ['calibrate mine/case.yaml --out calibrated', 'writes calibrated.yaml, to be named by extends in a scenario'],
    ['calibrate mine/case.yaml --set window=10', 'with past growth taken over up to ten years'],
  ],
  async run(args, context) {
    const { caseOptions } = await import('../case-options.js');
    const { parseCase } = await import('../../engine/economy/parse-case.js');
    const fitting = await import('../../engine/calibration/calibrate/calibrate.js');
    const { compareHeldOut } = await import('../../engine/calibration/backtest/held-out.js');
    const { aboutCase } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { jsonText } = await import('../../engine/report/data/json.js');
    const tables = await import('../../engine/report/calibration/calibration-tables.js');
    const { economy } = parseCase(context.read, args.positionals[0]!, caseOptions(context.settings));
    if (economy.years.length < fitting.FEWEST_YEARS) {
      const observed = economy.years.join(', ');
      throw usageError(`calibrate needs ${fitting.FEWEST_YEARS} observed years or more; the case has ${observed}`);
    }
    for (const note of economy.notes) context.inform(note);
    const found = fitting.calibrate(economy);
    const heldOut = compareHeldOut(economy);
    const csv = () => csvTable(tables.calibrationTable(found));
    const json = () => tables.calibrationData(found, heldOut);
    return {
      about: aboutCase(economy),
      text: (layout) => tables.calibrationText(economy.title, found, heldOut, layout),
      csv,
      json,
      files: () =>
        new Map<string, FileContent>([
          ['calibrated.yaml', tables.calibrationYaml(economy.title, found)],
          ['calibrate.csv', csv()],
          ['calibrate.json', jsonText(json())],
        ]),
    };
  },
};

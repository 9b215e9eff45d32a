import { basename } from 'node:path';
import type { Command, FileContent } from '../command.js';
import { refuseSettings, switchOption } from '../options.js';

export const reconstruct: Command = {
  name: 'reconstruct',
  summary: 'A table of outputs from published indicators, with residuals and contradictions',
  positionals: [{ name: 'targets', description: 'A file of published figures and a prior', path: true }],
  options: { write: { description: 'Write each table to the file that the targets name for it' } },
  examples: [
    ['reconstruct scenarios/changchun-jilin/targets.yaml', 'each figure, what the table gives, and what contradicts'],
    ['reconstruct scenarios/changchun-jilin/targets.yaml --write', 'makes the tables of the case anew'],
    ['reconstruct mine.yaml --out tables', 'the tables and all residuals as files'],
  ],
  blocking: true,
  async run(args, context) {
    refuseSettings('reconstruct', context.settings);
    const { reconstructFromFile } = await import('../../engine/reconstruct/tables/reconstruct-from-file.js');
    const { outputRows } = await import('../../engine/reconstruct/tables/output-rows.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { jsonText } = await import('../../engine/report/data/json.js');
    const tables = await import('../../engine/report/case/reconstruction-tables.js');
    const found = reconstructFromFile(context.read, args.positionals[0]!);
    const named = found.tables.flatMap(({ file, targets, reconstruction }) =>
      file === null
        ? []
        : [{ file, lines: () => csvTable(tables.reconstructedTable(outputRows(targets, reconstruction))) }],
    );
    if (switchOption(args, 'write')) {
      for (const { file, lines } of named) context.writeFile(file, [...lines()].join(''));
      context.inform(`Written: ${named.map(({ file }) => file).join(', ')}`);
    }
    const csv = () => csvTable(tables.reconstructionTable(found));
    const json = () => tables.reconstructionData(found, context.portablePath);
    return {
      text: (layout) => tables.reconstructionText(found, layout),
      csv,
      json,
      files: () =>
        new Map<string, FileContent>([
          ...named.map(({ file, lines }) => [basename(file), lines()] as const),
          ['residuals.csv', csv()],
          ['reconstruct.json', jsonText(json())],
        ]),
    };
  },
};

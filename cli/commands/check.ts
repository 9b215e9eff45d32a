import { basename, dirname } from 'node:path';
import { type Mistake, mistakeLines } from '../../engine/mistakes.js';
import type { Command } from '../command.js';

export const check: Command = {
  name: 'check',
  summary: 'Validates cases, scenarios and targets with all the files they name, and prints every mistake',
  positionals: [
    { name: 'file', description: 'Files of any of these kinds (YAML or JSON)', repeatable: true, path: true },
  ],
  options: {},
  examples: [
    ['check scenarios/changchun-jilin/*.yaml', 'every case and scenario of a folder'],
    ['check mine.yaml --set parameters.rivalry=2', 'whether a value may be set'],
    ['check mine.yaml --format json', 'mistakes as data, for an editor'],
  ],
  async run(args, context) {
    const { checkFile } = await import('../check-file.js');
    const { csvTable, textColumn } = await import('../../engine/report/data/columns.js');
    const { renderTextTable } = await import('../../engine/report/text/render-table.js');
    const checked: Awaited<ReturnType<typeof checkFile>>[] = [];
    for (const file of args.positionals) checked.push(await checkFile(context.read, file, context.settings));
    for (const { file, notes } of checked) for (const note of notes) context.inform(`${file}: ${note}`);
    const mistakes = checked.flatMap((each) => each.mistakes);
    const verdict = (count: number) => (count === 0 ? 'good' : count === 1 ? '1 mistake' : `${count} mistakes`);
    // Of files in one folder the names are enough.
    const [folder = '', ...others] = [...new Set(args.positionals.map((file) => dirname(file)))];
    const together = args.positionals.length > 1 && others.length === 0 && folder !== '.';
    return {
      text: (layout) =>
        renderTextTable(
          {
            title: together ? `Files checked in ${folder}` : 'Files checked',
            columns: [
              { heading: 'file', whole: true },
              { heading: 'kind' },
              { heading: 'verdict' },
              { heading: 'holds' },
            ],
            rows: checked.map(({ file, kind, contents, mistakes: own }) => [
              together ? basename(file) : file,
              kind,
              { text: verdict(own.length), style: own.length === 0 ? 'good' : 'bad' },
              contents,
            ]),
          },
          layout,
        ),
      csv: () =>
        csvTable({
          columns: [
            textColumn<Mistake>('file', 'file of the mistake', ({ file }) => file),
            textColumn<Mistake>('line', 'its line', ({ line }) => line),
            textColumn<Mistake>('column', 'its column', ({ column }) => column),
            textColumn<Mistake>('message', 'what is wrong', ({ message }) => message),
            textColumn<Mistake>('hint', 'what would be right', ({ hint }) => hint ?? null),
          ],
          rows: mistakes,
        }),
      json: () => ({ files: checked, mistakes: mistakes.length }),
      // The same file may be named by several of those checked.
      mistakes: mistakeLines(mistakes),
    };
  },
};

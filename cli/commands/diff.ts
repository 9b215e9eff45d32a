import type { Change } from '../../engine/scenario/diff.js';
import type { Command } from '../command.js';

export const diff: Command = {
  name: 'diff',
  summary: 'What two scenario files differ in, with everything they extend',
  positionals: [
    { name: 'first', description: 'A scenario file', path: true },
    { name: 'second', description: 'Another scenario file', path: true },
  ],
  options: {},
  examples: [
    [
      'diff scenarios/changchun-jilin/uncoordinated.yaml scenarios/changchun-jilin/coordinated.yaml',
      'each value that differs',
    ],
  ],
  async run(args, context) {
    const { loadFutures } = await import('../load-futures.js');
    const { diffScenarios } = await import('../../engine/scenario/diff.js');
    const { csvTable, textColumn } = await import('../../engine/report/data/columns.js');
    const { renderTextTable } = await import('../../engine/report/text/render-table.js');
    const [first, second] = await loadFutures(args.positionals, context);
    const changes = diffScenarios(first!, second!);
    const rows = changes.map(({ path, from, to }) => [path, from ?? '(absent)', to ?? '(absent)']);
    return {
      text: (layout) =>
        changes.length === 0
          ? `${first!.id} and ${second!.id} say the same.\n`
          : renderTextTable(
              {
                title: `From ${first!.id} to ${second!.id}: ${changes.length} change${changes.length === 1 ? '' : 's'}`,
                columns: [{ heading: 'path', whole: true }, { heading: first!.id }, { heading: second!.id }],
                rows,
              },
              layout,
            ),
      csv: () =>
        csvTable({
          columns: [
            textColumn<Change>('path', 'path of the value', ({ path }) => path),
            textColumn<Change>('from', 'value in the first scenario', ({ from }) => from),
            textColumn<Change>('to', 'value in the second', ({ to }) => to),
          ],
          rows: changes,
        }),
      json: () => changes,
    };
  },
};

import type { Arguments, Command, CommandResult, Context } from '../command.js';
import { usageError } from '../errors.js';
import { switchOption, textOption, wholeOption } from '../options.js';

/** Draws of the page's bands where nobody says: enough to see, and done in seconds. */
const DRAWS = 200;

export const explore: Command = {
  name: 'explore',
  summary: 'The what-if page: move a slider, see who gains; in your browser, served by this machine to itself',
  positionals: [
    {
      name: 'scenario',
      description:
        'Scenario files of one case, in this folder or below; none: the bundled cities apart and together. One is shown beside itself with its regions apart',
      path: true,
      optional: true,
      repeatable: true,
    },
  ],
  options: {
    port: { description: 'Port on 127.0.0.1 (default 7321, or any where that is taken)', value: 'number' },
    'no-open': { description: 'Do not open a browser; the address is printed in any case' },
    export: {
      description: 'Write the page, engine and case inside, as one file that opens offline',
      value: 'file',
      path: true,
    },
    draws: { description: `Monte Carlo draws behind the bands (default ${DRAWS}); 0 for none`, value: 'number' },
  },
  examples: [
    ['explore', 'the bundled cities, apart and together; Ctrl-C ends it'],
    ['explore mine.yaml', 'a scenario of yours, beside itself with its regions apart'],
    ['explore a.yaml b.yaml --port 8080 --no-open', 'two futures of yours at a fixed address'],
    ['explore mine.yaml --set years.to=2040', 'begin with something changed'],
    ['explore mine.yaml --export what-if.html', 'one file to hand on, which opens offline'],
  ],
  async run(args, context) {
    if (context.out !== null) throw usageError('--out: explore writes no files', 'The page saves what you ask it to.');
    const port = wholeOption(args, 'port', 0, 65535) ?? null;
    const draws = wholeOption(args, 'draws', 0, 10_000) ?? DRAWS;
    const options = { draws, seed: context.seed ?? 1 };
    const file = textOption(args, 'export');
    if (file !== undefined) return await writePage(file, args, options, context);
    const { startPage } = await import('../explorer/server/start-page.js');
    const server = await startPage(args.positionals, { port, ...options }, context);
    if (!switchOption(args, 'no-open') && context.progressPlace.terminal !== null) {
      const { openBrowser } = await import('../explorer/server/open-browser.js');
      openBrowser(server.url);
    }
    context.inform('Ctrl-C ends it.');
    return {
      text: () => `${server.url}\n`,
      csv: () => ['url\n', `${server.url}\n`],
      json: () => ({ url: server.url, port: server.port }),
    };
  },
};

/** Writes the page as one file. */
async function writePage(
  file: string,
  args: Arguments,
  options: { readonly draws: number; readonly seed: number },
  context: Context,
): Promise<CommandResult> {
  for (const name of ['port', 'no-open'])
    if (args.options[name] !== undefined) throw usageError(`--${name}: with --export nothing is served`);
  const { exportPage } = await import('../explorer/server/export-page.js');
  const text = await exportPage(args.positionals, options, context);
  const bytes = Buffer.byteLength(text);
  context.writeFile(file, text);
  return {
    text: () => `${file}: ${(bytes / 1e6).toFixed(2)} MB, to be opened in a browser or handed on\n`,
    csv: () => ['file,bytes\n', `${file},${bytes}\n`],
    json: () => ({ file, bytes }),
  };
}

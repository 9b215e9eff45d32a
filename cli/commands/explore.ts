import type { Command } from '../command.js';
import { usageError } from '../errors.js';
import { switchOption, wholeOption } from '../options.js';

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
    draws: { description: `Monte Carlo draws behind the bands (default ${DRAWS}); 0 for none`, value: 'number' },
  },
  examples: [
    ['explore', 'the bundled cities, apart and together; Ctrl-C ends it'],
    ['explore mine.yaml', 'a scenario of yours, beside itself with its regions apart'],
    ['explore a.yaml b.yaml --port 8080 --no-open', 'two futures of yours at a fixed address'],
    ['explore mine.yaml --set years.to=2040', 'begin with something changed'],
  ],
  async run(args, context) {
    if (context.out !== null) throw usageError('--out: explore writes no files', 'The page saves what you ask it to.');
    const port = wholeOption(args, 'port', 0, 65535) ?? null;
    const draws = wholeOption(args, 'draws', 0, 10_000) ?? DRAWS;
    const { startPage } = await import('../explorer/server/start-page.js');
    const server = await startPage(args.positionals, { port, draws, seed: context.seed ?? 1 }, context);
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

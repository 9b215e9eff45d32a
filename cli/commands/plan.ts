import type { Command } from '../command.js';

export const plan: Command = {
  name: 'plan',
  summary: 'Every effect of a scenario by year, which policy caused it, and where each value was written',
  positionals: [{ name: 'scenario', description: 'A scenario file', path: true }],
  options: {
    all: { description: 'List the numbers that stand at their defaults too, among where values were written' },
  },
  examples: [
    ['plan scenarios/changchun-jilin/faster-trains.yaml', 'what each policy does in which year, and what it costs'],
    ['plan mine.yaml --format json', 'every number the growth equation uses'],
    ['plan mine.yaml --all', 'also where each value was written, defaults included'],
    ['plan mine.yaml --set coordination=0 --format csv', 'each effect as a row, with every region acting apart'],
  ],
  async run(args, context) {
    const { loadScenario } = await import('../load-scenario.js');
    const { aboutFutures } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { planJson } = await import('../../engine/report/run/plan-json.js');
    const { planTable } = await import('../../engine/report/run/plan-table.js');
    const { planText } = await import('../../engine/report/run/plan-text.js');
    const { originsJson, originsText } = await import('../../engine/report/run/origins-table.js');
    const { valueOrigins } = await import('../../engine/scenario/origins.js');
    const planned = await loadScenario(args.positionals[0]!, context);
    const origins = valueOrigins(planned, args.options.all === true);
    const { portablePath } = context;
    return {
      about: aboutFutures([planned]),
      text: (layout) => `${planText(planned, layout)}\n${originsText(origins, layout, portablePath)}`,
      csv: () => csvTable(planTable(planned)),
      json: () => ({ ...planJson(planned.compiled.plan), origins: originsJson(origins, portablePath) }),
    };
  },
};

import { resolve } from 'node:path';
import type { Arguments, Command, CommandResult, Context } from '../command.js';
import { usageError } from '../errors.js';
import { FIGURES_OPTION, listOption, refuseSettings, switchOption, textOption, wholeOption } from '../options.js';
import { montecarlo } from './montecarlo.js';
import { sensitivity } from './sensitivity.js';

/** Commands whose work can be cut into parts. */
const IN_PARTS: readonly Command[] = [montecarlo, sensitivity];

export const merge: Command = {
  name: 'merge',
  summary: 'Puts the parts of a study together, computed with --shard on many machines',
  positionals: [{ name: 'dir', description: 'Folders of the parts, in any order', repeatable: true }],
  options: {
    finish: { description: 'Compute here what no part holds' },
    workers: { description: 'Workers at once for that and for beliefs (default all cores)', value: 'number' },
    ...FIGURES_OPTION,
  },
  examples: [
    ['montecarlo a.yaml b.yaml --draws 100000 --shard 3/40 --out parts/3', 'computes part 3 of 0 to 39, anywhere'],
    ['merge parts/* --out results', 'puts all parts together: the files of one machine'],
    ['merge parts/* --out results --finish', 'the same, computing here what is missing'],
  ],
  async run(args, context) {
    refuseOptions(args, context);
    const { readShards } = await import('../study/read-shards.js');
    const cut = readShards(args.positionals, switchOption(args, 'finish'));
    const command = IN_PARTS.find(({ name }) => name === cut.command);
    if (command === undefined) throw usageError(`${args.positionals[0]}: is of a command "${cut.command}"`);
    const workers = textOption(args, 'workers');
    const whole: Arguments = {
      ...cut.args,
      options: { ...cut.args.options, ...(workers === undefined ? {} : { workers }) },
    };
    const settings = listOption(whole, 'set');
    const inner: Context = { ...context, settings, seed: wholeOption(whole, 'seed') ?? null, merging: cut.shards };
    const result: CommandResult = await command.run(whole, inner);
    return { ...result, call: { command, args: whole } };
  },
};

function refuseOptions(args: Arguments, context: Context): void {
  refuseSettings('merge', context.settings);
  if (context.seed !== null) throw usageError('--seed: merge takes the seed of the parts');
  wholeOption(args, 'workers', 1, 1024);
  const { out } = context;
  if (out === null) throw usageError('merge needs --out', 'Name the folder of the result.');
  const same = args.positionals.find((dir) => resolve(dir) === resolve(out));
  if (same !== undefined) throw usageError(`--out ${out}: is the folder of a part`, 'Name another folder.');
}

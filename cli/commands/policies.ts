import type { Command } from '../command.js';
import { usageError } from '../errors.js';
import { refuseSettings } from '../options.js';

export const policies: Command = {
  name: 'policies',
  summary: 'The kinds of policy, or one kind’s fields, defaults and sources',
  positionals: [
    {
      name: 'kind',
      description:
        'A kind of policy, such as infrastructure; or parameters, trend or noise, which no policy has of its own',
      optional: true,
    },
  ],
  options: {},
  examples: [
    ['policies', 'lists the kinds'],
    ['policies infrastructure', 'its fields, with defaults, ranges and sources'],
    ['policies parameters', 'what each number of the growth equation rests on, years held out included'],
    ['policies --format csv', 'every field of every kind as rows'],
  ],
  async run(args, context) {
    refuseSettings('policies', context.settings);
    const { POLICY_KINDS } = await import('../../engine/policies/index.js');
    const { knownNames } = await import('../../engine/mistakes.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const tables = await import('../../engine/report/case/policy-tables.js');
    const [asked] = args.positionals;
    const group = tables.NUMBER_GROUPS.find((each) => each.name === asked);
    if (group !== undefined) {
      return {
        text: (layout) => tables.numberGroupText(group, layout),
        csv: () => csvTable(tables.numberGroupsTable([group])),
        json: () => group,
      };
    }
    const kind = POLICY_KINDS.find((each) => each.kind === asked);
    if (asked !== undefined && kind === undefined) {
      const hint = knownNames(asked, [
        ...POLICY_KINDS.map((each) => each.kind),
        ...tables.NUMBER_GROUPS.map((each) => each.name),
      ]);
      throw usageError(`policies: no kind "${asked}" (${hint})`);
    }
    const shown = kind === undefined ? POLICY_KINDS : [kind];
    return {
      text: (layout) =>
        kind === undefined ? tables.policyKindsText(shown, layout) : tables.policyKindText(kind, layout),
      csv: () => csvTable(tables.policyFieldsTable(shown)),
      json: () => (kind === undefined ? tables.policyData(shown) : tables.policyData(shown)[0]),
    };
  },
};

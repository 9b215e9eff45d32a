import type { Command } from '../command.js';
import { refuseSettings, textOption } from '../options.js';

export const schema: Command = {
  name: 'schema',
  summary: 'The JSON Schema of a kind of file, for editors',
  positionals: [
    {
      name: 'kind',
      description: 'Default all',
      choices: ['case', 'scenario', 'study', 'belief', 'facts'],
      optional: true,
    },
  ],
  options: {
    write: { description: 'Write each schema as a file of its name into this folder', value: 'dir', path: true },
  },
  examples: [
    ['schema scenario > scenario.json', 'for an editor that completes and checks YAML'],
    ['schema --write scenarios/schema', 'case.json, scenario.json, study.json, belief.json and facts.json'],
    ['schema case --format csv', 'the keys of a case file and what they mean'],
  ],
  async run(args, context) {
    refuseSettings('schema', context.settings);
    const { SCHEMA_KINDS, jsonSchema, schemaTable } = await import('../../engine/report/data/json-schemas.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { jsonText } = await import('../../engine/report/data/json.js');
    const kinds = SCHEMA_KINDS.filter((kind) => args.positionals[0] === undefined || kind === args.positionals[0]);
    const texts = new Map(kinds.map((kind) => [`${kind}.json`, [...jsonText(jsonSchema(kind))].join('')]));
    const folder = textOption(args, 'write');
    if (folder !== undefined) {
      for (const [name, text] of texts) context.writeFile(`${folder}/${name}`, text);
      context.inform(`Written to ${folder}: ${[...texts.keys()].join(', ')}`);
    }
    const json = () =>
      kinds.length === 1 ? jsonSchema(kinds[0]!) : Object.fromEntries(kinds.map((kind) => [kind, jsonSchema(kind)]));
    return {
      text: () => (folder === undefined ? [...jsonText(json())].join('') : ''),
      csv: () => csvTable(schemaTable(kinds)),
      json,
      files: () => texts,
    };
  },
};

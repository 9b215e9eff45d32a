import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../engine/report/data/json.js';
import { jsonSchema, SCHEMA_KINDS } from '../engine/report/data/json-schemas.js';
import { ROOT } from './source-files.js';

describe('The schemas that editors read', () => {
  it.each(SCHEMA_KINDS.map((kind) => [`scenarios/schema/${kind}.json`, kind] as const))(
    '%s is what the engine checks files against',
    (file, kind) => {
      const written = readFileSync(join(ROOT, file), 'utf8');
      const current = [...jsonText(jsonSchema(kind))].join('');
      expect(written === current, `${file} is out of date: renew it with "npm run schemas"`).toBe(true);
    },
  );
});

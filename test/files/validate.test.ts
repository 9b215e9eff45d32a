import { expect, test } from 'vitest';
import { z } from 'zod';
import { validate } from '../../engine/files/validate.js';
import { readYaml } from '../../engine/files/yaml.js';
import { formatMistake } from '../../engine/mistakes.js';

const schema = z.strictObject({
  title: z.string().min(1),
  window: z.int().positive().optional(),
  rate: z.number().max(1).optional(),
  distance: z.enum(['km', 'minutes']).optional(),
  links: z.array(z.tuple([z.string(), z.string()])).optional(),
  trend: z
    .union([z.number(), z.string(), z.strictObject({ longRun: z.number(), halfLife: z.number().optional() })])
    .optional(),
  policies: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('cluster'), push: z.number() }),
        z.strictObject({ kind: z.literal('market') }),
      ]),
    )
    .optional(),
  shares: z.partialRecord(z.enum(['alpha', 'beta']), z.number()).optional(),
  outputs: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  even: z
    .number()
    .refine((value) => value % 2 === 0, { error: 'even must be even', params: { hint: 'such as 2' } })
    .optional(),
});

const check = (text: string) => validate(readYaml('f.yaml', new TextEncoder().encode(text)), schema);
const said = (text: string) => check(text).mistakes.map(formatMistake);

test('a right document becomes the value that the schema gives', () => {
  expect(check('title: x\ntrend: { longRun: 0.05 }\n')).toEqual({
    value: { title: 'x', trend: { longRun: 0.05 } },
    mistakes: [],
  });
});

test.each([
  ['titel: x\n', ['f.yaml:1:1  unknown key "titel"  (did you mean "title"?)']],
  ['title: x\ntrend: { longrun: 1 }\n', ['f.yaml:2:10  unknown key "longrun" in trend  (did you mean "longRun"?)']],
  [
    'title: x\nquantities: 1\n',
    [
      'f.yaml:2:1  unknown key "quantities"  (known: title, window, rate, distance, links, trend, policies, shares, … (10 in all))',
    ],
  ],
  ['window: 6\n', ['f.yaml:1:1  missing key "title"']],
  ['title: x\npolicies:\n  - kind: cluster\n', ['f.yaml:3:5  missing key "push" in policies[0]']],
  ['title: x\npolicies:\n  - push: 1\n', ['f.yaml:3:5  missing key "kind" in policies[0]  (known: cluster, market)']],
  [
    'title: x\npolicies:\n  - kind: clustr\n',
    ['f.yaml:3:11  policies[0].kind cannot be "clustr"  (did you mean "cluster"?)'],
  ],
  ['title: ""\n', ['f.yaml:1:8  title must not be empty']],
  ['title: 3\n', ['f.yaml:1:8  title must be a text, not 3  (write "3" in quotes)']],
  ['title: x\nwindow: six\n', ['f.yaml:2:9  window must be a number, not "six"']],
  ['title: x\nwindow: 1.5\n', ['f.yaml:2:9  window must be a whole number, not 1.5']],
  ['title: x\nwindow: 0\n', ['f.yaml:2:9  window must be greater than 0, not 0']],
  ['title: x\nrate: 1e999\n', ['f.yaml:2:7  rate must be a number, not 1e999']],
  ['title: x\nrate: .nan\n', ['f.yaml:2:7  rate must be a number, not .nan']],
  ['title: x\nrate: 1,000\n', ['f.yaml:2:7  rate must be a number, not "1,000"']],
  ['title: x\nrate: 2\n', ['f.yaml:2:7  rate must be at most 1, not 2']],
  ['title: x\nrate:\n', ['f.yaml:2:6  rate must be a number, not nothing']],
  ['title: x\ndistance: minute\n', ['f.yaml:2:11  distance cannot be "minute"  (did you mean "minutes"?)']],
  ['title: x\nlinks: [[a]]\n', ['f.yaml:2:9  links[0] needs at least 2 entries, not 1']],
  ['title: x\nlinks: a\n', ['f.yaml:2:8  links must be a list, not "a"']],
  ['title: x\nshares: { alhpa: 1 }\n', ['f.yaml:2:11  unknown key "alhpa" in shares  (did you mean "alpha"?)']],
  ['title: x\neven: 3\n', ['f.yaml:2:7  even must be even  (such as 2)']],
  ['[1]\n', ['f.yaml:1:1  this must be a mapping of keys, not a list']],
])('%j is told in plain words, at its place', (text, mistakes) => {
  expect(said(text)).toEqual(mistakes);
});

test('of alternatives only the one that was meant is reported', () => {
  expect(said('title: x\ntrend: { longRun: fast }\n')).toEqual([
    'f.yaml:2:19  trend.longRun must be a number, not "fast"',
  ]);
  expect(said('title: x\noutputs: { a: 1 }\n')).toEqual([
    'f.yaml:2:15  outputs.a must be a text, not 1  (write "1" in quotes)',
  ]);
  expect(said('title: x\ntrend: [1]\n')).toEqual([
    'f.yaml:2:8  trend must be a number, a text or a mapping of keys, not a list',
  ]);
});

test('every mistake is found at once, in the order of the file', () => {
  expect(said('widow: 1\nrate: x\ndistance: miles\n')).toEqual([
    'f.yaml:1:1  missing key "title"',
    'f.yaml:1:1  unknown key "widow"  (did you mean "window"?)',
    'f.yaml:2:7  rate must be a number, not "x"',
    'f.yaml:3:11  distance cannot be "miles"  (known: km, minutes)',
  ]);
});

test('a part of a document can be checked, and is named from the top', () => {
  const document = readYaml('f.yaml', new TextEncoder().encode('parts:\n  - { a: x }\n'));
  const { mistakes } = validate(document, z.strictObject({ a: z.number() }), ['parts', 0]);
  expect(mistakes.map(formatMistake)).toEqual(['f.yaml:2:10  parts[0].a must be a number, not "x"']);
});

test('where a document could not be read there is nothing to check', () => {
  expect(check('a: [')).toEqual({ value: undefined, mistakes: [] });
});

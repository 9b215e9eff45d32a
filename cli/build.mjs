/**
 * Bundles the command line, and its worker, each with its engine and packages into one file: what loads one file starts several times faster than what
 * loads some hundred.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeLicences } from './build-licences.mjs';
import { bundledFiles, englishOnly, onlyParser } from './build-plugins.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Packages that read files of their own beside them. */
const APART = ['@fontsource/*', '@resvg/*', 'tinypool'];

/** Packages written for `require` ask for modules of Node with it. */
const REQUIRE = `import { createRequire as createItsRequire } from 'node:module'; const require = createItsRequire(import.meta.url);`;

const UNUSED_SCHEMAS = `
const schema = new Proxy(() => {}, {
  get(_, key) {
    if (/parse/i.test(String(key))) throw new Error('a worker checks nothing');
    return key === Symbol.toPrimitive ? () => 'schema' : schema;
  },
  apply: () => schema,
});
export const z = schema;
`;

/**
 * What a worker is handed was checked before, so that it needs no schemas, which are two thirds of its code: in their place stands something that can be
 * declared but not asked to check anything.
 */
const withoutSchemas = {
  name: 'without-schemas',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zod$/ }, () => ({ path: 'zod', namespace: 'unused-schemas' }));
    onLoad({ filter: /.*/, namespace: 'unused-schemas' }, () => ({ contents: UNUSED_SCHEMAS }));
  },
};

/** @param {string} entry below cli; the file of that name below dist/cli is written */
function bundle(entry, settings) {
  return build({
    entryPoints: [here(`${entry}.ts`)],
    outfile: here(`../dist/cli/${entry}.js`),
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    ...settings,
  });
}

// The what-if page has a build of its own.
const built = existsSync(here('../dist/cli')) ? readdirSync(here('../dist/cli')) : [];
for (const name of built)
  if (name !== 'explorer') rmSync(here(`../dist/cli/${name}`), { recursive: true, force: true });
const bundles = await Promise.all([
  bundle('main', {
    external: APART,
    banner: { js: REQUIRE },
    plugins: [englishOnly, onlyParser],
  }),
  bundle('study/worker', { minifyIdentifiers: true, plugins: [withoutSchemas] }),
]);
writeLicences(
  here('../dist/cli/licences.txt'),
  bundles.flatMap(({ metafile }) => bundledFiles(metafile)),
);

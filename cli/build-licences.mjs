import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a file in node_modules belongs to; null where it is none's. */
function packageFolder(file) {
  const inPackage = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return inPackage === null ? null : inPackage[1];
}

function licenceText(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/**
 * Writes the licences of all packages of which something is in a bundle, as these licences ask.
 *
 * @param {string} path the file to be written
 * @param {Iterable<string>} inputs files that were bundled
 */
export function writeLicences(path, inputs) {
  const folders = [...new Set([...inputs].map(packageFolder))].filter((folder) => folder !== null).sort();
  writeFileSync(path, `${folders.map(licenceText).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}

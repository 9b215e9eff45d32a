import { resolve } from 'node:path';
import type { Context } from '../../command.js';
import { usageError } from '../../errors.js';
import { portable, sharedFolder } from '../../paths.js';
import { parseFutures } from '../what-if/compute.js';
import { type EmbeddedFile, embeddedReader, embedFile } from '../what-if/embedded-files.js';
import type { WhatIf } from '../what-if/what-if.js';
import { withFirstAnswer } from './first-answer.js';
import { renderOneFile } from './one-file.js';
import { type DrawOptions, pageScenarios, prepareStart } from './prepare-start.js';

/**
 * The what-if page of some scenarios as one file, with every file of their case that the page can ask for.
 *
 * @param named files as the user names them
 * @returns the text of the page
 * @throws MistakesError for scenarios that cannot be used, a usage error where a file names another by its absolute path
 */
export async function exportPage(named: readonly string[], options: DrawOptions, context: Context): Promise<string> {
  const opened = new Map<string, Uint8Array>();
  const read = (path: string): Uint8Array => {
    const bytes = context.read(path);
    opened.set(resolve(path), bytes);
    return bytes;
  };
  const start = await prepareStart(pageScenarios(named), options, { ...context, read });
  await openTables(read, start.whatIf);
  // Nothing is told of where the files lie on this machine.
  const folder = sharedFolder([...opened.keys()]);
  const files = [...opened].map(([path, bytes]) => embedFile(portable(path, folder), bytes));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const futures = start.whatIf.futures.map((future) => ({ ...future, file: portable(future.file, folder) }));
  const whatIf = { ...start.whatIf, futures };
  await checkReadable(files, whatIf);
  return renderOneFile({
    title: 'tandem: what if?',
    start: await withFirstAnswer({ ...start, whatIf }, embeddedReader(files)),
    files,
  });
}

/** Reads the files of the other tables of outputs, among which the page lets one choose. */
async function openTables(read: (path: string) => Uint8Array, whatIf: WhatIf): Promise<void> {
  const futures = await parseFutures(read, whatIf);
  if ('mistakes' in futures) return;
  for (const value of new Set(futures.parsed.flatMap(({ tables }) => tables)))
    await parseFutures(read, { ...whatIf, common: [...whatIf.common, { path: 'table', value }] });
}

async function checkReadable(files: readonly EmbeddedFile[], whatIf: WhatIf): Promise<void> {
  const futures = await parseFutures(embeddedReader(files), whatIf);
  if (!('mistakes' in futures)) return;
  throw usageError(
    `the page cannot hold these scenarios: ${futures.mistakes[0]!.text}`,
    'Name files by paths relative to the file that names them.',
  );
}

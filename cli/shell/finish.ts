import { jsonText } from '../../engine/report/data/json.js';
import type { Arguments, Command, CommandResult, Context, FileContent } from '../command.js';
import { EXIT } from '../errors.js';
import type { FolderLock } from '../folder-lock.js';
import { switchOption, textOption } from '../options.js';
import { writeCaseFolder } from '../output/case-folder.js';
import type { ManifestFacts } from '../output/manifest.js';
import { manifestFacts } from '../output/manifest-facts.js';
import { writeResult } from '../output/output-folder.js';
import type { FileReader } from '../read-file.js';
import { print, say } from './print.js';
import type { Shell } from './surroundings.js';

/** Name of the workbook of `--xlsx`. */
const WORKBOOK = 'results.xlsx';
/** Name of the report. */
const PAGE = 'report.html';

/** A command that has run, with what is needed to write and print its result. */
export interface FinishedCommand {
  readonly command: Command;
  readonly args: Arguments;
  readonly result: CommandResult;
  readonly shell: Shell;
  readonly context: Context;
  readonly reader: FileReader;
  readonly version: string;
  /** True where signals have not been held so far, because the command's computation blocks them. */
  readonly hold: boolean;
  readonly lock: FolderLock | null;
}

/** Writes and prints the result of a command and returns the exit code. */
export async function finish(finished: FinishedCommand): Promise<number> {
  const { args, result, shell, context } = finished;
  // Lets signals that came during a long computation be heard before anything is written.
  await turn();
  if (finished.hold) shell.holdSignals?.();
  const format = textOption(args, 'format') ?? 'table';
  if (result.mistakes !== undefined && result.mistakes.length > 0) {
    await print(shell.stdout, formatted(result, format, context));
    await say(shell, result.mistakes);
    return EXIT.wrongInput;
  }
  const written = result.writesNothing === true ? [] : await writeFiles(finished);
  await print(shell.stdout, formatted(result, format, context));
  if (!switchOption(args, 'quiet'))
    await say(
      shell,
      written.map((each) => `Written to ${each}`),
    );
  return EXIT.done;
}

/** Writes the files that the options ask for; one line for each folder, with the names of its files. */
async function writeFiles(finished: FinishedCommand): Promise<string[]> {
  const { args, result, reader, version, lock, context } = finished;
  const call = result.call ?? finished;
  const { unfinished } = finished.shell;
  const out = textOption(args, 'out');
  const figures = textOption(args, 'figures');
  const written: string[] = [];
  const facts = manifestFacts({ command: call.command, args: call.args, reader, version, seed: result.seed ?? null });
  // Both are drawn before either is written, so that a failure leaves nothing behind.
  const page = out === undefined ? undefined : await result.page?.({ ...facts, version });
  const charts = figures === undefined ? undefined : await result.figures?.();
  if (out !== undefined) {
    const files = result.files?.() ?? defaultFiles(call.command, result);
    const book = switchOption(args, 'xlsx') ? await workbook(files, result, facts, context) : null;
    const all = new Map<string, FileContent>([
      ...files,
      ...(book === null ? [] : [[WORKBOOK, book] as const]),
      ...(page === undefined ? [] : [[PAGE, page] as const]),
    ]);
    written.push(`${out}: ${writeResult(out, all, facts, { unfinished, lock }).join(', ')}`);
  }
  if (result.caseFolder !== undefined) {
    const { dir, files } = result.caseFolder;
    written.push(`${dir}: ${writeCaseFolder(dir, files(), facts, { unfinished }).join(', ')}`);
  }
  if (figures !== undefined && charts !== undefined)
    written.push(`${figures}: ${writeResult(figures, charts, facts, { unfinished }).join(', ')}`);
  return written;
}

/** The tables of a result as a workbook; what does not fit into one is said. */
async function workbook(
  files: ReadonlyMap<string, FileContent>,
  { about }: CommandResult,
  facts: ManifestFacts,
  context: Context,
): Promise<Uint8Array> {
  const { resultWorkbook } = await import('../output/workbook/workbook.js');
  const { bytes, leftOut } = await resultWorkbook(files, about ?? null, facts);
  for (const file of leftOut)
    context.inform(`${file} is larger than a sheet of Excel can be: ${WORKBOOK} is without it`);
  return bytes;
}

function formatted(result: CommandResult, format: string, context: Context): Iterable<string> {
  if (format === 'json') return jsonText(result.json());
  return format === 'csv' ? result.csv() : [result.text(context.layout)];
}

/** The three forms under the command's name, for a command that has no files of its own. */
function defaultFiles(command: Command, result: CommandResult): ReadonlyMap<string, FileContent> {
  return new Map<string, FileContent>([
    [`${command.name}.txt`, result.text({ width: 100, colour: false })],
    [`${command.name}.csv`, result.csv()],
    [`${command.name}.json`, jsonText(result.json())],
  ]);
}

/** One turn of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

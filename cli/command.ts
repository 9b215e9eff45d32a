import type { ReadFile } from '../engine/files/read-file.js';
import type { About } from '../engine/report/data/about.js';
import type { Provenance } from '../engine/report/page/page.js';
import type { Layout } from '../engine/report/text/text-table.js';
import type { FolderLock } from './folder-lock.js';
import type { MergedShards } from './merged-shards.js';
import type { ProgressPlace } from './progress.js';

/** A value of an option as given: text, or true for a switch. */
export type OptionValue = string | true | readonly string[];

/** An option besides those every command has. */
export interface OptionDefinition {
  readonly description: string;
  /** The name of its value in the help, such as `year`; a switch has none. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** True where it may be given several times. */
  readonly repeatable?: boolean;
  /** True where all words up to the next option are values of it; it may be given several times, too. */
  readonly many?: boolean;
  /** True where its value is the name of a file or folder, which a manifest writes relative to the inputs. */
  readonly path?: boolean;
}

/** A positional argument. Only the last may be repeated or left out. */
export interface PositionalDefinition {
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly optional?: boolean;
  readonly repeatable?: boolean;
  /** True where it names an input file. */
  readonly path?: boolean;
}

/** The words and options that the user gave, checked against the definitions. */
export interface Arguments {
  /** Arguments in the order given. */
  readonly positionals: readonly string[];
  /** By name without dashes; absent where not given. */
  readonly options: Readonly<Record<string, OptionValue | undefined>>;
}

/** The means of a command: to read files, say something, write single files aside from `--out`. */
export interface Context {
  /** Reads a file and notes its SHA-256 for the manifest. */
  readonly read: ReadFile;
  /** Values of `--set`, each `path=value`, in the order given. */
  readonly settings: readonly string[];
  /** `--seed`, or null. */
  readonly seed: number | null;
  readonly layout: Layout;
  /** Says something on stderr, the same only once, unless `--quiet`. */
  inform(message: string): void;
  /** Replaces a file as a whole or not at all, making its folder where needed. */
  writeFile(path: string, text: string): void;
  /** `--out`, or null. */
  readonly out: string | null;
  /** Takes the exclusive right to write in the folder of `--out`, for a command that keeps something there before its result; it ends with the call. */
  lockFolder(dir: string): FolderLock;
  /** Parts of the study computed by other calls, for a command that `merge` runs. */
  readonly merging?: MergedShards;
  /** The place to show the progress of a long computation. */
  readonly progressPlace: ProgressPlace;
  /** Asks the user a question and returns the answer, empty where there is none; null where nobody sits at a terminal. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Has a line said on stderr if a signal ends the call; returns how to take that back. */
  onInterrupt(line: () => string): () => void;
  /** SHA-256 of every file read so far, by its portable path. */
  inputs(): readonly { readonly file: string; readonly sha256: string }[];
  /** A path of an input as files and JSON may show it: relative to the folder that all inputs read so far share. */
  portablePath(path: string): string;
}

/** Content of a file: text, bytes, or pieces of them asked for one by one. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array>;

/** The result of a command, in every form it can be asked for; nothing is formatted before it is. */
export interface CommandResult {
  /** For people, in a terminal; lines end in `\n`. */
  text(layout: Layout): string;
  /** Lines of a CSV file, each with its line end. */
  csv(): Iterable<string>;
  /** A plain value. */
  json(): unknown;
  /** Files for `--out`, by name; without it the three forms above are written under the command's name. */
  files?(): ReadonlyMap<string, FileContent>;
  /** Facts of the result for the first sheet of `--xlsx`. */
  readonly about?: About;
  /** The report for `--out`, one HTML file, given what the manifest says of where it comes from. */
  page?(provenance: Provenance): Promise<string>;
  /** Charts for `--figures`, by file name. */
  figures?(): Promise<ReadonlyMap<string, FileContent>>;
  /** A case to be written as a folder of its own, whole or not at all. */
  readonly caseFolder?: { readonly dir: string; files(): ReadonlyMap<string, FileContent> };
  /** Seed the result depends on, for the manifest. */
  readonly seed?: number;
  /** The call that the result is of, for the manifest, where another command has brought it about. */
  readonly call?: { readonly command: Command; readonly args: Arguments };
  /** True where nothing is written to `--out`: the folder keeps something for another call. */
  readonly writesNothing?: boolean;
  /** Called when everything is written and printed, or could not be. */
  close?(): void;
  /** Mistakes that were asked for, as `check` is: they go to stderr, nothing is written, and the exit code is 2. */
  readonly mistakes?: readonly string[];
}

/** One command of the tool. `run` imports the engine when called, so that `--help` need not wait for it. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly positionals: readonly PositionalDefinition[];
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** Command line after `tandem`, and what it does. */
  readonly examples: readonly (readonly [string, string])[];
  /** True where it may compute for seconds without awaiting anything. */
  readonly blocking?: true;
  run(args: Arguments, context: Context): Promise<CommandResult>;
}

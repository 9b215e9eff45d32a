import type { Arguments, OptionDefinition } from './command.js';
import { usageError } from './errors.js';

/** Options that every command has, besides `--help` and `--version`. */
export const GLOBAL_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  out: { description: 'Write the result as files into this folder, whole or not at all', value: 'dir', path: true },
  xlsx: { description: 'With --out: all tables as one Excel workbook, too, results.xlsx' },
  format: {
    description: 'What to print (default table)',
    value: 'format',
    choices: ['table', 'csv', 'json'],
  },
  set: { description: 'Set a value of the files, as in --set coordination=0.5', value: 'path=value', repeatable: true },
  seed: { description: 'Seed of everything random, a whole number', value: 'number' },
  quiet: { description: 'Say nothing besides the result and mistakes' },
  debug: { description: 'Show where in the program an error arose' },
};

/** Options of commands whose results are drawn. */
export const FIGURES_OPTION: Readonly<Record<string, OptionDefinition>> = {
  figures: { description: 'Write each chart as SVG and PNG into this folder', value: 'dir', path: true },
};

/** The value of an option as text, or undefined where it is not given. */
export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** True where a switch is given. */
export function switchOption(args: Arguments, name: string): boolean {
  return args.options[name] === true;
}

/** Values of a repeatable option, in the order given. */
export function listOption(args: Arguments, name: string): readonly string[] {
  const value = args.options[name];
  return Array.isArray(value) ? value : [];
}

/**
 * The value of an option as a whole number, or undefined where it is not given. Throws a usage error for anything but plain digits in range.
 */
export function wholeOption(
  args: Arguments,
  name: string,
  low = 0,
  high = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const text = textOption(args, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d{1,16}$/.test(text) || value < low || value > high) {
    const range = high === Number.MAX_SAFE_INTEGER ? `from ${low}` : `from ${low} to ${high}`;
    throw usageError(`--${name} ${text}: not a whole number ${range}`);
  }
  return value;
}

/** Refuses `--set` where there are no values that it could set, rather than ignore it. */
export function refuseSettings(command: string, settings: readonly string[]): void {
  if (settings.length > 0) throw usageError(`--set ${settings[0]}: ${command} has no values to set`);
}

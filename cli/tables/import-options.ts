import type { ImportSettings, MissingRule, NegativeRule, WideBy } from '../../engine/importing/read/settings.js';
import type { ImportExtras } from '../../engine/importing/write/case-files.js';
import type { Arguments, Context } from '../command.js';
import { usageError } from '../errors.js';
import { listOption, textOption, wholeOption } from '../options.js';
import { DELIMITERS } from './delimiters.js';
import { readSource } from './read-table.js';

/** The settings that options make for an import, with the table of `--map` where there is one. Throws a usage error for what cannot be read. */
export async function readSettings(args: Arguments, context: Context): Promise<ImportSettings> {
  const settings = writtenSettings(args);
  const path = textOption(args, 'map');
  return path === undefined ? settings : { ...settings, map: await readSource(context.read, path, {}) };
}

function writtenSettings(args: Arguments): ImportSettings {
  const given = <T>(key: string, value: T | undefined) => (value === undefined ? {} : { [key]: value });
  const column = (name: string) => textOption(args, `${name}-column`);
  return {
    ...given('regionColumn', column('region')),
    ...given('industryColumn', column('industry')),
    ...given('yearColumn', column('year')),
    ...given('valueColumn', column('value')),
    ...given('wideBy', textOption(args, 'wide-by') as WideBy | undefined),
    ...given('headerRow', wholeOption(args, 'header-row', 1)),
    ...given('decimalMark', textOption(args, 'decimal') as 'point' | 'comma' | undefined),
    ...given('years', readYears(textOption(args, 'years'))),
    ...given('missing', textOption(args, 'missing') as MissingRule | undefined),
    ...given('negative', textOption(args, 'negative') as NegativeRule | undefined),
    where: listOption(args, 'where').map((text) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
      if (name === undefined || value === undefined)
        throw usageError(`--where ${text}: not of the form column=content`, 'As in --where "measure=GVA".');
      return { column: name, value };
    }),
    drop: listOption(args, 'drop'),
    keep: listOption(args, 'keep'),
    renames: listOption(args, 'rename').map((text) => {
      const [, from, to] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
      if (from === undefined || to === undefined)
        throw usageError(`--rename ${text}: not of the form old=new`, 'As in --rename "Old name=New name".');
      return { from, to: to.trim() };
    }),
  };
}

function readYears(text: string | undefined): { from: number; to: number } | undefined {
  if (text === undefined) return undefined;
  const [, from, to] = /^(\d{4}):(\d{4})$/.exec(text) ?? [];
  if (from === undefined || to === undefined || from >= to)
    throw usageError(`--years ${text}: not two years`, 'As in --years 2009:2019.');
  return { from: Number(from), to: Number(to) };
}

/** How the table of outputs is to be read: sheet, separator and encoding. */
export function readFormat(args: Arguments) {
  const [sheet, delimiter, encoding] = [
    textOption(args, 'sheet'),
    textOption(args, 'delimiter'),
    textOption(args, 'encoding'),
  ];
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(delimiter === undefined ? {} : { delimiter: DELIMITERS[delimiter]! }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

/** What a case has besides its outputs: title, units, and the tables of regions and links. */
export async function readExtras(args: Arguments, context: Context): Promise<ImportExtras> {
  const { DEFAULT_DETOUR } = await import('../../engine/importing/write/network.js');
  const text = textOption(args, 'detour');
  const detour = text === undefined ? DEFAULT_DETOUR : Number(text);
  if (!(detour >= 1 && detour <= 5)) throw usageError(`--detour ${text}: not a factor from 1 to 5`);
  const named: Record<string, string> = {};
  for (const name of ['title', 'currency', 'prices']) {
    const value = textOption(args, name);
    if (value !== undefined) named[name] = value;
  }
  const { encoding } = readFormat(args) as { encoding?: string };
  const read = async (name: string) => {
    const path = textOption(args, name);
    if (path === undefined) return {};
    return { [name]: await readSource(context.read, path, encoding === undefined ? {} : { encoding }) };
  };
  return { ...named, ...(await read('regions')), ...(await read('links')), detour };
}

/** The totals of `--accounts`, read as a table of outputs is, with the same names left out, renamed and put together. */
export async function readAccounts(
  args: Arguments,
  { drop, keep, renames, map, years }: ImportSettings,
  context: Context,
): Promise<Pick<ImportExtras, 'accounts'>> {
  const path = textOption(args, 'accounts');
  const written = textOption(args, 'account');
  if (path === undefined) {
    if (written !== undefined)
      throw usageError('--account: there is no --accounts', 'As in --accounts employment.csv.');
    return {};
  }
  const { importCase, readImport } = await import('../../engine/importing/import-case.js');
  const source = await readSource(context.read, path, {});
  const own: ImportSettings = {
    where: [],
    drop,
    keep,
    ...(renames === undefined ? {} : { renames }),
    ...(map === undefined ? {} : { map }),
    ...(years === undefined ? {} : { years }),
  };
  const { panel } = importCase(readImport(source, own), own, { detour: 1 });
  const [name = '', unit] = (written ?? source.file.replace(/\.[a-z0-9]+$/i, '')).split('=').map((part) => part.trim());
  return { accounts: { name, unit: unit ?? name, file: source.file, panel } };
}

import { unzipSync } from 'fflate';
import { dateStyles } from './number-formats.js';
import { readSheetCells, type SharedCells, type SheetCells } from './sheet-cells.js';
import { readXml } from './xml.js';

/** A sheet of a workbook; its cells are read when asked for. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  cells(): SheetCells;
}

/** Uncompressed, a part of a workbook is no larger than this: a small file must not fill the memory. */
const MOST_BYTES = 2 ** 30;

/** Names of the files in an archive. Throws an Error where it is none. */
export function filesInArchive(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter({ name }) {
      names.push(name);
      return false;
    },
  });
  return names;
}

/** Reads the sheets of a workbook (.xlsx) that hold cells, in their order. Throws an Error where it is none. */
export function readWorkbook(bytes: Uint8Array): WorkbookSheet[] {
  let size = 0;
  const files = unzipSync(bytes, {
    filter({ name, originalSize }) {
      const wanted = /\.(?:xml|rels)$/i.test(name) && !/\/(?:drawings|charts|theme|media)\//.test(name);
      if (wanted) size += originalSize;
      if (size > MOST_BYTES) throw new Error('unpacked it is larger than 1 GB');
      return wanted;
    },
  });
  const file = (path: string) =>
    files[path] ?? files[Object.keys(files).find((each) => each.toLowerCase() === path.toLowerCase()) ?? ''];
  const book = mainPart(file);
  const targets = relations(file(relationsOf(book)), folderOf(book));
  const sheets: { readonly name: string; readonly id: string; readonly hidden: boolean }[] = [];
  let from1904 = false;
  const document = file(book);
  if (document === undefined) throw new Error(`${book} is missing in it`);
  readXml(document, {
    open(name, attributes, decode) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', state = 'visible', ...others } = attributes();
      sheets.push({ name: decode(title), id: others['r:id'] ?? '', hidden: state !== 'visible' });
    },
  });
  const typed = (type: string) => [...targets.values()].find((each) => each.type.endsWith(`/${type}`))?.path ?? '';
  let shared: SharedCells | undefined;
  return sheets.flatMap(({ name, id, hidden }) => {
    const target = targets.get(id);
    const cells = target?.type.endsWith('/worksheet') ? file(target.path) : undefined;
    if (cells === undefined) return [];
    const read = () => {
      shared ??= {
        texts: sharedTexts(file(typed('sharedStrings'))),
        dates: dateStyles(file(typed('styles'))),
        from1904,
      };
      return readSheetCells(cells, shared);
    };
    return [{ name, hidden, cells: read }];
  });
}

type FindFile = (path: string) => Uint8Array | undefined;

/** The path of the workbook's own document. */
function mainPart(file: FindFile): string {
  const found = [...relations(file('_rels/.rels'), '').values()].find(({ type }) => type.endsWith('/officeDocument'));
  return found?.path ?? 'xl/workbook.xml';
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function relationsOf(path: string): string {
  return `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;
}

function relations(
  bytes: Uint8Array | undefined,
  folder: string,
): Map<string, { readonly type: string; readonly path: string }> {
  const found = new Map<string, { type: string; path: string }>();
  if (bytes === undefined) return found;
  readXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes();
      const path = Target.startsWith('/') ? Target.slice(1) : folder + Target.replace(/^\.\//, '');
      found.set(Id, { type: Type, path });
    },
  });
  return found;
}

/** The texts that cells refer to by number; marks of pronunciation beside them are left out. */
function sharedTexts(bytes: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  if (bytes === undefined) return texts;
  let [text, inText, phonetic] = ['', false, false];
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(part) {
      if (inText) text += part;
    },
    close(name) {
      if (name === 'si') texts.push(text);
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return texts;
}

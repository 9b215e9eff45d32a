import * as disk from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUsageError, reason } from '../../../cli/errors.js';
import { lockFolder } from '../../../cli/folder-lock.js';
import { checkOutputFolder, writeResult } from '../../../cli/output/output-folder.js';
import { replaceFile, type WriteBytes } from '../../../cli/output/write-file.js';

const FACTS = { tandem: '0.1.0', command: ['run'], seed: null, inputs: [] };
const HASH_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

let folder: string;
let out: string;
beforeEach(() => {
  folder = disk.mkdtempSync(join(tmpdir(), 'tandem-test-'));
  out = join(folder, 'out');
});
afterEach(() => disk.rmSync(folder, { recursive: true, force: true }));

/** Every file below a folder with its text, hidden ones too. */
function contents(of: string): Record<string, string> {
  const names = disk.readdirSync(of, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => disk.lstatSync(join(of, name)).isFile())
      .map((name) => [name, disk.readFileSync(join(of, name), 'utf8')]),
  );
}

/** A disk that has room for so many bytes. */
function diskOf(bytes: number): WriteBytes {
  let left = bytes;
  return (descriptor, data) => {
    if (left === 0 && data.length > 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const written = disk.writeSync(descriptor, data.subarray(0, left));
    left -= written;
    return written;
  };
}

/** A folder with a file of the user's, which nothing may delete. */
function userFolder(name: string): void {
  disk.mkdirSync(join(out, name));
  disk.writeFileSync(join(out, name, 'thesis.doc'), 'years of work');
}

function refusal(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('was not refused');
}

describe('A result folder', () => {
  it('holds every file and a manifest with their SHA-256', () => {
    const names = writeResult(
      out,
      new Map([
        ['a.csv', 'abc'],
        ['b.csv', 'x'],
      ]),
      FACTS,
    );
    expect(names).toEqual(['a.csv', 'b.csv', 'manifest.json']);
    expect(contents(folder)).toMatchObject({ 'out/a.csv': 'abc', 'out/b.csv': 'x' });
    const manifest = JSON.parse(disk.readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest.files[0]).toEqual({ file: 'a.csv', sha256: HASH_OF_ABC });
  });

  it('has the same bytes whether a file comes whole, as bytes or in pieces', () => {
    writeResult(
      out,
      new Map<string, string | Uint8Array | Iterable<string>>([
        ['a', 'abc'],
        ['b', Buffer.from('abc')],
        ['c', ['a', '', 'bc']],
      ]),
      FACTS,
    );
    const manifest = JSON.parse(disk.readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest.files.map((each: { sha256: string }) => each.sha256)).toEqual([
      HASH_OF_ABC,
      HASH_OF_ABC,
      HASH_OF_ABC,
    ]);
  });

  it('is made with the folders on its way', () => {
    writeResult(join(out, 'deep', 'er'), new Map([['a.csv', 'abc']]), FACTS);
    expect(Object.keys(contents(out))).toEqual(['deep/er/a.csv', 'deep/er/manifest.json']);
  });

  it('may be an empty folder', () => {
    disk.mkdirSync(out);
    writeResult(out, new Map([['a.csv', 'abc']]), FACTS);
    expect(Object.keys(contents(folder))).toEqual(['out/a.csv', 'out/manifest.json']);
  });

  it('replaces an earlier result, files no longer written included', () => {
    writeResult(
      out,
      new Map([
        ['a.csv', 'old'],
        ['old.csv', 'old'],
      ]),
      FACTS,
    );
    writeResult(
      out,
      new Map([
        ['a.csv', 'new'],
        ['new.csv', 'new'],
      ]),
      FACTS,
    );
    expect(contents(folder)).toMatchObject({ 'out/a.csv': 'new', 'out/new.csv': 'new' });
    expect(disk.readdirSync(out).sort()).toEqual(['a.csv', 'manifest.json', 'new.csv']);
  });

  it('may be reached over a symbolic link, which stays', () => {
    disk.mkdirSync(join(folder, 'real'));
    disk.symlinkSync(join(folder, 'real'), out);
    writeResult(out, new Map([['a.csv', 'abc']]), FACTS);
    expect(disk.lstatSync(out).isSymbolicLink()).toBe(true);
    expect(disk.readdirSync(join(folder, 'real'))).toEqual(['a.csv', 'manifest.json']);
  });

  it('takes what an interrupted run left behind for its own', () => {
    const lock = lockFolder(out);
    disk.mkdirSync(join(out, '.tandem/new-abc123'));
    disk.writeFileSync(join(out, '.tandem/new-abc123/half.csv'), 'half');
    lock.release();
    writeResult(out, new Map([['a.csv', 'abc']]), FACTS);
    expect(disk.readdirSync(out)).toEqual(['a.csv', 'manifest.json']);
  });
});

describe('A folder that holds something else', () => {
  const cases: readonly (readonly [string, () => void, string])[] = [
    ['files of the user', () => disk.writeFileSync(join(out, 'thesis.doc'), ''), 'thesis.doc'],
    [
      'a file of the user beside an earlier result',
      () => {
        writeResult(out, new Map([['a.csv', 'old']]), FACTS);
        disk.writeFileSync(join(out, 'notes.txt'), 'mine');
      },
      'notes.txt',
    ],
    ['a folder of the user', () => disk.mkdirSync(join(out, 'data')), 'data'],
    ['a folder of the user with a name like ours', () => userFolder('.tandem-notes'), '.tandem-notes'],
    ['a folder of the user with the name of ours', () => userFolder('.tandem'), '.tandem'],
    [
      'a folder in place of a file of the earlier result',
      () => {
        writeResult(out, new Map([['a.csv', 'old']]), FACTS);
        disk.rmSync(join(out, 'a.csv'));
        disk.mkdirSync(join(out, 'a.csv'));
      },
      'a.csv',
    ],
    [
      'a manifest of something else',
      () => disk.writeFileSync(join(out, 'manifest.json'), '{"name":"a web page"}'),
      'manifest.json',
    ],
    ['a manifest that is no JSON', () => disk.writeFileSync(join(out, 'manifest.json'), '{'), 'manifest.json'],
    ['a manifest that is null', () => disk.writeFileSync(join(out, 'manifest.json'), 'null'), 'manifest.json'],
  ];
  for (const [what, prepare, named] of cases) {
    it(`such as ${what} is refused by name and left alone`, () => {
      disk.mkdirSync(out, { recursive: true });
      prepare();
      const before = contents(folder);
      for (const action of [() => checkOutputFolder(out), () => writeResult(out, new Map([['a.csv', 'new']]), FACTS)]) {
        const error = refusal(action);
        expect(isUsageError(error)).toBe(true);
        expect(error.message).toContain(named);
      }
      expect(contents(folder)).toEqual(before);
    });
  }
});

describe('A place that cannot be written to', () => {
  it('is refused before anything is computed, as wrong usage', () => {
    disk.writeFileSync(join(folder, 'file'), '');
    disk.symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    const places = [
      join(folder, 'file'),
      join(folder, 'file', 'below'),
      join(folder, 'dangling'),
      '/dev/null/x',
      '/proc/x',
      join(folder, 'x'.repeat(300)),
      join(folder, 'a\0b'),
    ];
    for (const place of places) {
      for (const action of [
        () => checkOutputFolder(place),
        () => writeResult(place, new Map([['a.csv', 'x']]), FACTS),
      ]) {
        expect([place.slice(0, 60), isUsageError(refusal(action))]).toEqual([place.slice(0, 60), true]);
      }
    }
    expect(Object.keys(contents(folder))).toEqual(['file']);
  });

  it('leaves no trace of having been tried', () => {
    checkOutputFolder(join(out, 'deep', 'er'));
    expect(disk.readdirSync(folder)).toEqual([]);
  });
});

describe('A disk that fills up while a result is written', () => {
  const files = new Map([
    ['a.csv', 'abc'],
    ['b.csv', 'def'.repeat(100)],
  ]);

  it('leaves nothing, whenever it fills up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (room) => {
        const error = refusal(() => writeResult(join(out, 'deep'), files, FACTS, { write: diskOf(room) }));
        expect(isUsageError(error)).toBe(false);
        expect(error.message).toContain('the disk is full; it is left as it was');
        expect(disk.readdirSync(folder)).toEqual([]);
      }),
    );
  });

  it('leaves an earlier result as it was', () => {
    writeResult(out, new Map([['a.csv', 'old']]), FACTS);
    const before = contents(folder);
    for (const room of [0, 3, 100, 303, 400]) {
      refusal(() => writeResult(out, files, FACTS, { write: diskOf(room) }));
      expect(contents(folder)).toEqual(before);
    }
  });

  it('leaves an empty folder empty', () => {
    disk.mkdirSync(out);
    refusal(() => writeResult(out, files, FACTS, { write: diskOf(5) }));
    expect(disk.readdirSync(out)).toEqual([]);
  });
});

describe('Whatever the system says against writing', () => {
  it('is told in words, with the exit code of wrong usage where another place would do', () => {
    for (const [number, [code]] of getSystemErrorMap()) {
      if (code === 'EAGAIN' || code === 'EINTR') continue;
      const write: WriteBytes = () => {
        throw Object.assign(new Error(`${code}: ${code}, write`), { code, errno: number, syscall: 'write' });
      };
      const error = refusal(() => writeResult(out, new Map([['a.csv', 'abc']]), FACTS, { write }));
      expect(error.message).toMatch(/^cannot write to \S+: [a-z]/);
      expect(error.message).not.toContain(code);
      expect(disk.existsSync(out)).toBe(false);
    }
  });

  it('names a file that is too large, a full disk, a quota and a file system that is read-only', () => {
    const said = (code: string) => reason(Object.assign(new Error(code), { code }));
    expect(['EFBIG', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'].map(said)).toEqual([
      'the file is larger than the file system or a limit allows',
      'the disk is full',
      'the disk quota is used up',
      'the file system is read-only',
      'no permission',
    ]);
  });
});

describe('Content that cannot be made', () => {
  it('leaves nothing behind', () => {
    function* broken() {
      yield 'a';
      throw new Error('no more');
    }
    const error = refusal(() => writeResult(out, new Map([['a.csv', broken()]]), FACTS));
    expect(error.message).toBe('no more');
    expect(disk.readdirSync(folder)).toEqual([]);
  });

  it('is refused under a name that would leave the folder', () => {
    for (const name of ['../x', 'a/b', '.hidden', 'manifest.json', '']) {
      expect(() => writeResult(out, new Map([[name, 'x']]), FACTS)).toThrow('not a name');
    }
  });
});

describe('A single file', () => {
  it('is replaced as a whole, or stays as it was', () => {
    const path = join(folder, 'schema', 'case.json');
    replaceFile(path, 'old');
    refusal(() => replaceFile(path, 'new and longer', diskOf(4)));
    expect(contents(folder)).toEqual({ 'schema/case.json': 'old' });
    replaceFile(path, 'new');
    expect(contents(folder)).toEqual({ 'schema/case.json': 'new' });
  });
});

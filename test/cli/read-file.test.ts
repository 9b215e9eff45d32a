import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileReader } from '../../cli/read-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Reading files', () => {
  it('gives the bytes and remembers their SHA-256', () => {
    writeFileSync(join(folder, 'a.csv'), 'abc');
    const reader = createFileReader();
    expect(Buffer.from(reader.read(join(folder, 'a.csv'))).toString()).toBe('abc');
    expect(reader.inputs()).toEqual([
      { path: join(folder, 'a.csv'), sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
    ]);
  });

  it('gives the same bytes again, though the file has changed, and lists it once', () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'abc');
    const reader = createFileReader();
    reader.read(path);
    writeFileSync(path, 'changed');
    expect(Buffer.from(reader.read(join(folder, '.', 'a.csv'))).toString()).toBe('abc');
    expect(reader.inputs()).toHaveLength(1);
  });

  it('reads files larger than one piece', () => {
    const bytes = Buffer.alloc(3_000_001, 'x');
    writeFileSync(join(folder, 'big'), bytes);
    expect(bytes.equals(createFileReader().read(join(folder, 'big')))).toBe(true);
  });

  it('says in a code why a file cannot be read', () => {
    mkdirSync(join(folder, 'dir'));
    const read = createFileReader().read;
    for (const [name, code] of [
      ['missing', 'ENOENT'],
      ['dir', 'EISDIR'],
      ['x'.repeat(300), 'ENAMETOOLONG'],
    ] as const) {
      expect(() => read(join(folder, name))).toThrow(expect.objectContaining({ code }));
    }
  });

  it('does not fill the memory from an endless device', () => {
    expect(() => createFileReader().read('/dev/zero')).toThrow(
      expect.objectContaining({ code: 'ERR_FS_FILE_TOO_LARGE' }),
    );
  });
});

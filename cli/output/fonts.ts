import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import type { EmbeddedFont } from '../../engine/report/figures/drawing/figure-file.js';

export const FONT_WEIGHTS = [400, 600] as const;

/** The faces of the charts' font as they are embedded in pages and SVG files. */
export function embeddedFonts(): EmbeddedFont[] {
  return FONT_WEIGHTS.map((weight) => ({ weight, woff2: readFileSync(fontPath(weight, 'woff2')).toString('base64') }));
}

/** The same faces as TrueType, which is what the rasteriser reads. */
export function trueTypeFonts(): Buffer[] {
  return FONT_WEIGHTS.map((weight) => unpackWoff(readFileSync(fontPath(weight, 'woff'))));
}

/** A face of the charts' font on the disk. */
export function fontPath(weight: number, format: 'woff' | 'woff2'): string {
  return createRequire(import.meta.url).resolve(
    `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.${format}`,
  );
}

/** Unpacks a WOFF 1.0 file (W3C recommendation of 2012): the same tables, each inflated, behind a TrueType directory. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + 16 * count);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const exponent = 31 - Math.clz32(count);
  const power = 1 << exponent;
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(exponent, 8);
  header.writeUInt16BE((count - power) * 16, 10);
  const parts = [header];
  let offset = header.length;
  for (let k = 0; k < count; k++) {
    const entry = 44 + 20 * k;
    const start = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(start, start + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    const table = packed.length < length ? inflateSync(packed) : packed;
    const at = 12 + 16 * k;
    woff.copy(header, at, entry, entry + 4);
    header.writeUInt32BE(woff.readUInt32BE(entry + 16), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(length, at + 12);
    const padded = Buffer.alloc((length + 3) & ~3);
    table.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

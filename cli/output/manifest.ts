import * as disk from 'node:fs';
import { join } from 'node:path';

/** Name of the file that says what a folder holds and where it comes from. */
export const MANIFEST = 'manifest.json';

/** First field of a manifest: a result may be replaced by another, a case made by `tandem new` by nothing that was not made so. */
export type ManifestKind = 'tandem result' | 'tandem case';

/** The content of a manifest besides the list of files: nothing that differs between two runs with the same inputs and seed. */
export interface ManifestFacts {
  /** Version of the tool. */
  readonly tandem: string;
  /** The command line after `tandem`, without what leaves the files unchanged. */
  readonly command: readonly string[];
  readonly seed: number | null;
  /** Inputs by path relative to the folder they share. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** A file of a folder with the SHA-256 of its bytes in hexadecimal. */
export interface ListedFile {
  readonly file: string;
  readonly sha256: string;
}

/** The text of a manifest. */
export function manifestText(facts: ManifestFacts, files: readonly ListedFile[], kind: ManifestKind): string {
  const manifest = {
    kind,
    version: 1,
    tandem: facts.tandem,
    command: facts.command,
    seed: facts.seed,
    inputs: facts.inputs,
    files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The files that a folder's manifest of a kind lists, or null where it is missing or is not one. */
export function readManifest(folder: string, kind: ManifestKind): readonly ListedFile[] | null {
  let manifest: unknown;
  try {
    manifest = JSON.parse(disk.readFileSync(join(folder, MANIFEST), 'utf8'));
  } catch {
    return null;
  }
  if (typeof manifest !== 'object' || manifest === null || !('kind' in manifest) || manifest.kind !== kind) return null;
  const files = 'files' in manifest && Array.isArray(manifest.files) ? (manifest.files as unknown[]) : [];
  const text = (each: unknown, key: string) =>
    typeof each === 'object' && each !== null && key in each ? String((each as Record<string, unknown>)[key]) : '';
  return files.map((each) => ({ file: text(each, 'file'), sha256: text(each, 'sha256') }));
}

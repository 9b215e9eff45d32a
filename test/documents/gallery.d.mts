export interface GalleryReport {
  readonly id: string;
  readonly title: string;
  readonly argv: readonly string[];
  readonly figures?: boolean;
  readonly export?: boolean;
}

export interface GalleryEntry {
  readonly folder: string;
  readonly title: string;
  readonly answer: string | null;
  readonly command: string;
  readonly links: readonly (readonly [file: string, name: string])[];
}

export interface GalleryCase {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

export const GALLERY: readonly (GalleryCase & { readonly reports: readonly GalleryReport[] })[];
export function linksOf(id: string, files: readonly string[]): (readonly [string, string])[];
export function indexPage(
  cases: readonly (GalleryCase & { readonly map: string | null; readonly entries: readonly GalleryEntry[] })[],
  style: string,
  version: string,
): string;

export interface DocumentBlock {
  readonly file: string;
  readonly name: string;
  readonly slow: boolean;
  make(tandem: (argv: readonly string[]) => Promise<string> | string, read: (file: string) => string): Promise<string>;
}
export const BLOCKS: readonly DocumentBlock[];
export function withBlock(document: string, block: DocumentBlock, text: string): string;

export const OPTIONS: readonly string[];
export function compileKernel(entry?: string): Promise<Uint8Array>;
export function fingerprint(): Promise<string>;
export function embedded(bytes: Uint8Array, print: string): string;

export const OPTIONS: readonly string[];
export function compileKernel(entry?: string): Promise<Uint8Array>;
export function embedded(bytes: Uint8Array): string;

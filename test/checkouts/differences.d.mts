export function sameWithin(first: string, second: string, tolerance: number): boolean;
export function difference(first: Buffer | undefined, second: Buffer | undefined, tolerance: number): string | null;

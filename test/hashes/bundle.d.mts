/** One script of the engine and what hashes its results. */
export function bundleHashes(platform: 'node' | 'browser'): Promise<string>;

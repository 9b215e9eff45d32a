import { importedPath, importsOf, type SourceFile } from './source-files.js';

/**
 * Folders whose parts have an order in which data flows: a part may import only from itself and from the parts before it. A part is a
 * folder, a file, or `.` for all files of the folder itself that are not named.
 */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  engine: [
    'mistakes.ts',
    'exact-math',
    'files',
    'statistics',
    'values',
    'parameters',
    'input-output',
    'economy',
    'indicators',
    'kernel',
    'projection',
    'outcomes',
    'policies',
    'scenario',
    'plan',
    'compare',
    'montecarlo',
    'validation',
    'optimise',
    'reconstruct',
    'calibration',
    'importing',
    'report',
    'index.ts',
  ],
  'engine/montecarlo': ['sampling', 'study', 'draws', 'answers', 'sensitivity', 'discovery'],
  'engine/reconstruct': ['targets', 'problem', 'search', 'tables'],
  'engine/calibration': ['.', 'calibrate', 'backtest'],
  'engine/importing': ['read', 'recognise', 'reconcile', 'write', '.'],
  'engine/report': [
    'text',
    'data',
    'case',
    'run',
    'comparison',
    'study',
    'sensitivity',
    'calibration',
    'validation',
    'optimise',
    'figures',
    'page',
  ],
  'engine/report/figures': [
    'drawing',
    'map',
    'comparison',
    'study',
    'sensitivity',
    'optimise',
    'backtest',
    'validation',
  ],
  'cli/explorer': ['what-if', 'page', 'server'],
  'cli/explorer/page': ['controls', 'workers', 'results', '.'],
};

/** Index of the part of a folder that a file is in; -1 where the file is elsewhere, or in a part without a place in the order. */
export function layerOf(folder: string, path: string): number {
  if (!path.startsWith(`${folder}/`)) return -1;
  const parts = LAYERS[folder]!;
  const [part, ...rest] = path.slice(folder.length + 1).split('/');
  const named = parts.indexOf(part!);
  return named < 0 && rest.length === 0 ? parts.indexOf('.') : named;
}

/** Parts that each part of a folder imports from, itself left out. */
function importedParts(folder: string, files: readonly SourceFile[]): Map<string, ReadonlySet<string>> {
  const parts = LAYERS[folder]!;
  const imported = new Map(parts.map((part) => [part, new Set<string>()]));
  for (const { path, text } of files) {
    const from = parts[layerOf(folder, path)];
    for (const written of importsOf(text)) {
      const to = parts[layerOf(folder, importedPath(path, written) ?? '')];
      if (from !== undefined && to !== undefined && from !== to) imported.get(from)!.add(to);
    }
  }
  return imported;
}

/**
 * A folder’s layers as a Mermaid diagram: an arrow leads from each folder to those that import from it, data flowing along the arrows.
 * An arrow that others imply is left out, and so are files.
 */
export function layerDiagram(folder: string, files: readonly SourceFile[]): string {
  const imported = importedParts(folder, files);
  const reached = (from: string, to: string): boolean =>
    [...(imported.get(from) ?? [])].some((next) => next === to || reached(next, to));
  const folders = LAYERS[folder]!.filter((part) => !/\.ts$|^\.$/.test(part));
  const arrows = folders.flatMap((user) => {
    const used = folders.filter((part) => imported.get(user)!.has(part));
    return used
      .filter((part) => !used.some((other) => other !== part && reached(other, part)))
      .map((part) => `  ${part} --> ${user}`);
  });
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}

import type { ValueOrigin } from '../../scenario/origins.js';
import { renderTextTable } from '../text/render-table.js';
import type { Layout } from '../text/text-table.js';

/** An origin as plain data; file, line and column are null for a default. */
export interface OriginJson {
  readonly path: string;
  readonly value: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** The place in which each value was written, for a terminal. `portable` is how the path of a file is shown. */
export function originsText(
  origins: readonly ValueOrigin[],
  layout: Layout,
  portable: (path: string) => string,
): string {
  const rows = originsJson(origins, portable).map(({ path, value, file, line, column }) => [
    path,
    value,
    file === null ? 'default' : `${file}:${line}:${column}`,
  ]);
  return renderTextTable(
    {
      title: 'Where each value was written',
      columns: [{ heading: 'path', whole: true }, { heading: 'value' }, { heading: 'file:line:column', whole: true }],
      rows: rows.length === 0 ? [['nothing']] : rows,
      notes: rows.some(([, , where]) => where === 'default')
        ? []
        : ['Numbers not listed stand at their defaults; --all lists them too.'],
    },
    layout,
  );
}

/** The same as plain data. */
export function originsJson(origins: readonly ValueOrigin[], portable: (path: string) => string): OriginJson[] {
  return origins.map(({ path, value, at }) => ({
    path,
    value,
    file: at === null ? null : at.file === '--set' ? at.file : portable(at.file),
    line: at?.line ?? null,
    column: at?.column ?? null,
  }));
}

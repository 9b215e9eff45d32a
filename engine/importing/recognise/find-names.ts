import { knownNames, type Mistake } from '../../mistakes.js';
import { tidyName } from '../read/source-table.js';
import type { Panel } from './panel.js';

/** Names of the panel for names or codes as the user writes them; those that are none become mistakes. */
export function findNames(panel: Panel, asked: readonly string[], option: string, mistakes: Mistake[]): string[] {
  const axes = [panel.industries, panel.regions];
  return asked.flatMap((written, index) => {
    const name = tidyName(written);
    const folded = name.toLowerCase();
    const tests = [
      (each: string, _: string) => each === name,
      (_: string, code: string) => code === name,
      (each: string, code: string) => each.toLowerCase() === folded || code.toLowerCase() === folded,
    ];
    for (const test of tests) {
      const found = axes.flatMap((axis) => axis.names.filter((each, k) => test(each, axis.codes[k]!)));
      if (found.length > 0) return found;
    }
    mistakes.push({
      file: option,
      line: index + 1,
      column: 1,
      message: `no region or industry "${name}"`,
      hint: knownNames(
        name,
        axes.flatMap((axis) => axis.names),
      ),
    });
    return [];
  });
}

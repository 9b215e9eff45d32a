import { stringify } from 'yaml';

/**
 * A value on one line, as it may stand in a file or behind `--set path=`.
 *
 * @example
 * yamlText(['Changchun', 'N.A.: goods']); // → '[ Changchun, "N.A.: goods" ]'
 */
export function yamlText(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/**
 * A key of the files as words.
 *
 * @example
 * words('duplicationWaste'); // → 'duplication waste'
 */
export function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/**
 * The path of an uncertain number as words; the names of policies stay as they are.
 *
 * @example
 * inputWords('parameters.marketAccess'); // → 'market access'
 * inputWords('policies.Open the border.failure'); // → 'failure of Open the border'
 * inputWords('trend.longRun'); // → 'trend: long run'
 */
export function inputWords(path: string): string {
  const [, group = '', rest = path] = /^(parameters|trend|noise|policies)\.(.*)$/.exec(path) ?? [];
  if (group === 'policies') {
    const dot = rest.lastIndexOf('.');
    return dot < 0 ? rest : `${words(rest.slice(dot + 1))} of ${rest.slice(0, dot)}`;
  }
  return group === '' || group === 'parameters' ? words(rest) : `${group}: ${words(rest)}`;
}

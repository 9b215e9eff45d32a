/** Inputs that are varied together and judged as one. */
export interface InputGroup {
  readonly name: string;
  /** Names of the inputs, at least one. */
  readonly inputs: readonly string[];
}

/**
 * The groups of a design: those given, in their order, with the inputs that exist; then every other input for itself.
 *
 * @example
 * completeGroups(['a', 'b', 'c'], [{ name: 'both', inputs: ['c', 'a'] }]); // → [{ name: 'both', inputs: ['c', 'a'] }, { name: 'b', inputs: ['b'] }]
 */
export function completeGroups(inputs: readonly string[], groups: readonly InputGroup[] = []): readonly InputGroup[] {
  const known = new Set(inputs);
  const given = groups
    .map(({ name, inputs: members }) => ({ name, inputs: members.filter((input) => known.has(input)) }))
    .filter(({ inputs: members }) => members.length > 0);
  const grouped = new Set(given.flatMap(({ inputs: members }) => members));
  return [
    ...given,
    ...inputs.filter((input) => !grouped.has(input)).map((input) => ({ name: input, inputs: [input] })),
  ];
}

/** Group of each input, by index; of several groups the last. */
export function groupIndices(inputs: readonly string[], groups: readonly InputGroup[]): Int32Array {
  const at = new Map(groups.flatMap(({ inputs: members }, g) => members.map((input) => [input, g] as const)));
  return Int32Array.from(inputs, (input) => at.get(input)!);
}

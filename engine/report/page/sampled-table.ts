import { inputColumns, sourceOf } from '../../montecarlo/draws/sample-draws.js';
import type { Study } from '../../montecarlo/study/study.js';
import { sourceCentre, sourceFunction, type UncertainSource } from '../../montecarlo/study/uncertain.js';
import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { numberFields } from '../../policies/fields.js';
import { policyKind } from '../../policies/index.js';
import { inputName } from '../text/key-words.js';
import { formatNumber } from '../text/number-format.js';
import type { TextTable } from '../text/text-table.js';

/** Every number that is drawn: from what, and what that rests on. */
export function sampledTable(study: Study): TextTable {
  const uncertain = new Map(study.uncertain.map((number) => [number.path, number]));
  return {
    title: `What was drawn: ${study.uncertain.length} uncertain numbers and their distributions`,
    columns: [
      { heading: 'number' },
      { heading: 'drawn from' },
      { heading: 'central', align: 'right' },
      { heading: '5%', align: 'right' },
      { heading: '95%', align: 'right' },
      { heading: 'status' },
      { heading: 'meaning' },
      { heading: 'source' },
    ],
    rows: inputColumns(study).map(({ path, run, name }) => {
      const source = sourceOf(uncertain.get(path)!, run)!;
      const at = sourceFunction(source);
      const definition = definitionOf(study, path);
      return [
        inputName(name),
        distributionText(source),
        formatNumber(sourceCentre(source), 3),
        formatNumber(at(0.05), 3),
        formatNumber(at(0.95), 3),
        definition?.status ?? '',
        definition?.meaning ?? '',
        definition?.source ?? '',
      ];
    }),
    notes: [
      'One draw gives each number one value, the same in all futures. It gives every industry, region and cell its own chance in every year (levels under Noise). A policy fails (1) or not (0) once in a draw.',
      ...(study.correlations.length === 0
        ? ['All are drawn independently of each other.']
        : [
            `Bound together by rank: ${study.correlations.map(([a, b, rank]) => `${inputName(a)} and ${inputName(b)} ${formatNumber(rank, 2)}.`).join(' ')}`,
          ]),
    ],
  };
}

function distributionText(source: UncertainSource): string {
  return source.kind === 'failure' ? `bernoulli(${formatNumber(source.probability, 3)})` : source.distribution.text;
}

const DEFINITIONS: Readonly<Record<string, Readonly<Record<string, NumberDefinition>>>> = {
  parameters: PARAMETERS,
  trend: TREND,
  noise: NOISE,
};

/** The definition of a number: its entry among parameters, trend and noise, or among the fields of its policy's kind. */
function definitionOf(study: Study, path: string): NumberDefinition | undefined {
  const dot = path.indexOf('.');
  const [group, key] = [path.slice(0, dot), path.slice(dot + 1)];
  return group === 'policies' ? policyField(study, key) : DEFINITIONS[group]?.[key];
}

/** The field of a policy whose name may hold dots itself. */
function policyField(study: Study, key: string): NumberDefinition | undefined {
  const policies = study.futures.flatMap(({ scenario }) => scenario.policies);
  const policy = policies.find(({ name }) => key.startsWith(`${name}.`));
  const kind = policy === undefined ? undefined : policyKind(policy.kind);
  return kind === undefined ? undefined : numberFields(kind)[key.slice(policy!.name.length + 1)];
}

import type { InputGroup } from '../../engine/montecarlo/sampling/input-groups.js';
import type { SensitivityMethod } from '../../engine/montecarlo/sensitivity/analyse-sensitivity.js';
import type { Study } from '../../engine/montecarlo/study/study.js';
import type { Outcome } from '../../engine/scenario/scenario.js';
import type { Arguments, Command } from '../command.js';
import { usageError } from '../errors.js';
import { FIGURES_OPTION, listOption, switchOption, textOption, wholeOption } from '../options.js';
import { PART_OPTIONS, partOption } from '../study/part-options.js';
import { STUDY_OPTIONS } from '../study/study-options.js';

/** Base samples, trajectories and draws where nobody says how many. */
const DEFAULT_SAMPLES: Readonly<Record<SensitivityMethod, number>> = { sobol: 256, morris: 40, rank: 1000 };

const { sampler: _sampler, ...OPTIONS } = STUDY_OPTIONS;

export const sensitivity: Command = {
  name: 'sensitivity',
  summary: 'What the answer hinges on: uncertain numbers by their part in it',
  positionals: [
    {
      name: 'scenario',
      description: 'A scenario, or several: then the difference of the last to the first; or one study file',
      path: true,
      repeatable: true,
    },
  ],
  options: {
    method: {
      description:
        'Parts of the variance (sobol, the default), effects of single moves (morris), rank regression (rank)',
      value: 'name',
      choices: ['sobol', 'morris', 'rank'],
    },
    samples: { description: 'Base samples (256), trajectories (40) or draws (1000)', value: 'number' },
    outcome: {
      description:
        'An outcome’s name, or an expression (default discounted output, of one future what it gains over no policy)',
      value: 'outcome',
    },
    group: {
      description: 'Vary inputs together: name=pattern,pattern as in --group "success=policies.*.failure"',
      value: 'name=patterns',
      repeatable: true,
    },
    ...OPTIONS,
    ...PART_OPTIONS,
    ...FIGURES_OPTION,
    full: { description: 'Print every input, not only those that fit a screen' },
  },
  examples: [
    [
      'sensitivity scenarios/changchun-jilin/uncoordinated.yaml scenarios/changchun-jilin/coordinated.yaml',
      'what the advantage of coordination hinges on',
    ],
    ['sensitivity a.yaml b.yaml --method morris', 'the same in a fraction of the time, without parts of variance'],
    ['sensitivity a.yaml b.yaml --samples 4096 --out results --resume', 'goes on where it was interrupted'],
    [`sensitivity mine.yaml --outcome 'output("Jilin")' --samples 1024`, 'of one future’s outcome, more exactly'],
  ],
  async run(args, context) {
    const { analyseSensitivity, sensitivityJob } = await import(
      '../../engine/montecarlo/sensitivity/analyse-sensitivity.js'
    );
    const { aboutFutures } = await import('../../engine/report/data/about.js');
    const { csvTable } = await import('../../engine/report/data/columns.js');
    const { sensitivityFileTable, sensitivityJson } = await import(
      '../../engine/report/sensitivity/sensitivity-files.js'
    );
    const { sensitivityText } = await import('../../engine/report/sensitivity/sensitivity-table.js');
    const { plainReport } = await import('../../engine/report/comparison/comparison-report.js');
    const { quickDraws } = await import('../study/quick-draws.js');
    const { sensitivityReportFiles } = await import('../output/report-files.js');
    const { loadStudy } = await import('../study/study-options.js');
    const { runKept } = await import('../study/run-kept.js');
    if (switchOption(args, 'resume') && context.out === null)
      throw usageError('--resume needs --out', 'Name the folder.');
    const part = partOption(args, context);
    const method = (textOption(args, 'method') ?? 'sobol') as SensitivityMethod;
    const samples = wholeOption(args, 'samples', 2, 1_000_000) ?? DEFAULT_SAMPLES[method];
    const { study, workers } = await loadStudy(args, context, method === 'rank' ? samples : undefined);
    const request = {
      method,
      samples,
      groups: await readGroups(args, study),
      outcome: await readOutcome(args, study),
    };
    const { job, total } = sensitivityJob(study, request);
    const unit = job.kind === 'design' ? 'points' : 'draws';
    const how = {
      command: sensitivity.name,
      part,
      total,
      unit,
      workers,
      resume: switchOption(args, 'resume'),
    } as const;
    const kept = await runKept(job, how, context, (options) => analyseSensitivity(study, request, options));
    if (kept.instead !== undefined) return kept.instead;
    const { result, log } = kept;
    return {
      ...sensitivityReportFiles(async () => {
        const equalCost = study.equalCost !== null;
        const drawn = await quickDraws({ positionals: [], options: {} }, study.futures, equalCost, context);
        return { result, study, central: { ...plainReport(study.futures, equalCost), study: drawn } };
      }),
      about: aboutFutures(study.futures),
      seed: study.seed,
      text: (layout) =>
        sensitivityText(result, layout, switchOption(args, 'full') ? Number.POSITIVE_INFINITY : undefined),
      csv: () => csvTable(sensitivityFileTable(result)),
      json: () => sensitivityJson(result),
      ...(log === null ? {} : { close: log.close }),
    };
  },
};

/** The outcome that is asked for: a known name, else an expression. */
async function readOutcome(args: Arguments, study: Study): Promise<{ name: string; outcome: Outcome }> {
  const { readOutcome: parse } = await import('../../engine/montecarlo/study/study-file.js');
  const text = textOption(args, 'outcome');
  if (text === undefined) {
    const { defaultOutcome } = await import('../../engine/montecarlo/sensitivity/default-outcome.js');
    return defaultOutcome(study);
  }
  if (Object.hasOwn(study.outcomes, text)) return { name: text, outcome: study.outcomes[text]! };
  // A plain word can only have been meant as a name.
  if (/^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(text) && text !== 'year') {
    const { knownNames } = await import('../../engine/mistakes.js');
    throw usageError(`--outcome ${text}: no outcome of this name (${knownNames(text, Object.keys(study.outcomes))})`);
  }
  return { name: text, outcome: await parse(text, text, study.futures[0]!, '--outcome') };
}

async function readGroups(args: Arguments, study: Study): Promise<InputGroup[]> {
  const { matchPaths } = await import('../../engine/montecarlo/study/uncertain.js');
  const { sensitivityInputs } = await import('../../engine/montecarlo/draws/design-rows.js');
  const inputs = sensitivityInputs(study);
  const taken = new Set<string>();
  const names = new Set<string>();
  return listOption(args, 'group').map((text) => {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals)).trim();
    if (name === '') throw usageError(`--group ${text}: not name=pattern,pattern`);
    if (names.has(name))
      throw usageError(`--group ${text}: another group is called ${name}`, 'Each group a name of its own.');
    names.add(name);
    const patterns = text
      .slice(equals + 1)
      .split(',')
      .map((pattern) => pattern.trim());
    const members = [...matchPaths(patterns, inputs)];
    if (members.length === 0)
      throw usageError(`--group ${text}: no input is called so`, `There are ${inputs.join(', ')}`);
    const twice = members.find((member) => taken.has(member));
    if (twice !== undefined) throw usageError(`--group ${text}: ${twice} is in another group already`);
    const outside = inputs.find((input) => input === name && !members.includes(input));
    if (outside !== undefined)
      throw usageError(`--group ${text}: an input outside the group is called ${name}`, 'Another name.');
    for (const member of members) taken.add(member);
    return { name, inputs: members };
  });
}

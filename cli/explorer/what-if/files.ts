import type { ReadFile } from '../../../engine/files/read-file.js';
import { comparisonJson } from '../../../engine/report/comparison/comparison-json.js';
import { plainReport } from '../../../engine/report/comparison/comparison-report.js';
import { jsonText } from '../../../engine/report/data/json.js';
import { parseScenario } from '../../../engine/scenario/parse-scenario.js';
import { scenarioIds } from '../../../engine/scenario/scenario-ids.js';
import { scenarioText } from '../../../engine/scenario/scenario-text.js';
import { commandWords } from './command-words.js';
import { parseFutures } from './compute.js';
import type { ShownMistake } from './shown.js';
import { futureNames, overridesOf, type WhatIf } from './what-if.js';

/** A file to be saved, or why there is none. */
export type MadeFile =
  | { readonly name: string; readonly text: string }
  | { readonly mistakes: readonly ShownMistake[] };

/** A future of the page as a scenario file, to stand in the folder in which `tandem explore` was started. */
export async function scenarioFile(read: ReadFile, whatIf: WhatIf, k: number): Promise<MadeFile> {
  const futures = await parseFutures(read, whatIf);
  if ('mistakes' in futures) return futures;
  const { file } = whatIf.futures[k]!;
  const { layers, scenario } = await parseScenario(read, file);
  const stem =
    futureNames(whatIf)
      [k]!.replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'what-if';
  const name = `${stem}-what-if.yaml`;
  const overrides = overridesOf(whatIf, k);
  const retitled = overrides.some(({ path }) => path === 'title');
  const text = scenarioText(
    {
      title: overrides.length === 0 || retitled ? null : `${scenario.title}, changed`,
      extends: relativePath(file),
      settings: overrides.map(({ path, value }) => `${path}=${value}`),
      comments: [
        'A what-if of tandem explore. Put it into the folder in which that was started, so that the path below holds; then',
        `  npx tandem run ${name}`,
      ],
    },
    layers.value,
  );
  return { name, text };
}

/** All numbers of the page as the object that `tandem compare --format json` prints, but for paths that the page does not know. */
export async function numbersFile(read: ReadFile, whatIf: WhatIf): Promise<MadeFile> {
  const futures = await parseFutures(read, whatIf);
  if ('mistakes' in futures) return futures;
  const report = plainReport(futures.sources, whatIf.equalCost);
  const ids = scenarioIds(whatIf.futures.map(({ file }) => file));
  const json = { command: commandWords(whatIf), ids, ...comparisonJson(report, (path) => path) };
  return { name: 'what-if.json', text: [...jsonText(json)].join('') };
}

function relativePath(file: string): string {
  return /^(\.{0,2}\/|[A-Za-z]:)/.test(file) ? file : `./${file}`;
}

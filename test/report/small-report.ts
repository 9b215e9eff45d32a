import type { FutureSource } from '../../engine/compare/future.js';
import { runStudy } from '../../engine/montecarlo/answers/run-study.js';
import { createStudy, type Study, type StudyRequest } from '../../engine/montecarlo/study/study.js';
import { type ComparisonReport, comparisonReport } from '../../engine/report/comparison/comparison-report.js';
import { wholeRequest } from '../../engine/report/comparison/whole-request.js';
import type { PageSurroundings } from '../../engine/report/page/page.js';
import { type StudyReport, studyReport } from '../../engine/report/study/study-findings.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';

/** Names that would run, load or break out where they are not escaped. */
export const HOSTILE = {
  title: '<script>globalThis.broken = 1</script>',
  region: 'North" onload="globalThis.broken = 2',
  industry: '</svg><img src=x onerror=globalThis.broken=3>',
  policy: "Open & 'shut' </script><script>globalThis.broken = 4</script>",
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const FILES: Readonly<Record<string, string>> = {
  'case.yaml': `title: ${JSON.stringify(HOSTILE.title)}
currency: 10^8 yuan
prices: current
outputs: outputs.csv
regions: regions.csv
links: links.csv
higherLevelRegion: sum
window: 6
`,
  'outputs.csv': `region,industry,year,output,status,source
${[2005, 2011]
  .flatMap((year, y) =>
    [HOSTILE.region, 'South', 'East'].flatMap((region, r) =>
      [HOSTILE.industry, 'Food', 'Chemicals'].map((industry, i) => {
        const output = (100 + 37 * ((r + i) % 3)) * (1 + y * (0.6 + 0.1 * r + 0.2 * i));
        return `${quoted(region)},${quoted(industry)},${year},${output},estimated,invented`;
      }),
    ),
  )
  .join('\n')}
`,
  'regions.csv': `region,gdp,nonagricultural_population,area_km2,longitude,latitude,status,source
${quoted(HOSTILE.region)},611,310,20604,125.3,43.9,estimated,invented
South,402,220,27120,126.5,43.8,estimated,invented
East,388,95,14111,129.5,42.9,estimated,invented
`,
  'links.csv': `from,to,mode,km,minutes,status,source
${quoted(HOSTILE.region)},South,rail,111,40,estimated,invented
South,East,rail,300,200,estimated,invented
`,
  'together.yaml': `title: Together
label: together
case: ./case.yaml
years: { from: 2011, to: 2020 }
policies:
  - kind: market
    name: ${JSON.stringify(HOSTILE.policy)}
    regions: [${JSON.stringify(HOSTILE.region)}, South]
    start: 2012
  - kind: cluster
    name: Clusters
    regions: [${JSON.stringify(HOSTILE.region)}, South]
    industries: [Food]
    start: 2012
`,
  'apart.yaml': 'title: Apart\nlabel: apart\nextends: ./together.yaml\ncoordination: 0\n',
  'nothing.yaml': 'title: Nothing new\nlabel: nothing\ncase: ./case.yaml\nyears: { from: 2011, to: 2020 }\n',
};

async function smallSources(names: readonly string[]): Promise<FutureSource[]> {
  const read = (path: string): Uint8Array => new TextEncoder().encode(FILES[path.replace(/^\.\//, '')]!);
  const sources: FutureSource[] = [];
  for (const name of names) {
    const { scenario, economy } = await parseScenario(read, `${name}.yaml`);
    const again = sources.some((source) => source.id === scenario.id);
    sources.push({ id: again ? `${scenario.id}-2` : scenario.id, economy, scenario });
  }
  return sources;
}

/** A report on a small case whose every name is hostile. */
export async function smallReport(...names: readonly string[]): Promise<ComparisonReport> {
  const sources = await smallSources(names);
  return comparisonReport(sources, wholeRequest(sources));
}

/** A study of the same case. */
export async function smallStudy(names: readonly string[], request: StudyRequest): Promise<Study> {
  return createStudy(await smallSources(names), request);
}

/** A study of the same case, run and looked through. */
export async function smallStudyReport(names: readonly string[], request: StudyRequest): Promise<StudyReport> {
  return studyReport(await runStudy(await smallStudy(names, request)));
}

/** Surroundings without fonts and with a stand-in for the hash. */
export const SURROUNDINGS: PageSurroundings = {
  sha256: (text) => `hash-of-${text.length}`,
  fonts: [],
  provenance: {
    version: '1.2.3',
    command: ['compare', 'apart.yaml', "it's <b>.yaml"],
    seed: null,
    inputs: [{ file: 'case <b>.yaml', sha256: '00ff' }],
  },
};

import { type CompiledPlan, compilePlan } from '../engine/plan/compile.js';
import { createResolver } from '../engine/plan/resolve.js';
import { parseScenario } from '../engine/scenario/parse-scenario.js';

const encoder = new TextEncoder();

/**
 * Three regions, four industries, two places, with everything a case may lack somewhere: a cell without output, an industry without
 * any, a region whose product is not given, and lengths that no binary number holds.
 */
const FILES: Readonly<Record<string, string>> = {
  'case.yaml': `title: Three regions
currency: 10^8 yuan
prices: current
outputs: outputs.csv
regions: regions.csv
links: links.csv
barriers: barriers.csv
places: [Junction, Pass]
higherLevelRegion: sum
window: 6
deflator: 3%
valueAddedShare: 0.3
`,
  'outputs.csv': `region,industry,year,output,status,source
${[2005, 2011]
  .flatMap((year, y) =>
    Object.entries({ North: [310.7, 90.1, 40.3, 0], South: [120.9, 130.3, 0, 0], East: [60.2, 45.5, 71.7, 0] }).flatMap(
      ([region, outputs], r) =>
        ['Cars', 'Food', 'Chemicals', 'Fishing'].map((industry, i) => {
          const output = outputs[i]! * (1 + y * (0.6 + 0.31 * r + 0.17 * i));
          return `${region},${industry},${year},${output},estimated,invented`;
        }),
    ),
  )
  .join('\n')}
`,
  'regions.csv': `region,gdp,nonagricultural_population,area_km2,longitude,latitude,status,source
North,611.3,310.1,20604,,,estimated,invented
South,402.9,220.7,27120,,,estimated,invented
East,,95.3,14111,,,estimated,invented
`,
  'links.csv': `from,to,mode,km,minutes,status,source
North,Junction,rail,70.1,41.3,estimated,invented
Junction,Pass,rail,41.7,30.9,estimated,invented
Pass,South,rail,59.3,45.1,estimated,invented
Junction,East,road,120.7,101.9,estimated,invented
South,East,road,203.3,180.1,estimated,invented
`,
  'barriers.csv': `from,to,barrier
North,East,0.7
`,
};

/** Compiles a scenario over the small case, 2011 to `to`, from the text of its keys. */
export function compileSmall(text: string, to = 2030): Promise<CompiledPlan> {
  return compileIn(FILES, `case: ./case.yaml\nyears: { from: 2011, to: ${to} }\n${text}`);
}

/** Compiles a scenario in a folder of files in memory. */
export async function compileIn(files: Readonly<Record<string, string>>, text: string): Promise<CompiledPlan> {
  const read = (path: string): Uint8Array => {
    const content = path === 'scenario.yaml' ? text : files[path];
    if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    return encoder.encode(content);
  };
  const { economy, scenario } = await parseScenario(read, 'scenario.yaml');
  return compilePlan(economy, scenario, createResolver());
}

/** Every number of a compiled plan that depends on its policies. */
export function moved({ plan }: CompiledPlan) {
  return { levers: plan.levers, cost: plan.cost };
}

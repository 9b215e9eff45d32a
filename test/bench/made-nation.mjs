/**
 * Writes a made nation of any size as a case with two scenarios, to see what a study of that size costs: regions on a square grid, each linked to its
 * neighbours, with outputs made of noise. `node test/bench/made-nation.mjs DIR REGIONS INDUSTRIES` after `npm run build`; then, say,
 * `npx tandem montecarlo DIR/apart.yaml DIR/together.yaml --draws 10000 --estimate`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stream } from '../../dist/engine/values/streams.js';

const [dir, regions, industries] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const source = stream(1, 0, 'made nation');
const side = Math.ceil(Math.sqrt(regions));
const region = (r) => `County ${r}`;
const write = (name, lines) => writeFileSync(join(dir, name), `${lines.join('\n')}\n`);
const numbers = (count) => Array.from({ length: count }, (_, k) => k);

mkdirSync(dir, { recursive: true });
const outputs = ['region,industry,year,output,status,source'];
for (const r of numbers(regions)) {
  for (const i of numbers(industries)) {
    const output = 1 + 100 * source.uniform();
    const growth = 1 + 0.1 * source.uniform();
    outputs.push(`${region(r)},Industry ${i},2005,${output.toFixed(3)},estimated,made`);
    outputs.push(`${region(r)},Industry ${i},2010,${(output * growth).toFixed(3)},estimated,made`);
  }
}
write('outputs.csv', outputs);
const places = numbers(regions).map(
  (r) => `${region(r)},${(1000 * source.uniform() + 100).toFixed(1)},100,2800,,,estimated,made`,
);
write('regions.csv', ['region,gdp,nonagricultural_population,area_km2,longitude,latitude,status,source', ...places]);
const links = numbers(regions).flatMap((r) =>
  [(r + 1) % side === 0 ? regions : r + 1, r + side]
    .filter((s) => s < regions)
    .map((s) => `${region(r)},${region(s)},road,50,50,estimated,made`),
);
write('links.csv', ['from,to,mode,km,minutes,status,source', ...links]);
write('case.yaml', [
  'title: A made nation',
  'currency: million',
  'prices: constant',
  'outputs: outputs.csv',
  'regions: regions.csv',
  'links: links.csv',
  'higherLevelRegion: sum',
  'window: 5',
]);
const policies = `policies:\n  - kind: market\n    regions: [${region(0)}, ${region(1)}]\n    opening: 30%\n    start: 2012`;
const years = 'years: { from: 2010, to: 2030 }\noutcomes: { total: output() }';
write('apart.yaml', ['case: ./case.yaml', years, 'coordination: 0', policies]);
write('together.yaml', ['case: ./case.yaml', years, 'coordination: 1', policies]);

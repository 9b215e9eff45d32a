import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FORMATS = ['table', 'csv', 'json'];
const CHANGCHUN = 'scenarios/changchun-jilin';
const TUTORIAL = 'scenarios/tutorial';

/** A made table of outputs by region, industry and year for the commands that need a panel: growth with cycles, no randomness. */
function panelTable() {
  const rows = ['region,industry,year,output'];
  for (let region = 0; region < 4; region++) {
    for (let industry = 0; industry < 3; industry++) {
      for (let year = 2000; year < 2012; year++) {
        const cycle = 0.2 * Math.sin(year * 1.3 + region * 2.1 + industry * 0.7);
        const output = 100 * Math.exp(0.3 * region + 0.04 * (year - 2000) + cycle);
        rows.push(`R${region + 1},I${industry + 1},${year},${output.toFixed(4)}`);
      }
    }
  }
  return `${rows.join('\n')}\n`;
}

/** The same command in each format; the first also writes its files into a folder. */
function inEachFormat(argv) {
  const folder = argv
    .map((word) => basename(word, '.yaml').replace(/[^\w-]+/g, '-'))
    .filter((word) => word !== '')
    .join('_');
  return FORMATS.map((format, f) =>
    f === 0 ? [...argv, '--out', `out/${folder}`] : [...argv, '--format', format, '--quiet'],
  );
}

/** The commands that take any one file, over the files of a folder. */
function overFolder(folder, files) {
  const paths = files.map((file) => `${folder}/${file}`);
  return [
    ...inEachFormat(['check', ...paths]),
    ...paths.filter((path) => path.endsWith('/case.yaml')).flatMap((path) => inEachFormat(['indicators', path])),
    ...scenariosOf(paths).flatMap((path) => [
      ['plan', path],
      ['plan', path, '--format', 'json'],
      ...inEachFormat(['run', path]),
    ]),
  ];
}

/** The paths that are scenarios by their names. */
function scenariosOf(paths) {
  return paths.filter((path) => !/\/(case|study|targets)\.yaml$/.test(path));
}

/**
 * Every command of the tool over the bundled files, in the order in which they are to run: later ones read what earlier ones wrote.
 *
 * @param {string} folder working folder, with a copy of the bundled scenarios in `scenarios/`; a made panel is written into it
 * @returns {string[][]} the arguments of each call
 */
export function commandsOver(folder) {
  writeFileSync(join(folder, 'panel.csv'), panelTable());
  const apart = `${CHANGCHUN}/uncoordinated.yaml`;
  const together = `${CHANGCHUN}/coordinated.yaml`;
  const small = [`${TUTORIAL}/faster-link.yaml`, `${TUTORIAL}/open-border.yaml`];
  const both = [apart, together];
  const folders = [TUTORIAL, CHANGCHUN].filter((name) => existsSync(join(folder, name)));
  return [
    ...folders.flatMap((name) =>
      overFolder(
        name,
        readdirSync(join(folder, name))
          .filter((file) => file.endsWith('.yaml'))
          .sort(),
      ),
    ),
    ['indicators', `${CHANGCHUN}/case.yaml`, '--set', 'table=shares', '--format', 'json'],
    ['indicators', `${CHANGCHUN}/case.yaml`, '--year', '2005', '--region', 'Changchun'],
    ...inEachFormat(['multipliers', `${CHANGCHUN}/case.yaml`]),
    ['multipliers', `${CHANGCHUN}/case.yaml`, '--region', 'Jilin', '--demand', 'Transport equipment=100'],
    ['plan', together, '--all'],
    ['plan', together, '--format', 'csv'],
    ...inEachFormat(['reconstruct', `${CHANGCHUN}/targets.yaml`]),
    ...inEachFormat(['compare', ...both]),
    ...inEachFormat(['compare', ...both, '--all']),
    [
      'compare',
      ...small,
      '--no-equal-cost',
      '--sweep',
      'parameters.rivalry=0:1:0.5',
      '--out',
      'out/sweep',
      '--figures',
      'out/figures',
    ],
    ['compare', `${CHANGCHUN}/baseline.yaml`, ...both, '--set', 'table=shares', '--format', 'json'],
    ...inEachFormat(['diff', ...both]),
    ['montecarlo', `${CHANGCHUN}/study.yaml`, '--draws', '40', '--out', 'out/study', '--all-draws', '--full'],
    ['montecarlo', `${CHANGCHUN}/study.yaml`, '--draws', '40', '--format', 'json', '--quiet'],
    ['montecarlo', `${CHANGCHUN}/study.yaml`, '--draws', '40', '--draw', '3'],
    ...['random', 'sobol'].map((sampler) => ['montecarlo', ...small, '--draws', '64', '--sampler', sampler, '--full']),
    ['montecarlo', ...small, '--draws', '64', '--format', 'csv', '--quiet'],
    ['montecarlo', ...both, '--draws', '100', '--discover', '--figures', 'out/study-figures'],
    ...['morris', 'sobol', 'rank'].flatMap((method) => {
      const samples = method === 'rank' ? '40' : '4';
      return inEachFormat(['sensitivity', ...both, '--method', method, '--samples', samples]);
    }),
    ['sensitivity', small[0], '--outcome', 'output("East")', '--samples', '8', '--full', '--format', 'json'],
    ['new', 'copied', '--outputs', `${CHANGCHUN}/outputs.csv`, '--regions', `${CHANGCHUN}/regions.csv`],
    ['run', 'copied/baseline.yaml', '--format', 'json', '--quiet'],
    ['new', 'panel', '--outputs', 'panel.csv', '--currency', 'million EUR', '--prices', 'current'],
    ...inEachFormat(['calibrate', 'panel/case.yaml']),
    ...inEachFormat(['backtest', 'panel/case.yaml', '--draws', '20']),
    ...inEachFormat(['policies']),
    ...[
      'infrastructure',
      'cluster',
      'merger',
      'market',
      'talent',
      'land',
      'services',
      'parameters',
      'trend',
      'noise',
    ].map((kind) => ['policies', kind]),
    ['schema', '--write', 'out/schema'],
    ['schema', 'case', '--format', 'csv'],
    ['schema', 'scenario'],
    ...inEachFormat(['tour']),
    ['run', `${CHANGCHUN}/nowhere.yaml`],
    ['run', together, '--set', 'parameters.rivalri=2', '--set', 'years.to=1990'],
    ['--help'],
    ['compare', '--help'],
    ['montecarlo', '--help'],
    ['new', '--help'],
  ];
}

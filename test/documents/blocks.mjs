const CASE = 'scenarios/changchun-jilin';
const NORTH = 'scenarios/uk-north';
const FUTURES = [`${CASE}/uncoordinated.yaml`, `${CASE}/coordinated.yaml`];

/** The lines of a table or text up to the first blank one, as a code block. */
function firstParagraph(text) {
  return ['```', text.slice(0, text.indexOf('\n\n')).trimEnd(), '```'].join('\n');
}

/** The first sentences of an answer as a paragraph in markdown, with true minus signs. */
async function shortAnswer(tandem, futures) {
  const { answer } = JSON.parse(await tandem(['compare', ...futures, '--format', 'json', '--quiet']));
  const [first, ...others] = answer.slice(0, 3).map((sentence) => sentence.replace(/(?<![\w–])-(?=[\d£$€])/g, '−'));
  return `**${first}** ${others.join(' ')}`;
}

/** A row of a table in markdown. */
function row(cells) {
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

/** The three tables of the bundled case beside the paper; what a table gives up is set in bold. */
async function tablesOfTheCase(tandem) {
  const reconstructed = JSON.parse(
    await tandem(['reconstruct', `${CASE}/targets.yaml`, '--format', 'json', '--quiet']),
  );
  const tables = [];
  for (const name of ['indicators', 'shares', 'later']) {
    const argv = ['indicators', `${CASE}/case.yaml`, '--set', `table=${name}`, '--format', 'json', '--quiet'];
    const { crossEntropy, figures } = reconstructed.tables.find((table) => table.name === name);
    const { regions, industries, share } = JSON.parse(await tandem(argv));
    tables.push({
      crossEntropy,
      figure: (start) => figures.find((figure) => figure.name.startsWith(start)),
      share: (region, industry) => share[regions.indexOf(region)][industries.indexOf(industry)],
    });
  }
  const figureRow = (title, start, written, paper) => [
    title,
    ...tables.map(({ figure }) => {
      const { use, value } = figure(start);
      return use === 'left out' ? `**${written(value)}**` : `${written(value)}, ${use}`;
    }),
    paper,
  ];
  const shareRow = (title, region, industry) => [
    title,
    ...tables.map((table) => percent(table.share(region, industry))),
    '',
  ];
  const digits = (value) => String(Number(value.toFixed(6)));
  return [
    ['', '`indicators` (default)', '`shares`', '`later`', 'paper'],
    ['---', '---', '---', '---', '---'],
    ['19 location quotients, 19 agglomeration indices', 'exact', 'exact', 'exact', 'Tables 1, 2'],
    ['96.59 % and 2.30 % of transport equipment', 'exact', 'exact', 'exact', 'section 2.2'],
    figureRow('similarity 2005', 'similarity of Changchun and Jilin, 2005', digits, '.47093'),
    figureRow('similarity 2011', 'similarity of Changchun and Jilin, 2011', digits, '.631799'),
    figureRow("transport in Changchun's output 2011", "transport equipment in Changchun's", percent, '73.8 %'),
    figureRow(
      "chemicals, non-metallic minerals, ferrous metals in Jilin's",
      'chemicals, non-metallic',
      percent,
      '52.13 %',
    ),
    shareRow("agro-food in Changchun's output 2011", 'Changchun', 'Agro-food processing'),
    shareRow("chemicals in Jilin's output 2011", 'Jilin', 'Chemical materials and products'),
    ['distance from the prior, nats', ...tables.map(({ crossEntropy }) => crossEntropy.toFixed(3)), ''],
  ]
    .map(row)
    .join('\n');
}

/** How many cells of the bundled tables are derived, and how many estimated. */
async function statusOfTheCells(_tandem, read) {
  const statuses = ['outputs.csv', 'outputs-shares.csv', 'outputs-later.csv'].map((file) => {
    const rows = read(`${CASE}/${file}`).trim().split('\n').slice(1);
    return ['derived', 'estimated'].map((status) => rows.filter((line) => line.includes(`,${status},`)).length);
  });
  const [[derived, estimated], ...others] = statuses;
  const same = others.every((other) => other[0] === derived && other[1] === estimated);
  if (!same) throw new Error('the tables have not the same number of derived cells');
  return [
    '- **published**: the figures of `targets.yaml` with that status, and nothing in the outputs: the paper prints no output.',
    `- **derived**: ${derived} cells of \`outputs.csv\` (and of each other table) that published figures name. Given the totals, they are fixed.`,
    `- **estimated**: the other ${estimated} cells; the totals of 3,800 and 16,900; Jilin city's part of .16 in 2011 (below 1/4.813099 = .2078, the`,
    '  quotient of chemical fibres; .14–.18 is plausible); all of the prior.',
  ].join('\n');
}

/** Lines of a help text that are indented, below a heading such as `Options:` up to the next blank line. */
function underHeading(help, heading) {
  const lines = help.split('\n');
  const from = lines.indexOf(heading) + 1;
  return from === 0 ? [] : lines.slice(from, lines.indexOf('', from) === -1 ? undefined : lines.indexOf('', from));
}

/** Options of a help text by name: the lines of each. */
function optionsOf(help) {
  const options = new Map();
  for (const line of underHeading(help, 'Options:')) {
    const name = /^\s+(?:-\w, )?--([\w-]+)/.exec(line)?.[1] ?? [...options.keys()].at(-1);
    options.set(name, [...(options.get(name) ?? []), line]);
  }
  return options;
}

/** Every command with its summary, what it takes and its own options, then the options that all commands share. */
async function commandReference(tandem) {
  const general = await tandem(['--help']);
  const shared = optionsOf(general);
  const names = underHeading(general, 'Commands:').flatMap((line) => /^ {2}tandem (\S+)/.exec(line)?.[1] ?? []);
  const sections = [];
  for (const name of names) {
    const help = await tandem([name, '--help']);
    const [usage, , summary] = help.split('\n');
    const own = [...optionsOf(help)].flatMap(([option, lines]) => (shared.has(option) ? [] : lines));
    const lines = [usage, ...underHeading(help, 'Positionals:'), ...(own.length === 0 ? [] : ['', ...own])];
    sections.push(`## ${name}\n\n${summary}.\n\n\`\`\`\n${lines.join('\n')}\n\`\`\``);
  }
  const ofAll = [...shared.values()].flat().join('\n');
  return [...sections, `## Options of every command\n\n\`\`\`\n${ofAll}\n\`\`\``].join('\n\n');
}

/**
 * What in the documents is computed by the product, in the order in which a change of the model is best read. A block stands between
 * `<!-- npm run documents: name -->` and `<!-- end -->`. `make` is given the tool (arguments → what it prints) and
 * a reader of the checkout's files. Slow ones take more than two seconds.
 */
export const BLOCKS = [
  {
    file: 'README.md',
    name: 'short answer',
    slow: false,
    make: (tandem) => shortAnswer(tandem, FUTURES),
  },
  {
    file: 'README.md',
    name: 'answer',
    slow: false,
    make: async (tandem) => firstParagraph(await tandem(['compare', ...FUTURES, '--quiet'])),
  },
  {
    file: 'README.md',
    name: 'does it hold',
    slow: true,
    make: async (tandem) => {
      const text = await tandem(['tour', '--draws', '400', '--quiet']);
      const answer = text.slice(text.lastIndexOf('\nIn ') + 1).trimEnd();
      return ['```', answer, '```'].join('\n');
    },
  },
  {
    file: 'README.md',
    name: 'validated',
    slow: true,
    make: async (tandem) => {
      const argv = ['validate', `${CASE}/baseline.yaml`, '--facts', `${CASE}/facts.yaml`, '--quiet'];
      const [sentence, , table] = (await tandem(argv)).split('\n\n');
      return ['```', sentence, '', table, '```'].join('\n');
    },
  },
  {
    file: 'README.md',
    name: 'how sure',
    slow: true,
    make: async (tandem) => firstParagraph(await tandem(['montecarlo', ...FUTURES, '--draws', '10000', '--quiet'])),
  },
  {
    file: `${NORTH}/README.md`,
    name: 'answer',
    slow: false,
    make: async (tandem) =>
      firstParagraph(await tandem(['compare', `${NORTH}/apart.yaml`, `${NORTH}/together.yaml`, '--quiet'])),
  },
  {
    file: `${NORTH}/README.md`,
    name: 'how sure',
    slow: true,
    make: async (tandem) => firstParagraph(await tandem(['montecarlo', `${NORTH}/study.yaml`, '--quiet'])),
  },
  {
    file: `${NORTH}/README.md`,
    name: 'held out',
    slow: true,
    make: async (tandem) =>
      firstParagraph(await tandem(['backtest', `${NORTH}/case.yaml`, '--no-channels', '--quiet'])),
  },
  { file: 'scenarios/commands.md', name: 'commands', slow: false, make: commandReference },
  { file: `${CASE}/README.md`, name: 'status', slow: false, make: statusOfTheCells },
  { file: `${CASE}/README.md`, name: 'tables', slow: true, make: tablesOfTheCase },
];

/** The marks around a block. */
function marks(name) {
  return [`<!-- npm run documents: ${name} -->\n`, '\n<!-- end -->'];
}

/** A document with what stands in one of its blocks put in its place; an error where it has no such block. */
export function withBlock(document, { file, name }, text) {
  const [start, end] = marks(name);
  const from = document.indexOf(start);
  const to = document.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`${file} has no block ${start.trim()} … ${end.trim()}`);
  return document.slice(0, from + start.length) + text + document.slice(to);
}

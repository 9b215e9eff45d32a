const CHANGCHUN = 'scenarios/changchun-jilin';
const NORTH = 'scenarios/uk-north';
const BELIEFS = ['believing', 'sceptical', 'steady', 'quarrelsome', 'slow'].map(
  (name) => `${CHANGCHUN}/beliefs/${name}.yaml`,
);

/** The reports of one case: its question, and what the tool is asked. */
function reportsOf(folder, apart, together, others, beliefs = []) {
  const both = [`${folder}/${apart}.yaml`, `${folder}/${together}.yaml`];
  return [
    {
      id: 'compare',
      title: 'Together or apart',
      argv: ['compare', ...both, '--draws', '2000', ...beliefs],
      figures: true,
    },
    { id: 'montecarlo', title: 'How sure is that', argv: ['montecarlo', ...both, '--draws', '2000'] },
    { id: 'sensitivity', title: 'What it hinges on', argv: ['sensitivity', ...both, '--method', 'morris'] },
    { id: 'run', title: 'One future, year by year', argv: ['run', both[1]] },
    ...others,
    {
      id: 'what-if',
      title: 'Try it yourself',
      about: 'Move a slider, and see at once who gains and what it costs.',
      argv: ['explore', ...both],
      export: true,
    },
  ];
}

/** The cases of the gallery with their reports. A report is a call of the tool; what a case has no data for is left out. */
export const GALLERY = [
  {
    id: 'changchun-jilin',
    title: 'Changchun and Jilin',
    about: 'Two cities in China, nine regions and 39 industries, 2011 to 2030. The case of the published study.',
    reports: reportsOf(
      CHANGCHUN,
      'uncoordinated',
      'coordinated',
      [
        {
          id: 'optimise',
          title: 'The best use of the money',
          argv: ['optimise', `${CHANGCHUN}/portfolio.yaml`, '--budget', '600', '--no-region-loses'],
        },
        {
          id: 'validate',
          title: 'Against what was published later',
          argv: ['validate', `${CHANGCHUN}/baseline.yaml`, '--facts', `${CHANGCHUN}/facts.yaml`],
        },
      ],
      ['--beliefs', ...BELIEFS],
    ),
  },
  {
    id: 'uk-north',
    title: 'The North of England',
    about: 'Eleven regions and 20 industries, 2021 to 2040, from published data only.',
    reports: reportsOf(NORTH, 'apart', 'together', [
      { id: 'backtest', title: 'Against years held out', argv: ['backtest', `${NORTH}/case.yaml`, '--no-channels'] },
    ]),
  },
];

/** The files of a report that its entry names, in the order of who asks for them. */
const LINKS = [
  ['report.html', 'Report'],
  ['what-if.html', 'Page'],
  ['results.xlsx', 'Excel'],
  ['summary.json', 'Numbers'],
];

/** Files of a report's folder that the index links to, with their names: text where there is no page. */
export function linksOf(id, files) {
  const found = LINKS.filter(([file]) => files.includes(file));
  const tables = files.includes('report.html') ? [] : [`${id}.txt`, `${id}.csv`].filter((file) => files.includes(file));
  return [...tables.slice(0, 1).map((file) => [file, 'Tables']), ...found];
}

function escapeText(text) {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function entry({ folder, title, answer, command, links }) {
  const anchors = links.map(([file, name]) => `<a href="${folder}/${file}">${name}</a>`).join(' · ');
  const said = answer === null ? '' : `<p>${escapeText(answer.replace(/(?<![\w–])-(?=\d)/g, '−'))}</p>`;
  return `<li><h3><a href="${folder}/${links[0][0]}">${escapeText(title)}</a></h3>${said}<p>${anchors}</p><details><summary>Command</summary><p class="note"><code>${escapeText(command)}</code></p></details></li>`;
}

/** The index page: a map and a list of reports for each case, links relative, nothing from the network. */
export function indexPage(cases, style, version) {
  const parts = cases.map(
    ({ id, title, about, map, entries }) =>
      `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escapeText(title)}</h2><p>${escapeText(about)}</p><div class="case">${
        map === null ? '' : `<p><img src="${map}" alt="Map of the regions, shaded by what each gains" class="map"></p>`
      }<ul class="entries">${entries.map(entry).join('')}</ul></div></section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>tandem: reports of the bundled cases</title>
<style>${style}
.case{margin-top:18px;display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
.case>p{margin:0;flex:0 1 460px}
.entries{flex:1 1 400px;list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,270px),1fr));gap:16px}
.entries li{background:var(--raised);border-radius:6px;padding:14px 18px;min-width:0}
.entries h3{margin:0 0 6px}.entries summary{font-size:15px}
.entries code{overflow-wrap:anywhere}
.map{max-width:100%;height:auto;border-radius:6px;background:#fff}
</style>
</head>
<body>
<header><h1>What do regions gain by acting together?</h1><p class="lead">Reports of the two cases that come with tandem. Each page opens offline and prints on paper.</p></header>
<main>
${parts.join('\n')}
</main>
<footer><p class="note">Made by tandem ${escapeText(version)} with <code>npm run gallery</code>.</p></footer>
</body>
</html>
`;
}

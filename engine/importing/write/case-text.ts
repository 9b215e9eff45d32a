import { type Guess, guessText, inTellingOrder } from '../read/guess.js';

/** The contents that a case file is made from. */
export interface CaseFacts {
  readonly title: string;
  /** Null where nothing says. */
  readonly currency: string | null;
  readonly prices: string | null;
  /** Name of the figures in the source; null where nothing says. */
  readonly measure: string | null;
  /** True where the figures are value added, so that nothing is left to deduct. */
  readonly valueAdded: boolean;
  /** True where the figures count heads rather than money. */
  readonly heads: boolean;
  readonly source: string;
  readonly size: string;
  readonly regionsFile: boolean;
  readonly linksFile: boolean;
  readonly accountsFile: boolean;
  readonly places: readonly string[];
  readonly guesses: readonly Guess[];
}

const WIDTH = 116;

/**
 * The text of case.yaml, with everything that was guessed as comments and a line to fill in where nothing could be.
 */
export function caseText(facts: CaseFacts): string {
  const comments = [
    `Made by tandem new from ${facts.source}: ${facts.size}.`,
    ...inTellingOrder(facts.guesses).map((guess) => `${guessText(guess)}.`),
  ].flatMap(comment);
  const toFill = facts.prices === null && !facts.heads ? '   # fill in: current, or constant and of which year' : '';
  const unit =
    facts.currency ??
    (facts.measure === null ? `unit of ${facts.source}` : facts.heads ? facts.measure : `unit of ${facts.measure}`);
  const lines = [
    ...comments,
    `title: ${quoted(facts.title)}`,
    `currency: ${quoted(unit)}${facts.currency === null ? `   # fill in: the unit of the figures, such as ${facts.heads ? 'persons' : 'million EUR'}` : ''}`,
    `prices: ${quoted(facts.prices ?? (facts.heads ? 'none' : 'as in the table'))}${toFill}`,
    'outputs: outputs.csv',
    ...(facts.regionsFile
      ? ['regions: regions.csv']
      : ['# regions: regions.csv   # region,gdp,nonagricultural_population,area_km2,longitude,latitude,status,source']),
    ...(facts.linksFile ? ['links: links.csv'] : ['# links: links.csv   # from,to,mode,km,minutes,status,source']),
    ...(facts.accountsFile ? ['accounts: accounts.csv'] : []),
    ...(facts.places.length > 0
      ? [`places: [${facts.places.map(quoted).join(', ')}]   # ends of links that are no regions`]
      : []),
    'higherLevelRegion: sum   # location quotients compare with the sum of the regions; or a table industry,year,output of the nation',
    ...(facts.valueAdded || facts.heads
      ? [
          `valueAddedShare: 100%   # the figures ${facts.heads ? 'count heads, of which nothing is deducted' : 'are value added already'}`,
        ]
      : [
          '# valueAddedShare: 28%   # of output, where the gdp of a region is not given; costs and benefits in value added rest on it',
        ]),
    '# trend: { longRun: 3% }   # growth a year that the whole fades to; read off all observed years where nothing is written',
    '# deflator: 2%   # price change a year, taken off observed growth before it becomes trend, where prices are current',
    '# window: 6   # years the agglomeration index looks back',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The text of baseline.yaml: a projection of some years without any policy.
 *
 * @example
 * baselineText('Two cities', 2011, 2030).split('\n')[1]; // → 'title: "Two cities: nothing new"'
 */
export function baselineText(title: string, from: number, to: number): string {
  return [
    '# What happens when nobody does anything new. Scenarios of your own start as a copy of this file with policies added: tandem policies.',
    `title: ${quoted(`${title}: nothing new`)}`,
    'case: ./case.yaml',
    `years: { from: ${from}, to: ${to} }`,
    '',
  ].join('\n');
}

/** A text of one line as YAML and JSON write it, cut to what a case file may hold. */
function quoted(text: string): string {
  return JSON.stringify(text.replace(/\p{Cc}+/gu, ' ').slice(0, 400));
}

/** Comment lines of a text, broken at spaces. */
function comment(text: string): string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.replace(/[\p{Cc}\u0085\u2028\u2029]+/gu, ' ').split(' ')) {
    if (line.length > 1 && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '#  ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** The certainty of a guess: the table says it itself; the evidence speaks for it; or something else is nearly as likely. */
export type Certainty = 'said' | 'likely' | 'open';

/** The subject of a guess: how the table is read, a name that is left out, or a change or doubt that the user should know of. */
type GuessKind = 'reading' | 'left out' | 'note';

/** A place as the user sees it: a sheet, a row of the file counted from 1, the heading of a column. */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly heading?: string;
}

/** Something that was decided without being asked. Printed notes, comments of the case, questions and `--dry-run` are all written from these records. */
export interface Guess {
  readonly kind: GuessKind;
  /** The thing it is about, such as `regions` or `decimal mark`. */
  readonly about: string;
  /** The reading that was taken for right, or the change that was made. */
  readonly what: string;
  /** The evidence; empty where `what` says it. */
  readonly why: string;
  readonly howSure: Certainty;
  /** The option that decides otherwise, complete enough to be copied; empty where none does. */
  readonly option: string;
  readonly where: Place | null;
}

/** The guesses of an import as they are made. */
export interface GuessList {
  /** Records how something was read. */
  reading(about: string, what: string, more?: Partial<Guess>): void;
  /** Records a name that is left out. */
  leftOut(name: string, why: string): void;
  /** Records something the user should know. */
  note(what: string, more?: Partial<Guess>): void;
  list(): readonly Guess[];
}

/**
 * A list of guesses.
 *
 * @param before guesses that it begins with; none if absent.
 *
 * @example
 * const guesses = createGuessList();
 * guesses.reading('years', 'column "time"', { option: '--year-column' });
 * guesses.list().map(guessText); // → ['Guessed, years: column "time" (otherwise --year-column)']
 */
export function createGuessList(before: readonly Guess[] = []): GuessList {
  const list: Guess[] = [...before];
  const usual = { why: '', howSure: 'likely', option: '', where: null } as const;
  return {
    reading: (about, what, more) => list.push({ ...usual, kind: 'reading', about, what, ...more }),
    leftOut: (name, why) => list.push({ ...usual, kind: 'left out', about: name, what: name, why, option: '--keep' }),
    note: (what, more) => list.push({ ...usual, kind: 'note', about: '', what, ...more }),
    list: () => list,
  };
}

/**
 * A guess as a line of its own, without what it is a guess of.
 *
 * @example
 * guessWords({ kind: 'left out', about: 'Total', what: 'Total', why: 'the sum of all', howSure: 'likely', option: '--keep', where: null }); // → 'Total, the sum of all'
 */
export function guessWords({ kind, what, why, option }: Guess): string {
  const reason = why === '' ? '' : kind === 'left out' ? `, ${why}` : `, because ${why}`;
  const otherwise = option === '' || kind === 'left out' ? '' : ` (otherwise ${option})`;
  return what + reason + otherwise;
}

/** Guesses in the order in which they are told: how the table is read, what is left out, what else to know. */
export function inTellingOrder(guesses: readonly Guess[]): Guess[] {
  const order: readonly GuessKind[] = ['reading', 'left out', 'note'];
  return [...guesses].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** A guess as messages and the comments of a case say it. */
export function guessText(guess: Guess): string {
  const words = guessWords(guess);
  if (guess.kind === 'reading') return `Guessed, ${guess.about}: ${words}`;
  return `${guess.kind === 'note' ? 'Note' : 'Left out'}: ${words}`;
}

/**
 * An option with its content, quoted so that a shell takes it as it stands.
 *
 * @example
 * optionText('--where', 'unit=million EUR'); // → '--where "unit=million EUR"'
 * optionText('--drop', 'A "b" $c'); // → '--drop \'A "b" $c\''
 */
export function optionText(option: string, content: string): string {
  if (!/["$`\\!]/.test(content)) return `${option} "${content}"`;
  return `${option} '${content.replaceAll("'", "'\\''")}'`;
}

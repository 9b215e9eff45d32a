import { richText, sentence } from '../../../../engine/report/page/html.js';
import type { Shown } from '../../what-if/shown.js';
import { Markup } from './markup-place.js';

/** The answer: its first sentence and its numbers, the rest of the words behind a line that opens them. */
export function AnswerPart({ shown }: { readonly shown: Shown }) {
  const { answer, tiles, names } = shown.head;
  const [first = '', ...others] = answer;
  const words = [...others, ...shown.notes, names];
  return (
    <section id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title" class="hidden">
        The answer
      </h2>
      <div aria-live="polite">
        <Markup tag="p" class="answer" html={richText(sentence(first))} />
      </div>
      <ul class="tiles">
        {tiles.map(({ name, number, meaning }, k) => (
          <Markup
            key={k}
            tag="li"
            html={`<span>${richText(name)}</span> <b>${richText(number)}</b> ${richText(meaning)}`}
          />
        ))}
      </ul>
      <details class="words">
        <summary>The answer in full</summary>
        {words.map((each, k) => (
          <Markup key={k} tag="p" class={k < others.length ? 'told' : 'note'} html={richText(sentence(each))} />
        ))}
      </details>
    </section>
  );
}

import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { FIGURES_REPLACED } from '../../../../engine/report/page/figure-script.js';
import { richText, sentence } from '../../../../engine/report/page/html.js';
import type { Shown } from '../../what-if/compute.js';
import { setMarkup } from '../workers/markup.js';
import { type Background, BEFORE } from '../workers/use-background.js';

/** Markup made by the engine; replaced only where it changed. */
export function Markup({
  html,
  tag: Tag = 'div',
  figure,
  ...rest
}: {
  html: string;
  tag?: 'div' | 'p' | 'h1' | 'li';
  class?: string;
  figure?: string;
}) {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) setMarkup(element.current, html);
  }, [html]);
  return <Tag {...rest} data-place={figure} ref={element as never} />;
}

/** The answer in words, and its figures. */
export function AnswerPart({ shown }: { readonly shown: Shown }) {
  const { answer, tiles } = shown.head;
  return (
    <section id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">The answer</h2>
      <div aria-live="polite">
        {answer.map((each, k) => (
          <Markup key={k} tag="p" class="answer" html={richText(sentence(each))} />
        ))}
      </div>
      <ul class="tiles">
        {tiles.map(({ number, meaning }, k) => (
          <Markup key={k} tag="li" html={`<b>${richText(number)}</b> ${richText(meaning)}`} />
        ))}
      </ul>
    </section>
  );
}

/** The pictures with their tables, after the first what draws say, and at the end why it comes out so. */
export function FigureParts({
  shown,
  figures,
  background,
}: {
  readonly shown: Shown;
  readonly figures: Shown['figures'];
  readonly background: Background;
}) {
  const places = [
    ...shown.chapters.flatMap(({ id, name }, k) => [
      { id, name },
      ...(k === 0 && background.status !== '' ? [{ id: 'sure', name: 'How sure' }] : []),
    ]),
    ...(background.reasons === '' ? [] : [{ id: 'reasons', name: 'Why, and how much' }]),
    { id: 'same', name: 'Command line' },
  ];
  useLayoutEffect(() => {
    document.dispatchEvent(new Event(FIGURES_REPLACED));
  }, [figures, background]);
  return (
    <div class="figures">
      <Jumps places={places} />
      {shown.chapters.map(({ id, name, before, figures: ids, after }, k) => (
        <Fragment key={id}>
          <section id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{name}</h2>
            {before !== '' && <Markup html={before} />}
            {ids.map((figure) => (
              <Markup key={figure} html={figures[figure] ?? ''} class="figure-place" figure={figure} />
            ))}
            {after !== '' && <Markup html={after} />}
          </section>
          {k === 0 && background.status !== '' && (
            <section id="sure" aria-labelledby="sure-title">
              <h2 id="sure-title">How sure</h2>
              <p class="note">{background.status}</p>
              <Markup html={background.band} />
            </section>
          )}
        </Fragment>
      ))}
      {background.reasons !== '' && (
        <section id="reasons" aria-labelledby="reasons-title">
          <h2 id="reasons-title">Why, and how much</h2>
          {background.reasonsOld && <p class="note">{BEFORE}</p>}
          <Markup html={background.reasons} />
        </section>
      )}
    </div>
  );
}

/** Ways to the parts of the page. Not links: the address holds the state. */
function Jumps({ places }: { readonly places: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <nav aria-label="On this page">
      <ul>
        {places.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="quiet" onClick={() => goTo(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Goes to a part of the page, by keyboard too. */
export function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.setAttribute('tabindex', '-1');
  target?.focus({ preventScroll: true });
  target?.scrollIntoView();
}

/** Ids of the figures in the window or a little below and above it. */
export function figuresInSight(): string[] {
  const margin = innerHeight / 2;
  return [...document.querySelectorAll<HTMLElement>('.figure-place')].flatMap((place) => {
    const { top, bottom } = place.getBoundingClientRect();
    return bottom < -margin || top > innerHeight + margin ? [] : [place.dataset.place ?? ''];
  });
}

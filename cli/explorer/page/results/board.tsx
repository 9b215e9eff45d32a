import { useLayoutEffect, useState } from 'preact/hooks';
import { FIGURES_REPLACED } from '../../../../engine/report/page/figure-script.js';
import { BOARD_PICTURES, type Board as Pictures } from '../../what-if/board-pictures.js';
import type { Shown } from '../../what-if/shown.js';
import type { WhatIf } from '../../what-if/what-if.js';
import { type Background, BEFORE } from '../workers/use-background.js';
import { CommandLine } from './command-line.js';
import { Markup } from './markup-place.js';
import { Tabs } from './tabs.js';
import { useNarrow } from './use-narrow.js';

/** The content of the board. */
interface BoardProps {
  readonly shown: Shown;
  readonly figures: Shown['figures'];
  readonly background: Background;
  readonly whatIf: WhatIf;
}

const PICTURES = Object.entries(BOARD_PICTURES) as [keyof Pictures, string][];

/** The pictures that stay in sight beside the controls, and in further tabs all else that can be seen. */
export function Board(props: BoardProps) {
  const { shown, figures, background } = props;
  const narrow = useNarrow();
  const [chosen, choose] = useState('overview');
  const there = PICTURES.filter(([id]) => shown.board[id] !== '');
  const tabs = [
    ...(narrow ? there.map(([id, name]) => ({ id, name })) : [{ id: 'overview', name: 'Overview' }]),
    ...shown.chapters.map(({ id, name }) => ({ id, name })),
    ...(background.status === '' ? [] : [{ id: 'sure', name: 'How sure' }]),
    ...(background.reasons === '' ? [] : [{ id: 'reasons', name: 'Why' }]),
    { id: 'same', name: 'Command' },
  ];
  const open = tabs.find(({ id }) => id === chosen)?.id ?? tabs[0]!.id;
  useLayoutEffect(() => {
    document.dispatchEvent(new Event(FIGURES_REPLACED));
  }, [figures, background, shown.board, open]);
  const sticks = open === 'overview' || open in BOARD_PICTURES;
  return (
    <section class={`board figures${sticks ? ' sticks' : ''}`} aria-label="Pictures">
      <Tabs tabs={tabs} open={open} choose={choose} />
      <div role="tabpanel" id="board-panel" class={`part-${open}`} aria-labelledby={`tab-${open}`}>
        <Part {...props} id={open} there={there.map(([id]) => id)} />
      </div>
    </section>
  );
}

/** The part of the board that is open. */
function Part(props: BoardProps & { readonly id: string; readonly there: readonly (keyof Pictures)[] }) {
  const { shown, figures, background, whatIf, id, there } = props;
  if (id === 'overview' || id in BOARD_PICTURES) {
    const pictures = id === 'overview' ? there : [id as keyof Pictures];
    return (
      <div class={`pictures-of-${pictures.length}`}>
        {pictures.map((each) => (
          <Markup key={each} html={shown.board[each]} class={`picture picture-${each}`} />
        ))}
      </div>
    );
  }
  if (id === 'same') return <CommandLine whatIf={whatIf} />;
  if (id === 'sure') {
    return (
      <>
        <p class="note">{background.status}</p>
        <Markup html={background.band} />
      </>
    );
  }
  if (id === 'reasons') {
    return (
      <>
        {background.reasonsOld && <p class="note">{BEFORE}</p>}
        <Markup html={background.reasons} />
      </>
    );
  }
  const chapter = shown.chapters.find((each) => each.id === id);
  if (chapter === undefined) return null;
  return (
    <>
      {chapter.before !== '' && <Markup html={chapter.before} />}
      {chapter.figures.map((figure) => (
        <Markup key={figure} html={figures[figure] ?? ''} class="figure-place" figure={figure} />
      ))}
      {chapter.after !== '' && <Markup html={chapter.after} />}
    </>
  );
}

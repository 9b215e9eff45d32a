import { useLayoutEffect, useRef } from 'preact/hooks';
import { setMarkup } from '../workers/markup.js';

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

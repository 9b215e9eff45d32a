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

import { useEffect, useState } from 'preact/hooks';

/** The width below which the page's style is narrow. */
const NARROW = '(max-width: 1000px)';

/** True where the window is too narrow for controls beside the pictures. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const moved = (): void => setNarrow(query.matches);
    query.addEventListener('change', moved);
    return () => query.removeEventListener('change', moved);
  }, []);
  return narrow;
}

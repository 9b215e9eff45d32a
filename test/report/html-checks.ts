/** Tags of the page in order, comments and scripts being text. */
function tags(text: string): string[] {
  return [...text.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)\b/g)].map((match) => match[0].slice(1));
}

/** Tags that are left open, or the first that closes what is not open. */
export function unclosed(html: string): string[] {
  const open: string[] = [];
  const empty = new Set(['meta', 'input']);
  const body = html.replace(/<script>[\s\S]*<\/script>/, '').replace(/<[^>]*\/>/g, '');
  for (const tag of tags(body)) {
    if (!tag.startsWith('/')) {
      if (!empty.has(tag)) open.push(tag);
    } else if (open.pop() !== tag.slice(1)) return [`${tag} after ${open.join(' ')}`];
  }
  return open;
}

/** The first few places that match, so that a failure does not print the page. */
export function found(text: string, pattern: RegExp): string[] {
  const code = text.replace(/<script>[\s\S]*<\/script>/, '');
  return [...code.matchAll(new RegExp(pattern, 'g'))].slice(0, 3).map((match) => code.substr(match.index - 40, 120));
}

/** The page with the values of its attributes taken out, but for where links lead. */
export function bare(text: string): string {
  return text.replace(/(?<!href)="[^"]*"/g, '=""');
}

/** Ids that a page has more than once. */
export function repeatedIds(html: string): string[] {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
  return ids.filter((id, k) => ids.indexOf(id) !== k);
}

/** What a page says where a number is missing. */
export const NO_NUMBER = /NaN|Infinity|undefined|null/;

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import GithubSlugger from 'github-slugger';
import { marked, type Token, type Tokens } from 'marked';

/** Folders that hold no documents of the project. */
const ELSEWHERE = new Set(['node_modules', 'dist', 'results', 'gallery', 'coverage', '.git']);

/** Every Markdown file below a folder, with `/` from there, ordered. */
export function markdownFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return ELSEWHERE.has(entry.name) ? [] : markdownFiles(root, path);
      return entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}

/** Links and pictures of a Markdown file that lead nowhere, each as `file: address: why`; addresses on the network are not asked. */
export function brokenLinks(root: string, file: string): string[] {
  return addressesOf(readFileSync(join(root, file), 'utf8')).flatMap((address) => {
    const why = whyBroken(root, file, address);
    return why === null ? [] : [`${file}: ${address}: ${why}`];
  });
}

/** Addresses of a document's links and pictures, those in HTML included, in their order. */
export function addressesOf(text: string): string[] {
  return tokensOf(text).flatMap((token) => {
    if (token.type === 'link' || token.type === 'image') return [(token as Tokens.Link).href];
    if (token.type === 'html') return [...token.raw.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)].map(([, to]) => to!);
    return [];
  });
}

/** Names of a document's headings and anchors as GitHub gives them. */
export function anchorsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(
    tokensOf(text).flatMap((token) => {
      if (token.type === 'heading') return [slugger.slug(plainText((token as Tokens.Heading).tokens))];
      if (token.type === 'html') return [...token.raw.matchAll(/\b(?:id|name)="([^"]*)"/g)].map(([, name]) => name!);
      return [];
    }),
  );
}

function tokensOf(text: string): Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(text), (token) => {
    all.push(token);
  });
  return all;
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens !== undefined) return plainText(token.tokens);
      return token.type === 'html' ? '' : ((token as Tokens.Text).text ?? '');
    })
    .join('');
}

function whyBroken(root: string, file: string, address: string): string | null {
  if (/^(?:https?|mailto):/.test(address)) return URL.canParse(address) ? null : 'is no address';
  const [path = '', anchor] = address.split('#').map(decodeURIComponent);
  const target = path === '' ? join(root, file) : resolve(root, dirname(file), path);
  if (!target.startsWith(root)) return 'leads out of the project';
  if (!existsExactly(target)) return 'no such file';
  if (anchor === undefined) return null;
  if (!target.endsWith('.md')) return 'an anchor in a file that has none';
  return anchorsOf(readFileSync(target, 'utf8')).has(anchor) ? null : 'no such heading';
}

/** True where a file or folder of just this name exists, whatever the system thinks of capitals. */
function existsExactly(path: string): boolean {
  if (!existsSync(path)) return false;
  const name = basename(path);
  return statSync(path).isDirectory() || readdirSync(dirname(path)).includes(name);
}

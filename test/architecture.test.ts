import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS, layerDiagram, layerOf } from './layers.js';
import { bareCode, importedPath, importsOf, ROOT, sourceFiles } from './source-files.js';

/** The command line: each place may import from itself and from those before it; nobody but the last two starts a command. */
const COMMAND_LINE: readonly RegExp[] = [
  /^cli\/(?!main\.ts)[^/]+$/,
  /^cli\/output\//,
  /^cli\/tables\//,
  /^cli\/study\//,
  /^cli\/optimise\//,
  /^cli\/explorer\/what-if\//,
  /^cli\/explorer\/page\//,
  /^cli\/explorer\/server\//,
  /^cli\/commands\//,
  /^cli\/shell\//,
  /^cli\/main\.ts$/,
];

const engine = sourceFiles('engine');
const everything = sourceFiles('engine', 'cli', 'test');

/** Files and the places in them that break a rule, as `path: what`. */
function breaches(files: typeof engine, rule: (text: string, path: string) => readonly string[]): string[] {
  return files.flatMap(({ path, text }) => rule(text, path).map((what) => `${path}: ${what}`));
}

function matches(text: string, pattern: RegExp): string[] {
  return [...bareCode(text).matchAll(pattern)].map((match) => match[0]);
}

describe('The architecture', () => {
  describe.each(Object.keys(LAYERS))('of %s', (folder) => {
    const files = sourceFiles(folder);

    it('gives every file a place in the order of data flow', () => {
      expect(files.filter(({ path }) => layerOf(folder, path) < 0).map(({ path }) => path)).toEqual([]);
    });

    it('lets every part import only from itself and from parts before it', () => {
      const found = breaches(files, (text, path) =>
        importsOf(text).filter((written) => {
          const target = importedPath(path, written);
          return target !== undefined && layerOf(folder, target) > layerOf(folder, path);
        }),
      );
      expect(found).toEqual([]);
    });
  });

  it('lets the engine import nothing but itself and packages', () => {
    const found = breaches(engine, (text, path) =>
      importsOf(text).filter((written) => importedPath(path, written)?.startsWith('engine/') === false),
    );
    expect(found).toEqual([]);
  });

  it('lets a place of the command line import only from the engine, from itself and from places before it', () => {
    const place = (path: string): number => COMMAND_LINE.findIndex((each) => each.test(path));
    const files = sourceFiles('cli');
    expect(files.filter(({ path }) => place(path) < 0).map(({ path }) => path)).toEqual([]);
    const found = breaches(files, (text, path) =>
      importsOf(text).filter((written) => {
        const target = importedPath(path, written);
        if (target === undefined || target.startsWith('engine/')) return false;
        return place(target) < 0 || place(target) > place(path);
      }),
    );
    expect(found).toEqual([]);
  });

  it('has no import cycles', () => {
    const graph = new Map(
      everything.map(({ path, text }) => [
        path,
        importsOf(text).flatMap((written) => importedPath(path, written) ?? []),
      ]),
    );
    const finished = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (finished.has(path) || way.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
      finished.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('keeps disk, terminal, network and clock out of the engine', () => {
    const found = breaches(engine, (text) => [
      ...importsOf(text).filter((written) => /^node:|^(fs|path|os|http|process|child_process)$/.test(written)),
      ...matches(
        text,
        /\b(?:console|process)\s*\.\s*\w+|\bfetch\s*\(|\bnew Date\b|\bDate\.now\b|\bperformance\.now\b/g,
      ),
    ]);
    expect(found).toEqual([]);
  });

  it('keeps the what-if page to what runs in a browser, and its model apart from the page', () => {
    const below = (folder: string) => everything.filter(({ path }) => path.startsWith(`cli/explorer/${folder}/`));
    const leads = (files: typeof engine, allowed: readonly string[]) =>
      breaches(files, (text, path) =>
        importsOf(text).filter((written) => {
          const target = importedPath(path, written);
          return target === undefined
            ? written.startsWith('node:')
            : !allowed.some((place) => target.startsWith(place));
        }),
      );
    expect(below('page').length).toBeGreaterThan(0);
    expect(leads(below('page'), ['engine/', 'cli/explorer/what-if/', 'cli/explorer/page/'])).toEqual([]);
    expect(leads(below('what-if'), ['engine/', 'cli/explorer/what-if/'])).toEqual([]);
    const others = everything.filter(({ path }) => !path.startsWith('cli/explorer/page/'));
    const entering = breaches(others, (text, path) =>
      importsOf(text).filter((written) => importedPath(path, written)?.startsWith('cli/explorer/page/') === true),
    );
    expect(entering).toEqual([]);
  });

  it('makes markup of text in one place of the page', () => {
    const found = breaches(sourceFiles('cli/explorer/page'), (text) =>
      matches(text, /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createHTML)\b/g),
    );
    expect([...new Set(found.map((each) => each.split(':')[0]))]).toEqual(['cli/explorer/page/workers/markup.ts']);
  });

  it('keeps chance and language settings out of the engine, so that the same inputs give the same bytes', () => {
    const found = breaches(engine, (text) =>
      matches(
        text,
        /\bMath\.random\b|\.localeCompare\b|\.toLocale\w*|\bIntl\.(?:Collator|NumberFormat|DateTimeFormat)\b/g,
      ),
    );
    expect(found).toEqual([]);
  });

  it('computes with functions that have the same bits on every machine', () => {
    const inexact =
      /\bMath\s*\.\s*(?!(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2)\b)\w+|\bMath\s*(?!\s*\.)\S{0,9}|(?<!\b2 )\*\*.{0,9}|\b2 \*\* (?!-?\d+\b).{0,9}/g;
    const samples = ['a ** 2', 'Math.exp(b)', '2 ** n', 'const { sin } = Math;', '2 ** 32', 'Math.sqrt(c)'];
    expect(samples.filter((sample) => matches(sample, inexact).length > 0)).toEqual(samples.slice(0, 4));
    const found = breaches(sourceFiles('engine', 'cli'), (text) => matches(text, inexact));
    expect(found, 'Math and ** differ between engines in the last bits: take engine/exact-math').toEqual([]);
  });

  it('evaluates no text as code', () => {
    const found = breaches(sourceFiles('engine', 'cli'), (text) => matches(text, /\beval\s*\(|\bnew Function\b/g));
    expect(found).toEqual([]);
  });

  it('names exports, has no class but the error, and no any', () => {
    const found = breaches(sourceFiles('engine', 'cli'), (text) =>
      matches(text, /\bexport default\b|(?<![.\w])class (?!MistakesError)\w+|: any\b|\bas any\b|<any>/g),
    );
    expect(found).toEqual([]);
  });

  it('names files in kebab case and none of them a drawer for everything', () => {
    const wrong = everything
      .map(({ path }) => path)
      .filter((path) => !/^[a-z0-9/-]+(\.test)?\.tsx?$/.test(path) || /\b(utils?|helpers?|misc)\b/.test(path));
    expect(wrong).toEqual([]);
  });

  describe('in engine/README.md', () => {
    const readme = readFileSync(join(ROOT, 'engine/README.md'), 'utf8');

    it('is drawn as the imports are', () => {
      const drawn = /```mermaid[\s\S]*?```/.exec(readme)?.[0];
      expect(drawn, 'the picture of the layers: replace it by the received one').toBe(layerDiagram('engine', engine));
    });

    it('has a line for every folder, in the order of data flow', () => {
      const listed = [...readme.matchAll(/^\| `([a-z-]+)\/` \|/gm)].map((match) => match[1]);
      expect(listed).toEqual(LAYERS.engine!.filter((part) => !part.endsWith('.ts')));
    });

    it('names files that exist', () => {
      const named = [...readme.matchAll(/`([a-z][a-z/-]*\.ts)`/g)].map((match) => match[1]!);
      expect(named.length).toBeGreaterThan(20);
      expect(named.filter((path) => !existsSync(join(ROOT, 'engine', path)))).toEqual([]);
    });
  });
});

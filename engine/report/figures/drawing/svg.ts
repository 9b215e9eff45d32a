/** A value of an attribute; null leaves it out. */
export type Attribute = string | number | null;

/**
 * A text as it may stand between tags and in quoted attributes, of SVG and HTML alike. Characters that no XML may hold become a
 * replacement character.
 *
 * @example
 * escapeText('<script>"R&D"</script>'); // → '&lt;script&gt;&quot;R&amp;D&quot;&lt;/script&gt;'
 */
export function escapeText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
      .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}

/**
 * An element with escaped attributes; numbers are written to a hundredth of a pixel.
 *
 * @param content markup, escaped already
 * @example
 * element('rect', { x: 1.23456, fill: 'a"b', rx: null }); // → '<rect x="1.23" fill="a&quot;b"/>'
 * element('g', {}, '<path/>'); // → '<g><path/></g>'
 */
export function element(name: string, attributes: Readonly<Record<string, Attribute>>, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${typeof value === 'number' ? pixels(value) : escapeText(value)}"`],
  );
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/**
 * A coordinate with the digits that can be seen.
 *
 * @example
 * pixels(12.3456); // → '12.35'
 * pixels(-0.001); // → '0'
 */
export function pixels(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/**
 * A text with a true minus before numbers.
 *
 * @example
 * trueMinus('-3 (-20%), to-day'); // → '−3 (−20%), to-day'
 */
export function trueMinus(text: string): string {
  return text.replace(/(^|[\s(])-(?=\d)/g, '$1−');
}

/** Setting of a text. */
export interface TextOptions {
  readonly size?: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Degrees, clockwise, around its own place. */
  readonly rotate?: number;
  /** Colour of a halo that keeps the text readable over lines. */
  readonly halo?: string;
  readonly class?: string;
  readonly frames?: Frames | null;
}

/** Text at a place; `y` is its base line. */
export function label(x: number, y: number, content: string, options: TextOptions): string {
  const { size = 12, fill, anchor = 'start', bold = false, rotate, halo } = options;
  return element(
    'text',
    {
      class: options.class ?? null,
      x,
      y,
      'font-size': size,
      fill,
      'text-anchor': anchor === 'start' ? null : anchor,
      'font-weight': bold ? 600 : null,
      transform: rotate === undefined ? null : `rotate(${pixels(rotate)} ${pixels(x)} ${pixels(y)})`,
      stroke: halo ?? null,
      'stroke-width': halo === undefined ? null : 3,
      'stroke-linejoin': halo === undefined ? null : 'round',
      'paint-order': halo === undefined ? null : 'stroke',
      'data-frames': framesText(options.frames ?? null),
    },
    escapeText(trueMinus(content)) || ' ',
  );
}

/** Values of attributes by year, which the page's slider sets; `text` stands for the content, `note` for what is read out after `data-tip`. */
export type Frames = Readonly<Record<string, readonly (string | number)[]>>;

/** Frames as the page's script reads them: numbers with the digits that can be seen, what never changes once. */
export function framesText(frames: Frames | null): string | null {
  if (frames === null) return null;
  const short = Object.entries(frames).map(([name, values]) => {
    const seen = values.map((value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value));
    return [name, seen.every((value) => value === seen[0]) ? seen.slice(0, 1) : seen];
  });
  return JSON.stringify(Object.fromEntries(short));
}

import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, label } from '../drawing/svg.js';
import { fitText } from '../drawing/text-measure.js';

/** One of the four cells: what both gain, as written. */
export interface GameCell {
  readonly gainA: string;
  readonly gainB: string;
  readonly equilibrium: boolean;
  /** Both gains together in part of the largest, which shades the cell. */
  readonly weight: number;
}

/** The table of two regions acting together or apart. */
export interface GamePanel {
  readonly title: string;
  readonly description: string;
  readonly a: string;
  readonly b: string;
  cell(a: 0 | 1, b: 0 | 1): GameCell;
}

const SIZE = { width: 420, height: 236 };

/** Draws two by two cells: rows are what the first region does, columns the second. */
export function gamePanel(spec: GamePanel): Panel {
  return { title: spec.title, ...SIZE, description: spec.description, draw: (paint) => drawGame(spec, paint) };
}

function drawGame({ a, b, cell }: GamePanel, paint: Paint): string {
  const [left, top, width, height] = [104, 42, 152, 88];
  const act = (c: 0 | 1): string => (c === 1 ? 'acts together' : 'acts apart');
  const parts: string[] = [];
  for (const [column, cb] of ([1, 0] as const).entries()) {
    const x = left + column * (width + 8) + width / 2;
    parts.push(label(x, 16, fitText(b, width, 12, true), { fill: paint.ink, bold: true, anchor: 'middle' }));
    parts.push(label(x, 32, act(cb), { fill: paint.muted, anchor: 'middle' }));
  }
  for (const [row, ca] of ([1, 0] as const).entries()) {
    const y = top + row * (height + 8);
    parts.push(label(0, y + height / 2 - 2, fitText(a, left - 8, 12, true), { fill: paint.ink, bold: true }));
    parts.push(label(0, y + height / 2 + 14, act(ca), { fill: paint.muted }));
    for (const [column, cb] of ([1, 0] as const).entries()) {
      const x = left + column * (width + 8);
      const { gainA, gainB, equilibrium, weight } = cell(ca, cb);
      parts.push(
        element('rect', {
          x,
          y,
          width,
          height,
          rx: 4,
          fill: paint.gain,
          'fill-opacity': 0.05 + 0.22 * Math.max(0, weight),
          stroke: equilibrium ? paint.ink : paint.grid,
          'stroke-width': equilibrium ? 2.2 : 1,
        }),
      );
      for (const [line, [name, gain]] of (
        [
          [a, gainA],
          [b, gainB],
        ] as const
      ).entries()) {
        const at = y + 26 + line * 20;
        parts.push(label(x + 12, at, fitText(name, 80), { fill: paint.ink }));
        parts.push(label(x + width - 12, at, gain, { size: 13, fill: paint.ink, bold: true, anchor: 'end' }));
      }
      if (equilibrium) parts.push(label(x + 12, y + height - 12, 'neither would leave', { size: 11, fill: paint.ink }));
    }
  }
  return parts.join('');
}

/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Scheme = 'light' | 'dark';

/** Serious faults of accessibility that axe finds, light and dark, or light alone. */
export async function faultsOf(page: Page, schemes: readonly Scheme[] = ['light', 'dark']): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    all.push(...(await axeFaults(page, colorScheme)));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return all;
}

/** Serious faults of accessibility that axe finds in a page as it stands; where it is dark, those of colours alone. */
export async function axeFaults(page: { evaluate(text: string): Promise<unknown> }, scheme: Scheme): Promise<string[]> {
  const options = { resultTypes: ['violations'], ...(scheme === 'dark' ? { runOnly: ['color-contrast'] } : {}) };
  // The page's policy lets no script in, but the debugger may.
  await page.evaluate(`${readFileSync(AXE, 'utf8')};undefined`);
  const violations = (await page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 120)) })))`,
  )) as { id: string; impact: string | null; nodes: string[] }[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}

/** Texts that stand beyond their picture, and whether the page scrolls sideways, wide and narrow. */
export async function outsideOf(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(() => {
      const found: string[] = [];
      for (const svg of document.querySelectorAll<SVGSVGElement>('.panel svg')) {
        const box = svg.viewBox.baseVal;
        for (const text of svg.querySelectorAll('text')) {
          if (text.getAttribute('transform') !== null) continue;
          const { x, y, width, height } = text.getBBox();
          if (x < -2 || y < -2 || x + width > box.width + 2 || y + height > box.height + 3)
            found.push(`${svg.closest('section')!.id}: ${text.textContent}`);
        }
      }
      if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
      return found;
    });
    all.push(...outside);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return all;
}

/** Side that what one presses has at least, in CSS pixels. */
const TARGET = 24;

/** What can be pressed and is smaller than a target may be; of a box with a label the label counts, which is pressed too. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const pressed = document.querySelectorAll<HTMLElement>('button, input, select, summary, [role=tab]');
    return [...pressed].flatMap((each) => {
      const box = each instanceof HTMLInputElement && ['checkbox', 'radio'].includes(each.type);
      const { width, height } = ((box ? each.closest('label') : null) ?? each).getBoundingClientRect();
      const small = width > 0 && (width < least || height < least);
      const name = each.getAttribute('aria-label') ?? each.textContent ?? '';
      return small ? [`${each.localName} ${each.className} ${name}: ${width} × ${height}`] : [];
    });
  }, TARGET);
}

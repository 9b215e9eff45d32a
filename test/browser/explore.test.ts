/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../cli/run-in-memory.js';
import { ROOT } from '../source-files.js';
import { WHOLE } from '../whole.js';
import { CHROMIUM, startBrowser } from './chromium.js';
import { faultsOf, outsideOf, smallTargets } from './faults.js';

const MAIN = join(ROOT, 'dist/cli/main.js');
const HOSTILE = '<script>alert(1)</script>';

/** Plain data with ten digits of every number, and none of what lies within rounding of 0. */
function rounded(value: unknown): unknown {
  const digits = (_: string, each: unknown) =>
    typeof each === 'number' ? (Math.abs(each) < 1e-9 ? 0 : Number(each.toPrecision(10))) : each;
  return JSON.parse(JSON.stringify(value, digits));
}

/** What is to become true, on a busy machine too. */
function soon<Value>(value: () => Promise<Value> | Value) {
  return expect.poll(value, { timeout: 60_000 });
}

describe.skipIf(CHROMIUM === undefined || !existsSync(MAIN))('The what-if page in a browser', () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const servers: ChildProcess[] = [];
  const heard: string[] = [];
  const requests: string[] = [];

  /** Starts the tool as a user does, and waits for the address it prints. */
  const start = (...words: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [MAIN, 'explore', '--no-open', ...words], { cwd: folder });
      servers.push(child);
      child.stdout.once('data', (text) => resolve(String(text).trim()));
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
  const open = async (url: string): Promise<Page> => {
    const opened = await context.newPage();
    opened.on('console', (message) => heard.push(message.text()));
    opened.on('pageerror', (error) => heard.push(String(error)));
    opened.on('request', (request) => requests.push(request.url()));
    await opened.goto(url);
    await opened.locator('#answer').waitFor();
    return opened;
  };
  /** What the page says: the answer, and the numbers above it all. */
  const said = async (on: Page = page) => [
    ...(await on.locator('#answer :is(.answer, .told)').allTextContents()),
    ...(await on.locator('.tiles b').allTextContents()),
  ];
  /** Opens a part of the board. */
  const part = (name: string, on: Page = page) => on.getByRole('tab', { name, exact: true }).click();
  /** Opens all fields of a policy. */
  const more = (name: string, on: Page = page) =>
    on
      .getByRole('region', { name })
      .getByText(/^More: /)
      .click();
  /** Waits until it says something else. */
  const changed = async (before: readonly string[], on: Page = page): Promise<string[]> => {
    await soon(() => said(on)).not.toEqual(before);
    return said(on);
  };
  const command = async (on: Page = page): Promise<string[]> => {
    const open = await on.getByRole('tab', { selected: true }).innerText();
    await part('Command', on);
    const text = await on.locator('#command').innerText();
    await part(open, on);
    const words = text.match(/'[^']*'|\S+/g) ?? [];
    return words.slice(2).map((word) => word.replace(/^'|'$/g, '').replace(/^scenarios\//, `${folder}/scenarios/`));
  };
  const answerOf = async (argv: readonly string[]): Promise<string[]> => {
    const { stdout, stderr, code } = await call([
      ...argv,
      '--format',
      'json',
      ...(argv[0] === 'compare' ? ['--draws', '0'] : []),
      ...(argv.includes('--quiet') ? [] : ['--quiet']),
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const { answer } = JSON.parse(stdout) as { answer: string[] };
    // Which kind carries the answer the page leaves to the command line: a change would wait for it.
    return answer.filter((sentence) => !/ comes through |^To see how sure/.test(sentence));
  };
  /** Text as the page writes it: powers raised, the first letter large. */
  const asShown = (text: string) =>
    text
      .replace(/\^8/g, '8')
      .replace(/(?<![\w.])-(?=\d)/g, '−')
      .replace(/^[a-z](?=[a-z])/, (first) => first.toUpperCase());
  const download = async (button: string, on: Page = page): Promise<{ name: string; text: string }> => {
    const [saved] = await Promise.all([on.waitForEvent('download'), on.getByRole('button', { name: button }).click()]);
    return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-explore-'));
    cpSync(join(ROOT, 'scenarios'), join(folder, 'scenarios'), { recursive: true });
    browser = await startBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    context.setDefaultTimeout(60_000);
    page = await open(
      await start(
        'scenarios/changchun-jilin/uncoordinated.yaml',
        'scenarios/changchun-jilin/coordinated.yaml',
        '--draws',
        '40',
      ),
    );
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens without a complaint and asks nothing of any other machine', async () => {
    for (const picture of ['map', 'regions', 'years'])
      await page.locator(`.picture-${picture} svg[role=img]`).first().waitFor();
    await part('Industries');
    await page.locator('#stages svg').first().waitFor();
    expect(heard).toEqual([]);
    expect(requests.filter((url) => new URL(url).origin !== new URL(page.url()).origin)).toEqual([]);
    const answer = await answerOf(await command());
    expect((await said()).slice(0, answer.length)).toEqual(answer.map(asShown));
  });

  it('answers a what-if with the numbers of the command line, to the last digit', async () => {
    const before = await said();
    await page.getByLabel('together, coordination, slider', { exact: true }).fill('0.4');
    await changed(before);
    await more('Competitive clusters');
    await page.getByLabel('push, Competitive clusters', { exact: true }).fill('normal(0.03, 0.01)');
    await page.getByLabel('push, Competitive clusters', { exact: true }).press('Enter');
    await soon(() => command()).toContain('policies.Competitive clusters.push=normal(0.03, 0.01)');
    const words = await command();
    expect(words).toContain('coordinated:coordination=0.4');
    const answer = (await answerOf(words)).map(asShown);
    await soon(async () => (await said()).slice(0, answer.length)).toEqual(answer);
    const numbers = JSON.parse((await download('Save numbers')).text);
    const { stdout } = await call([...words, '--format', 'json']);
    const printed = JSON.parse(stdout);
    // Another engine of JavaScript may round the last bit of exp and tanh otherwise.
    expect(rounded(numbers.differences)).toEqual(rounded(printed.differences));
    const figures = (futures: { file: string }[]) => rounded(futures.map((future) => ({ ...future, file: '' })));
    expect(figures(numbers.futures)).toEqual(figures(printed.futures));
  });

  it('draws what montecarlo draws', async () => {
    const words = ['montecarlo', ...(await command()).slice(1), '--draws', '40', '--quiet'];
    const [first] = await answerOf(words);
    await part('How sure');
    await soon(() => page.getByRole('tabpanel').innerText()).toContain(asShown(first!));
  }, 120_000);

  it('says why in the background, and leads there', async () => {
    await part('Overview');
    await page.getByRole('tab', { name: 'Overview' }).press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Who gains');
    await part('Why');
    for (const figure of ['attribution', 'ingredients', 'sweep', 'cooperation'])
      expect(await page.locator(`[role=tabpanel] #${figure} svg`).count()).toBeGreaterThan(0);
    await part('Overview');
    await page.getByRole('button', { name: 'To the answer' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
  });

  it('goes back and forth by keys and buttons', async () => {
    const end = await said();
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    const middle = await changed(end);
    await page.getByRole('button', { name: 'Undo' }).click();
    const begin = await changed(middle);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+Shift+z');
    expect(await changed(begin)).toEqual(middle);
    await page.getByRole('button', { name: 'Redo' }).click();
    expect(await changed(middle)).toEqual(end);
  });

  it.runIf(WHOLE)('is reproduced by its address in a fresh page', async () => {
    await soon(() => decodeURIComponent(page.url())).toContain('push=normal(0.03');
    const fresh = await open(page.url());
    expect(await said(fresh)).toEqual(await said());
    expect(await command(fresh)).toEqual(await command());
    await fresh.close();
  });

  it.runIf(WHOLE)('goes the browser’s own way back and forth, and where an address that is typed leads', async () => {
    const fresh = await open(page.url());
    // An address that is typed over is a step like any other.
    const before = await said(fresh);
    await fresh.evaluate(() => {
      location.hash = '#future=scenarios/tutorial/open-border.yaml&all=years.to%3D2024';
    });
    const tutorial = await changed(before, fresh);
    expect(tutorial.join(' ')).toContain('2020–2024');
    await fresh.keyboard.press('Control+z');
    expect(await changed(tutorial, fresh)).toEqual(before);
    // The browser's own way back and forth goes through what was set, as undo and redo do.
    const field = fresh.getByLabel('last year', { exact: true });
    await soon(() => fresh.url()).toBe(page.url());
    await field.fill('2015');
    await field.press('Enter');
    const shorter = await changed(before, fresh);
    await soon(() => decodeURIComponent(fresh.url())).toContain('years.to=2015');
    await fresh.goBack();
    expect(await changed(shorter, fresh)).toEqual(before);
    expect(fresh.url()).toBe(page.url());
    await fresh.getByRole('button', { name: 'Redo' }).click();
    expect(await changed(before, fresh)).toEqual(shorter);
    await fresh.close();
  });

  it('says of a mistake in a field what the command line says, and keeps the last good future', async () => {
    const before = await said();
    await more('Open the border');
    await more('Mergers across the border');
    const field = page.getByLabel('opening, Open the border', { exact: true });
    await field.fill('140%');
    // What is being typed stays, whatever is drawn anew in the meantime.
    await page.getByLabel('coverage, Mergers across the border, slider', { exact: true }).dispatchEvent('input');
    await page
      .getByRole('button', { name: 'coverage, Mergers across the border: meaning and source' })
      .dispatchEvent('click');
    expect(await field.inputValue()).toBe('140%');
    await field.press('Enter');
    const mistake = page.locator('.field .mistake');
    await mistake.waitFor();
    const { stderr } = await call([...(await command()), '--set', 'policies.Open the border.opening=140%']);
    expect(stderr).toContain((await mistake.innerText()).replace(/ \(.*/, ''));
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await said()).toEqual(before);
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).waitFor();
    // Both futures have it; it is said once, and begun anew the page keeps it and all else.
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBe(1);
    await soon(() => decodeURIComponent(page.url())).toContain('opening=140%');
    const again = await open(page.url());
    expect(await said(again)).toEqual(before);
    await more('Open the border', again);
    expect(await again.getByLabel('opening, Open the border', { exact: true }).inputValue()).toBe('140%');
    expect(await again.locator('.field .mistake').count()).toBe(1);
    await again.getByRole('button', { name: 'Drop only this setting' }).click();
    await soon(() => again.getByRole('alert').count()).toBe(0);
    expect(await said(again)).toEqual(before);
    await again.close();
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await soon(() => page.locator('.mistake').count()).toBe(0);
  });

  it('saves a future, with policies added and switched off, as a file that gives the same numbers', async () => {
    await page.getByRole('radio', { name: 'together', exact: true }).check();
    let before = await said();
    await page.getByRole('checkbox', { name: 'Producer services' }).uncheck();
    before = await changed(before);
    await page.getByLabel('Add a policy').selectOption('infrastructure');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    before = await changed(before);
    await page.getByLabel('compare at equal cost').uncheck();
    await changed(before);
    const { name, text } = await download('Save together as a scenario file');
    expect(name).toBe('coordinated-what-if.yaml');
    expect(text).toContain('- name: Producer services\n    remove: true');
    expect(text).toContain('kind: infrastructure');
    writeFileSync(join(folder, name), text);
    const { output } = JSON.parse((await call(['run', join(folder, name), '--format', 'json'])).stdout);
    const shown = JSON.parse((await download('Save numbers')).text);
    const totals = output.map((year: number[][]) => year.map((cells) => cells.reduce((sum, cell) => sum + cell, 0)));
    for (const [y, year] of totals.entries())
      for (const [r, total] of year.entries()) expect(total / shown.futures[1].output[y][r]).toBeCloseTo(1, 12);
    // What only this browser shows, the command line computes too.
    const answer = (await answerOf(await command())).map(asShown);
    expect((await said()).slice(0, answer.length)).toEqual(answer);
  });

  it('pins a future and compares what is changed with it', async () => {
    await page.getByRole('button', { name: 'Pin together', exact: true }).click();
    await page.getByRole('button', { name: 'Unpin together pinned' }).waitFor();
    await soon(async () => (await said()).join(' ')).toContain('Together and together pinned are the same future');
    const answer = await answerOf(await command());
    expect(answer.at(-1)).toBe('Coordinated-2 and together are the same future: every difference is exactly 0.');
    await page.getByRole('button', { name: 'Unpin together pinned' }).click();
    await soon(() => page.locator('.dial').count()).toBe(2);
  });

  it('has no serious fault of accessibility', async () => {
    await part('Overview');
    expect(await faultsOf(page, ['light'])).toEqual([]);
  }, 60_000);

  it.runIf(WHOLE)(
    'has no serious fault of accessibility, light or dark, with everything open',
    async () => {
      for (const name of ['Who gains', 'How sure', 'Overview']) {
        await part(name);
        expect(await faultsOf(page)).toEqual([]);
      }
      await page.getByText('Growth equation', { exact: true }).click();
      await page
        .getByRole('button', { name: /^start, .*: meaning and source/ })
        .first()
        .click();
      expect(await faultsOf(page)).toEqual([]);
    },
    60_000,
  );

  it.runIf(WHOLE)('can be used by keyboard alone', async () => {
    const keys = await open(page.url().split('#')[0]!);
    await keys.keyboard.press('Tab');
    expect(await keys.evaluate(() => document.activeElement?.textContent)).toContain('To the answer');
    const before = await said(keys);
    const dial = keys.getByLabel('together, coordination, slider', { exact: true });
    for (let k = 0; k < 40 && !(await dial.evaluate((each) => each === document.activeElement)); k++)
      await keys.keyboard.press('Tab');
    await keys.keyboard.press('ArrowLeft');
    await changed(before, keys);
    expect(await dial.evaluate((each) => each === document.activeElement)).toBe(true);
    await keys.locator('.picture-years svg[role=img]').first().focus();
    await keys.keyboard.press('ArrowRight');
    expect(await keys.locator('#tip').innerText()).toMatch(/^2011\napart: /);
    // A policy keeps its place and the focus, switched off and on; so does what undoes it, when there is nothing left to undo.
    const names = () => keys.locator('.policy b').allInnerTexts();
    const order = await names();
    const box = keys.getByRole('checkbox', { name: order[0]! });
    await box.focus();
    let now = await said(keys);
    for (let k = 0; k < 2; k++) {
      await keys.keyboard.press('Space');
      expect(await box.evaluate((each) => each === document.activeElement)).toBe(true);
      now = await changed(now, keys);
      expect(await names()).toEqual(order);
      expect(await box.evaluate((each) => each === document.activeElement)).toBe(true);
    }
    await keys.locator('#undo').focus();
    for (let k = 0; k < 9; k++) await keys.keyboard.press('Enter');
    await soon(() => said(keys)).toEqual(before);
    expect(await keys.evaluate(() => document.activeElement?.id)).toBe('undo');
    await keys.close();
  });

  it('fits the window, wide and narrow', async () => {
    expect(await outsideOf(page)).toEqual([]);
  });

  it.runIf(WHOLE)('takes hostile addresses and names as text', async () => {
    const base = page.url().split('#')[0]!;
    const asks = async (hash: string): Promise<string> => {
      const tried = await context.newPage();
      const complaints: string[] = [];
      tried.on('pageerror', (error) => complaints.push(String(error)));
      tried.on('dialog', () => complaints.push('a dialog opened'));
      await tried.goto(`${base}#${hash}`);
      const notice = tried.locator('.notice');
      await notice.first().waitFor();
      const text = (await notice.allInnerTexts()).join('\n');
      expect(complaints).toEqual([]);
      await tried.close();
      return text;
    };
    const word = encodeURIComponent(HOSTILE);
    expect(await asks(`future=${word}`)).toContain('no such file');
    expect(await asks(`future=${encodeURIComponent('../../../etc/passwd')}`)).toContain('outside the folder');
    expect(await asks(`future=scenarios/tutorial/open-border.yaml&set=${word}%3D1`)).toContain(HOSTILE);
    expect(await asks(`future=scenarios/tutorial/open-border.yaml&${word}=1`)).toContain('does not know');
    expect(await asks('future=scenarios/tutorial/open-border.yaml&all=__proto__.x%3D1')).toContain('cannot be a key');
  });

  it.runIf(WHOLE)('shows a case, a future and a policy named <script> as text', async () => {
    const tutorial = join(folder, 'scenarios/tutorial');
    const text = readFileSync(join(tutorial, 'case.yaml'), 'utf8').replace(/^title: .*/m, `title: "${HOSTILE}"`);
    writeFileSync(join(tutorial, 'hostile-case.yaml'), text);
    writeFileSync(
      join(tutorial, 'hostile.yaml'),
      `title: "${HOSTILE}"\ncase: ./hostile-case.yaml\npolicies:\n  - { kind: market, name: "${HOSTILE}" }\n`,
    );
    const hostile = await open(await start('scenarios/tutorial/hostile.yaml', '--draws', '0'));
    const opened: string[] = [];
    hostile.on('dialog', (dialog) => opened.push(dialog.message()));
    expect(await hostile.locator('h1').innerText()).toContain(HOSTILE);
    expect(await hostile.locator('.lead').innerText()).toContain(HOSTILE);
    expect(await hostile.locator('.policy b').innerText()).toBe(HOSTILE);
    // One scenario is shown beside itself with its regions apart.
    expect((await hostile.locator('.dial label').allTextContents()).map((name) => name.split(',')[0])).toEqual([
      'apart',
      HOSTILE,
    ]);
    expect(await hostile.locator('script:not([src])').count()).toBe(0);
    const before = await said(hostile);
    await hostile.getByLabel(`intensity, ${HOSTILE}`, { exact: true }).fill('year > 2012 ? 0.5 : 0');
    await hostile.getByLabel(`intensity, ${HOSTILE}`, { exact: true }).press('Enter');
    await changed(before, hostile);
    expect(await hostile.getByLabel(`intensity, ${HOSTILE}`, { exact: true }).inputValue()).toBe(
      'year > 2012 ? 0.5 : 0',
    );
    expect(await command(hostile)).toContain(`policies.${HOSTILE}.intensity="year > 2012 ? 0.5 : 0"`);
    expect(opened).toEqual([]);
    await hostile.close();
  });

  it('takes every way of trying at its word', async () => {
    const tried = await open(page.url().split('#')[0]!);
    const press = (group: string, name: string) =>
      tried.getByRole('group', { name: group }).getByRole('button', { name, exact: true }).click();
    /** The answer of the command line to what the page shows. */
    const held = async () => {
      const answer = (await answerOf(await command(tried))).map(asShown);
      await soon(async () => (await said(tried)).slice(0, answer.length)).toEqual(answer);
    };
    const strengths = () =>
      tried
        .locator('.policy input[type=text]')
        .evaluateAll((fields) => fields.map((each) => (each as HTMLInputElement).value));
    const policies = await tried.locator('.policy b').allInnerTexts();
    const on = () => tried.locator('.policy:not(.off) b').allInnerTexts();
    await press('What is done', 'half strength');
    await soon(strengths).toEqual(policies.map(() => '50%'));
    await held();
    await press('What is done', 'no policy');
    await soon(() => said(tried).then(([first]) => first)).toMatch(/the same future/);
    expect(await on()).toEqual([]);
    // One after the other at once: the second is chosen before the first is computed.
    for (const only of WHOLE ? policies : policies.slice(-2)) {
      await tried.getByLabel('One policy alone').selectOption(only);
      await soon(on).toEqual([only]);
      if (WHOLE) await held();
    }
    await held();
    await press('What is done', 'all policies');
    await soon(strengths).toEqual(policies.map(() => '100%'));
    for (const [name, level] of [
      ['apart', '0'],
      ['half-way', '0.5'],
      ['together', '1'],
    ] as const) {
      await press('How the regions act', name);
      await soon(() =>
        tried
          .locator('.dial input[type=text]')
          .evaluateAll((fields) => fields.map((each) => (each as HTMLInputElement).value)),
      ).toEqual([level, level]);
      await soon(() => said(tried).then(([first]) => first)).toMatch(/the same future/);
    }
    await press('How the regions act', 'as written');
    const beliefs = tried.getByRole('group', { name: 'What one believes' }).getByRole('button');
    let before = await said(tried);
    for (const name of (await beliefs.allInnerTexts()).slice(WHOLE ? 1 : -2)) {
      await press('What one believes', name);
      before = await changed(before, tried);
      const file = join(folder, 'scenarios/changchun-jilin/beliefs', `${name.replaceAll(' ', '-')}.yaml`);
      const words = (await command(tried)).join(' ');
      for (const [, key] of readFileSync(file, 'utf8').matchAll(/^ {2}(\w+):/gm)) expect(words).toContain(`.${key}=`);
      if (WHOLE) await held();
    }
    await held();
    await tried.close();
  }, 120_000);

  it('has pictures in view beside the controls, and nothing to press that a finger would miss', async () => {
    const seen = await open(page.url().split('#')[0]!);
    await seen.getByText('Growth equation', { exact: true }).click();
    await more('Open the border', seen);
    for (const [width, pictures] of [
      [1280, ['map', 'regions', 'years']],
      [390, ['map']],
    ] as const) {
      await seen.setViewportSize({ width, height: 900 });
      expect(await smallTargets(seen)).toEqual([]);
      await seen.getByRole('heading', { name: 'Assumptions' }).scrollIntoViewIfNeeded();
      for (const picture of pictures) {
        const { top, bottom } = await seen
          .locator(`.picture-${picture} svg[role=img]`)
          .first()
          .evaluate((svg) => svg.getBoundingClientRect().toJSON());
        expect([picture, width, top >= 0, bottom <= 900]).toEqual([picture, width, true, true]);
      }
    }
    await seen.close();
  });

  it('changes its answer with an event that is changed or does not happen', async () => {
    const closing = await open(
      await start('scenarios/tutorial/baseline.yaml', 'scenarios/tutorial/plant-closes.yaml', '--draws', '0'),
    );
    const written = await said(closing);
    const box = closing.getByRole('region', { name: 'Events' }).getByRole('checkbox');
    await box.uncheck();
    const without = await changed(written, closing);
    await box.check();
    expect(await changed(without, closing)).toEqual(written);
    const answer = async () => (await answerOf(await command(closing))).map(asShown);
    const change = closing.getByLabel('change, Plant closes', { exact: true });
    await change.fill('-300 jobs');
    await change.press('Enter');
    const later = await changed(written, closing);
    const told = await answer();
    expect(later.slice(0, told.length)).toEqual(told);
    await closing.close();
  });

  it('complained of nothing in all of this', () => {
    expect(heard).toEqual([]);
    expect(requests.filter((url) => !/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(url))).toEqual([]);
  });
});

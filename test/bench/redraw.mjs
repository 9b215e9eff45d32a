/**
 * The time from a slider's move to the painted answer on the what-if page of the bundled case, in Chromium: computed by the engine in its
 * worker, drawn as markup, put into the page. Prints median and 95th percentile of milliseconds as JSON, with the bars that they are
 * held to, and the processor's milliseconds a move, which the load of a machine changes little.
 *
 *     node test/bench/redraw.mjs             after npm run build; CHROMIUM names a browser elsewhere
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const MOVES = 60;
const WARM_UP = 20;
/** Milliseconds. */
const BARS = { median: 50, p95: 80, first: 1000 };
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

function startServer() {
  const server = spawn(process.execPath, [MAIN, 'explore', '--no-open', '--draws', '0', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = new Promise((resolve, reject) => {
    server.stdout.once('data', (text) => resolve(String(text).trim()));
    server.once('exit', (code) => reject(new Error(`tandem explore ended with ${code}`)));
  });
  return { server, url };
}

/** Notes when the first pictures are painted; runs in the page before anything else of it. */
function noteFirst() {
  const look = () => {
    if (document.querySelector('.picture-regions svg') === null) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.firstPainted = performance.now();
    };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** Moves the dial of the last future back and forth; runs in the page. */
async function moveSlider(moves) {
  const slider = [...document.querySelectorAll('.dial input[type=range]')].at(-1);
  const picture = document.querySelector('.picture-regions');
  const times = [];
  for (let k = 0; k < moves; k++) {
    const drawn = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        // The frame in which it is painted, and a task after it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      observer.observe(picture, { childList: true, subtree: true });
    });
    slider.value = String(0.3 + 0.01 * (k % 50));
    const start = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    times.push((await drawn) - start);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return times;
}

/** Milliseconds of the processor that all processes of the browser have used so far. */
async function processorTime(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/**
 * Median and 95th percentile of the time to redraw, and the time from opening the address to the painted first answer, in milliseconds: by the page's
 * own clock, which leaves out the start of the browser and the time until whoever drives it hears of the answer.
 */
export async function measureRedraw() {
  const { server, url } = startServer();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(noteFirst);
    await page.goto(await url);
    const first = await (await page.waitForFunction(() => window.firstPainted)).jsonValue();
    await page.waitForTimeout(2000);
    await page.evaluate(moveSlider, WARM_UP);
    const session = await browser.newBrowserCDPSession();
    const before = await processorTime(session);
    const times = (await page.evaluate(moveSlider, MOVES)).sort((a, b) => a - b);
    const processor = ((await processorTime(session)) - before) / MOVES;
    const at = (part) => Number(times[Math.floor(part * (times.length - 1))].toFixed(1));
    return {
      moves: MOVES,
      median: at(0.5),
      p95: at(0.95),
      processor: Number(processor.toFixed(1)),
      first: Math.round(first),
      bars: BARS,
    };
  } finally {
    await browser.close();
    server.kill();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (executablePath === undefined) console.log(JSON.stringify({ skipped: 'no Chromium found' }));
  else console.log(JSON.stringify(await measureRedraw()));
}

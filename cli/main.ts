#!/usr/bin/env node
import { writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import { runTool } from './shell/run-tool.js';
import type { Sink } from './shell/surroundings.js';

const unfinished = new Set<() => void>();
const lastWords = new Set<() => string>();
const SIGNALS = [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const;

/** Lets an interrupted call clean up and exit with 128 + the signal; without it the system ends the process on the spot. */
function holdSignals(): () => void {
  const held = SIGNALS.map(([signal, number]) => {
    const stop = () => {
      for (const undo of [...unfinished].reverse()) undo();
      for (const words of lastWords) sayNow(words());
      process.exit(128 + number);
    };
    process.on(signal, stop);
    return () => process.off(signal, stop);
  });
  return () => {
    for (const release of held) release();
  };
}

/** Says something although the process is about to end; nobody listening is no reason to fail. */
function sayNow(text: string): void {
  try {
    writeSync(2, `${text}\n`);
  } catch {}
}

function sink(stream: WriteStream): Sink {
  // Errors arrive at the callback of each write; without a listener they would also end the process.
  stream.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve()))),
  };
}

/** Asks on the terminal; an end of input is an empty answer. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    return await new Promise((resolve) => {
      lines.once('close', () => resolve(''));
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}

const terminal = process.stdout.isTTY === true;
process.exitCode = await runTool(process.argv.slice(2), {
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  width: terminal ? Math.min(Math.max(process.stdout.columns || 100, 40), 160) : 100,
  colour: terminal && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  unfinished,
  terminal: process.stderr.isTTY === true && process.env.TERM !== 'dumb' ? process.stderr : null,
  lastWords,
  ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? ask : null,
  holdSignals,
});

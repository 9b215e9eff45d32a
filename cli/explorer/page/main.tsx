import { render } from 'preact';
import { readAddress } from '../what-if/address.js';
import type { Start } from '../what-if/start.js';
import { App } from './app.js';
import { embeddedData } from './workers/embedded-data.js';

const start = embeddedData('start') ?? ((await (await fetch('/start.json')).json()) as Start);
const hash = location.hash.slice(1);
const read = hash === '' ? { whatIf: start.whatIf } : readAddress(hash);
const problem = 'problem' in read ? read.problem : null;
const whatIf = 'problem' in read ? start.whatIf : read.whatIf;

render(<App start={start} whatIf={whatIf} problem={problem} />, document.getElementById('page')!);

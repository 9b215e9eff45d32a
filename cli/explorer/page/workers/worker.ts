import { embeddedReader } from '../../what-if/embedded-files.js';
import { followBackground } from './follow-background.js';
import { followEngine } from './follow-engine.js';
import type { WorkerRole } from './messages.js';
import { createServedReader } from './served-reader.js';
import { beginWorker } from './worker-scope.js';

/** Begins the part of the work that the worker's name says. */
beginWorker<WorkerRole>((role, files) => {
  const read = files === null ? createServedReader() : embeddedReader(files);
  if (role === 'engine') followEngine(read);
  else followBackground(read);
});

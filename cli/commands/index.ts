import type { Command } from '../command.js';
import { backtest } from './backtest.js';
import { calibrate } from './calibrate.js';
import { check } from './check.js';
import { compare } from './compare.js';
import { completion } from './completion.js';
import { diff } from './diff.js';
import { explore } from './explore.js';
import { indicators } from './indicators.js';
import { merge } from './merge.js';
import { montecarlo } from './montecarlo.js';
import { multipliers } from './multipliers.js';
import { newCase } from './new.js';
import { optimise } from './optimise.js';
import { plan } from './plan.js';
import { policies } from './policies.js';
import { reconstruct } from './reconstruct.js';
import { run } from './run.js';
import { schema } from './schema.js';
import { sensitivity } from './sensitivity.js';
import { tour } from './tour.js';
import { validate } from './validate.js';

/** The commands, in the order of the help. A new one is one file and one line here. */
export const COMMANDS: readonly Command[] = [
  tour,
  run,
  compare,
  montecarlo,
  sensitivity,
  merge,
  optimise,
  plan,
  check,
  diff,
  explore,
  indicators,
  multipliers,
  newCase,
  reconstruct,
  calibrate,
  backtest,
  validate,
  policies,
  schema,
  completion,
];

import type { Command } from '../command.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { indicators } from './indicators.js';
import { plan } from './plan.js';
import { policies } from './policies.js';
import { schema } from './schema.js';

/** The commands, in the order of the help. A new one is one file and one line here. */
export const COMMANDS: readonly Command[] = [check, indicators, plan, policies, schema, completion];

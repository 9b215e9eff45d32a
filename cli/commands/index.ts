import type { Command } from '../command.js';
import { completion } from './completion.js';
import { policies } from './policies.js';

/** The commands, in the order of the help. A new one is one file and one line here. */
export const COMMANDS: readonly Command[] = [policies, completion];

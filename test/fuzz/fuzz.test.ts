import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits } from './mutations.js';
import { mutated, readMutated, TARGETS } from './readers.js';

/** Files tried: a few in the suite, more by `npm run test:system` and many by `npm run fuzz`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);
/** Seed of the files; given by `FUZZ_SEED`, else another each time only for the long run. */
const SEED = Number(process.env.FUZZ_SEED ?? (RUNS > 2000 ? Date.now() : 1));
/** Seconds of work after which a file counts as one that hangs. */
const HANG = 2;

describe('A file that was damaged or made to do harm', () => {
  it(
    'is read, or its mistakes are named with their places; nothing else is thrown, and nothing takes long',
    async () => {
      const found = { inputs: 0, thrown: new Map<string, string>(), slow: [] as string[], worst: 0 };
      const each = fc.tuple(fc.nat(TARGETS.length - 1), edits);
      for (const [t, changes] of fc.sample(each, { numRuns: RUNS, seed: SEED })) {
        const target = TARGETS[t]!;
        const text = mutated(target, changes);
        const before = process.cpuUsage();
        const error = await readMutated(target, text);
        const { user, system } = process.cpuUsage(before);
        const seconds = (user + system) / 1e6;
        found.inputs += 1;
        found.worst = Math.max(found.worst, seconds);
        const name = `${target.file} ${JSON.stringify(changes)}`;
        if (seconds > HANG) found.slow.push(`${name}: ${seconds.toFixed(1)} s`);
        if (error !== null) {
          const what = error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1] ?? ''}` : String(error);
          if (!found.thrown.has(what)) found.thrown.set(what, name);
        }
      }
      if (process.env.FUZZ_RUNS !== undefined) {
        const { inputs, thrown, slow, worst } = found;
        console.info(
          `${inputs} files tried (seed ${SEED}): ${thrown.size} kinds of uncaught errors, ${slow.length} over ${HANG} s, the slowest ${worst.toFixed(2)} s`,
        );
      }
      expect({ thrown: [...found.thrown], slow: found.slow }).toEqual({ thrown: [], slow: [] });
    },
    Math.max(60_000, RUNS * 100),
  );
});

import fc from 'fast-check';

/** The same cases in every run, so that a failure is one of the change and not of the day; FAST_CHECK_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20111230) });

/** True in `npm run test:system`, which runs the long tests of files that `npm test` runs, too. */
export const WHOLE = process.env.TANDEM_TESTS === 'whole';

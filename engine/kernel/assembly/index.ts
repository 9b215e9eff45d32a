// What the loader calls.
export * from './memory';
export { gather, spread } from './copies';
export { measureYear, projectFuture, projectReference, startCase } from './paths';
export { fillNormals, fillStudent, prepareRandom, seedRandom } from './random';

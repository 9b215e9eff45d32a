import fc from 'fast-check';

/** An output: mostly positive over ten orders of magnitude, sometimes nothing. */
export const outputArbitrary = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -4, max: 6, noNaN: true }).map((power) => 10 ** power) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** Outputs of one region by industry with something in them. */
export function structureArbitrary(industries: number): fc.Arbitrary<number[]> {
  return fc
    .array(outputArbitrary, { minLength: industries, maxLength: industries })
    .filter((outputs) => outputs.some((q) => q > 0));
}

/** Two regions of one classification. */
export const pairArbitrary = fc
  .integer({ min: 1, max: 12 })
  .chain((industries) => fc.tuple(structureArbitrary(industries), structureArbitrary(industries)));

/** Several regions of one classification. */
export const tableArbitrary = fc
  .integer({ min: 1, max: 8 })
  .chain((industries) => fc.array(structureArbitrary(industries), { minLength: 1, maxLength: 6 }));

export const scaleArbitrary = fc.double({ min: -6, max: 6, noNaN: true }).map((power) => 10 ** power);

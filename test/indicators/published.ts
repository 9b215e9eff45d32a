/** A table of five regions (rows, 100 each) and five industries. */
export const FIVE_BY_FIVE: readonly (readonly number[])[] = [
  [100, 0, 0, 0, 0],
  [0, 15, 5, 70, 10],
  [0, 20, 10, 20, 50],
  [0, 25, 30, 5, 40],
  [0, 40, 55, 5, 0],
];

/** Output by industry over all its regions. */
export const FIVE_BY_FIVE_TOTAL: readonly number[] = [100, 100, 100, 100, 100];

/** Three regions and their nation in two years: the shift-share example of Farhauer & Kröll 2013. */
export const FARHAUER_KROELL = {
  nation: { from: [400, 150, 150, 400], to: [440, 210, 135, 480] },
  regions: [
    { name: 'A', from: [90, 20, 10, 60], to: [100, 40, 10, 55], growth: 25, national: 27, mix: 1, regional: -3 },
    { name: 'B', from: [60, 30, 30, 40], to: [85, 55, 40, 35], growth: 55, national: 24, mix: -1, regional: 32 },
    {
      name: 'C',
      from: [250, 100, 110, 300],
      to: [255, 115, 85, 390],
      growth: 85,
      national: 114,
      mix: 0,
      regional: -29,
    },
  ],
} as const;

import { expect, test } from 'vitest';
import { bundledTable } from '../reconstruct/bundled.js';

// By hand: transport at 73.8 % of Changchun with a quotient of 2.274574 is 32.4 % of the province, and 2.30 % of that is 4.7 % of
// Jilin city where the city is 16 % of the province. With 73.8 % against 4.7 % in one of 39 industries no two structures have a cosine
// above .47: the most like ones put the rest of Changchun, and a fifth of Jilin city, into one other industry.
test('everything the paper prints cannot hold together: five figures contradict, with 73.8 % and the similarity of 2011 among them', () => {
  const { reconstruction, file } = bundledTable('everything');
  expect(file).toBeNull();
  expect(reconstruction.feasible).toBe(false);
  expect(reconstruction.contradiction).toEqual([
    "Jilin's part of all output, 2011",
    'similarity of Changchun and Jilin, 2011',
    "Jilin's part of transport equipment",
    "transport equipment in Changchun's output",
    'location quotient of Transport equipment in Changchun, 2011',
  ]);
  const worst = Math.max(...reconstruction.figures.map((figure) => Math.abs(figure.relative)));
  expect(worst).toBeGreaterThan(0.05);
});

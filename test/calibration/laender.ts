import type { Place } from './with-geography.js';

/**
 * The Länder: area in km², inhabitants in 10⁴ persons at the census of 2011, rounded, and the place of the capital, degrees north and east.
 * Inhabitants stand for the non-agricultural population, the ways between capitals for the network.
 */
export const LAENDER: readonly Place[] = [
  ['Baden-Wuerttemberg', 35751, 1049, 48.78, 9.18],
  ['Bayern', 70550, 1240, 48.14, 11.58],
  ['Berlin', 892, 329, 52.52, 13.4],
  ['Brandenburg', 29654, 246, 52.4, 13.06],
  ['Bremen', 419, 65, 53.08, 8.8],
  ['Freistaat Sachsen', 18449, 406, 51.05, 13.74],
  ['Hamburg', 755, 171, 53.55, 10],
  ['Hessen', 21115, 597, 50.08, 8.24],
  ['Mecklenburg-Vorpommern', 23213, 161, 53.63, 11.41],
  ['Niedersachsen', 47615, 778, 52.37, 9.73],
  ['Nordrhein-Westfalen', 34110, 1754, 51.23, 6.78],
  ['Rheinland-Pfalz', 19854, 399, 50, 8.27],
  ['Saarland', 2569, 100, 49.23, 6.99],
  ['Sachsen-Anhalt', 20452, 229, 52.13, 11.63],
  ['Schleswig-Holstein', 15802, 280, 54.32, 10.13],
  ['Thueringen', 16202, 219, 50.98, 11.03],
];

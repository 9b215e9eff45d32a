/** A place on the globe: degrees east, degrees north. */
export type Degrees = readonly [longitude: number, latitude: number];

/** Polygons, each an outer ring and the rings of its holes, as in GeoJSON; outer rings run clockwise as d3-geo has it, holes the other way. */
export type Area = readonly (readonly (readonly Degrees[])[])[];

/** Boundaries of a case's regions, simplified for drawing. */
export interface Boundaries {
  /** In the order of `Economy.regions`. */
  readonly regions: readonly Area[];
  /** Areas of the same file that are no regions of the case. */
  readonly others: readonly Area[];
  /** Words that the source asks to be printed beside a map; null where the case gives none. */
  readonly attribution: string | null;
}

/** A node of the network that is no region, with its coordinates where the case gives them. */
export interface Place {
  readonly name: string;
  readonly at: Degrees | null;
}

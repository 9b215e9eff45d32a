/** A number that is read when it is asked for: always the same in a single run, in a study that of the draw under way. */
export type Scalar = () => number;

/** A number for each year of a plan, likewise: in one array that the next draw overwrites. */
export type Series = Float64Array;

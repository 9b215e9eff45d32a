/**
 * Numbers closer than this part of themselves count as equal where an indicator compares against a threshold: a cell that grows
 * exactly as its industry, or has exactly its reference's structure, must not change stage on the last digit of a division.
 */
export const SAME = 1e-12;

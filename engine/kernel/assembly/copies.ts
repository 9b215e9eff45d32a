// Rows without padding, as everyone else has them, into rows with it and back.
import { bytes } from './lanes';

/** Copies rows of `count` numbers to rows that are `stride` long. */
export function spread(from: usize, to: usize, rows: i32, count: i32, stride: i32): void {
  for (let row = 0; row < rows; row++) memory.copy(to + bytes(stride) * row, from + bytes(count) * row, bytes(count));
}

/** Copies rows that are `stride` long to rows of `count` numbers. */
export function gather(from: usize, to: usize, rows: i32, count: i32, stride: i32): void {
  for (let row = 0; row < rows; row++) memory.copy(to + bytes(count) * row, from + bytes(stride) * row, bytes(count));
}

import type { KernelMemory } from './memory.js';

/** Rows of an array in the kernel: so many numbers each, at so many places. */
export interface RowShape {
  readonly count: number;
  /** At least `count`: what is more pads the row. */
  readonly stride: number;
}

/** Writes rows without padding into an array of the kernel. Padding is as the array was made with: 0, or the number given here. */
export function writeRows(memory: KernelMemory, name: string, values: Float64Array, shape: RowShape, padding = 0) {
  const { count, stride } = shape;
  const rows = values.length / count;
  const target = memory.array(name, rows * stride, padding);
  if (count === stride) {
    target.set(values);
    return;
  }
  memory.array(packed(name), values.length).set(values);
  // The array itself may have moved nowhere, but the memory may have grown.
  memory.kernel.spread(memory.address(packed(name)), memory.address(name), rows, count, stride);
}

/** Reads rows of an array of the kernel, without their padding, into an array as long as all of them. */
export function readRows(memory: KernelMemory, name: string, target: Float64Array, shape: RowShape): Float64Array {
  const { count, stride } = shape;
  const rows = target.length / count;
  if (count === stride) copy(target, memory.array(name, target.length));
  else {
    const stage = memory.array(packed(name), target.length);
    memory.kernel.gather(memory.address(name), memory.address(packed(name)), rows, count, stride);
    copy(target, stage);
  }
  return target;
}

/** The array in which the rows of another stand without padding on their way in or out. */
function packed(name: string): string {
  return `${name}, packed`;
}

function copy(target: Float64Array, source: Float64Array): void {
  target.set(source.length === target.length ? source : source.subarray(0, target.length));
}

/**
 * x², of whatever expression x is: the product, which is the same everywhere, whereas engines compute `x ** 2` each in their own way.
 *
 * @example
 * square(-1.5); // → 2.25
 */
export function square(x: number): number {
  return x * x;
}

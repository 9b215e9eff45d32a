/** Short names for what is done to two numbers at once, a vector of two f64 lanes: expressions can then be read. */

// @ts-ignore: decorators are AssemblyScript's
@inline
export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b);
}

/** The lanes of `a` where the mask has ones, those of `b` elsewhere. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function where(mask: v128, a: v128, b: v128): v128 {
  return v128.bitselect(a, b, mask);
}

/** `value` where the mask has ones, 0 elsewhere. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function only(mask: v128, value: v128): v128 {
  return v128.and(mask, value);
}

/** The same number in both lanes. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function both(value: f64): v128 {
  return f64x2.splat(value);
}

/** The sum of the lanes. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function total(value: v128): f64 {
  return f64x2.extract_lane(value, 0) + f64x2.extract_lane(value, 1);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
export function first(value: v128): f64 {
  return f64x2.extract_lane(value, 0);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
export function load(address: usize): v128 {
  return v128.load(address);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
export function store(address: usize, value: v128): void {
  v128.store(address, value);
}

/** Bytes of so many numbers. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function bytes(numbers: i32): usize {
  return (<usize>numbers) << 3;
}

/** The k-th number from an address on. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function at(address: usize, k: i32): f64 {
  return f64.load(address + bytes(k));
}

// @ts-ignore: decorators are AssemblyScript's
@inline
export function put(address: usize, k: i32, value: f64): void {
  f64.store(address + bytes(k), value);
}

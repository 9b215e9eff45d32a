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

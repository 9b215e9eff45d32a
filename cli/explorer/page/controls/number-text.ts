/**
 * A slider's value as one writes it, without the dust of binary fractions.
 *
 * @example
 * sliderText(0.30000000000000004, 0.01); // → '0.3'
 */
export function sliderText(value: number, step: number): string {
  return String(Number(value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))));
}

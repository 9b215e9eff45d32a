import { distributionCentre, support } from './distribution.js';
import { compileFormula, type Evaluate } from './formula.js';
import type { Quantity } from './quantity.js';
import type { TextMistake } from './text-mistake.js';

/** The value of `year` in the expression of a quantity: the scope itself. */
const YEAR_BINDINGS = { names: { year: (year: number) => year }, functions: {} };

/** The quantity as a function of the year, as a single run uses it; prepared for many years. */
function quantityFunction(quantity: Quantity): Evaluate<number> {
  switch (quantity.kind) {
    case 'constant': {
      const { value } = quantity;
      return () => value;
    }
    case 'distribution': {
      const value = distributionCentre(quantity);
      return () => value;
    }
    case 'expression':
      return compileFormula(quantity.formula, YEAR_BINDINGS);
  }
}

/**
 * The value that a single run uses in a year: of a distribution its central value, in every year the same.
 *
 * @example
 * quantityAt({ kind: 'constant', value: 0.25 }, 2012); // → 0.25
 */
export function quantityAt(quantity: Quantity, year: number): number {
  return quantityFunction(quantity)(year);
}

/**
 * The value that a single run uses where a number does not vary with the year. An expression needs the year to be given.
 *
 * @example
 * centralValue({ kind: 'distribution', family: 'pert', args: [0, 0.2, 1], text: 'pert(0, 0.2, 1)' }); // → 0.2
 */
export function centralValue(quantity: Quantity, year?: number): number {
  if (quantity.kind === 'expression' && year === undefined) throw new Error(`"${quantity.text}" depends on the year`);
  return quantityAt(quantity, year ?? Number.NaN);
}

/**
 * The mistake in a number where only values from `domain` make sense, or null. A constant, a distribution's central
 * value and bounds, and an expression in every one of the years must lie inside; the open end of a normal or lognormal
 * distribution may reach beyond, since what is drawn there is a matter of sampling.
 *
 * @example
 * domainMistake({ kind: 'constant', value: 1.5 }, [0, 1], []); // → { message: '1.5 is outside 0 … 1', hint: 'did you mean 1.5%?' }
 */
export function domainMistake(
  quantity: Quantity,
  domain: readonly [number, number],
  years: readonly number[],
): TextMistake | null {
  const [lo, hi] = domain;
  const inside = (value: number) => value >= lo && value <= hi;
  const range = `${lo} … ${hi === Infinity ? '' : hi}`.trim();
  switch (quantity.kind) {
    case 'constant': {
      const { value } = quantity;
      if (inside(value)) return null;
      const percent = value > hi && inside(value / 100) && hi <= 1 ? { hint: `did you mean ${value}%?` } : {};
      return { message: `${value} is outside ${range}`, ...percent };
    }
    case 'distribution': {
      const ends = [...support(quantity).filter(Number.isFinite), distributionCentre(quantity)];
      const wrong = ends.find((value) => !inside(value));
      return wrong === undefined ? null : { message: `${quantity.text} reaches ${wrong}, outside ${range}` };
    }
    case 'expression': {
      const at = quantityFunction(quantity);
      const year = years.find((candidate) => !inside(at(candidate)));
      return year === undefined ? null : { message: `${quantity.text} is ${at(year)} in ${year}, outside ${range}` };
    }
  }
}

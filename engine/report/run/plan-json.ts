import { pairsOfAllYears } from '../../projection/between.js';
import type { Plan } from '../../projection/plan.js';
import { nest, nestOrNull } from '../data/nested.js';

/** Every number the equation uses as one plain object: enough for anyone to recompute the projection. */
export function planJson(plan: Plan) {
  const years = plan.years.length;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = [regions, industries];
  const pairs = [regions, regions];
  const between = pairsOfAllYears(plan);
  return {
    years: plan.years,
    regions: plan.regions,
    industries: plan.industries,
    window: plan.window,
    tieExponent: plan.tieExponent,
    parameters: plan.parameters,
    history: {
      years: plan.history.years,
      output: plan.history.output.map((output) => nest(output, cells)),
      higherLevel: plan.history.higherLevel?.map((series) => nest(series, [industries])) ?? null,
    },
    higherLevel: nestOrNull(plan.higherLevel, [years, industries]),
    initial: {
      output: nest(plan.initial.output, cells),
      gdp: nestOrNull(plan.initial.gdp, [regions]),
      population: nestOrNull(plan.initial.population, [regions]),
      internalDistance: nestOrNull(plan.initial.internalDistance, [regions]),
      differential: nest(plan.initial.differential, cells),
    },
    trend: nest(plan.trend, [years, industries]),
    reference: {
      distance: nestOrNull(plan.reference.distance, pairs),
      barrier: nestOrNull(plan.reference.barrier, pairs),
    },
    inputOutput:
      plan.inputOutput === null
        ? null
        : {
            supply: nest(plan.inputOutput.supply, [industries, industries]),
            demand: nest(plan.inputOutput.demand, [industries, industries]),
            coefficients: nest(plan.inputOutput.coefficients, [industries, industries]),
            soldToIndustry: nest(plan.inputOutput.soldToIndustry, [industries]),
          },
    push: nest(plan.levers.push, [years, ...cells]),
    spill: nest(plan.levers.spill, [years, ...cells]),
    distance: nestOrNull(between?.distance ?? null, [years, ...pairs]),
    barrier: nestOrNull(between?.barrier ?? null, [years, ...pairs]),
    land: nest(plan.levers.land, [years, regions]),
    shock: nestOrNull(plan.levers.shock, [years, ...cells]),
    accounts: Object.fromEntries(
      plan.accounts.map(({ name, perOutput }) => [name, nest(perOutput, [years, ...cells])]),
    ),
    cost: nest(plan.cost, [years]),
  };
}

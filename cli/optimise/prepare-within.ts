import type { FutureSource } from '../../engine/compare/future.js';
import { type PreparedSearch, prepareSearch, type SearchRequest } from '../../engine/optimise/prepare.js';
import { formatNumber } from '../../engine/report/text/number-format.js';
import { usageError } from '../errors.js';

/**
 * Prepares a search that can find something.
 *
 * @throws a usage error where nothing may vary, or where the budget is below what any plan costs
 */
export function prepareWithin(source: FutureSource, request: SearchRequest): PreparedSearch {
  const prepared = prepareSearch(source, request);
  if (prepared.variables.length === 0) {
    throw usageError(
      `${source.scenario.file}: its choices leave nothing to vary`,
      'choices: { NAME: { intensity: 0:1 } }',
    );
  }
  const { budget } = request.constraints;
  if (prepared.cheapest > budget * (1 + 1e-9)) {
    const { currency } = source.economy;
    throw usageError(
      `--budget ${formatNumber(budget)}: the cheapest plan that does anything costs ${formatNumber(prepared.cheapest)} (${currency})`,
      'Give more, or let the choices go lower.',
    );
  }
  return prepared;
}

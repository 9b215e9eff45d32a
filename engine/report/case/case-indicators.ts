import type { Economy, RegionFacts } from '../../economy/economy.js';
import { linkLengths } from '../../economy/network.js';
import { shortestPaths } from '../../economy/shortest-paths.js';
import { agglomerationFactorRatio } from '../../indicators/agglomeration-factor-ratio.js';
import { type AgglomerationStatus, agglomerationIndex } from '../../indicators/agglomeration-index.js';
import { averageGrowth, type Growth } from '../../indicators/average-growth.js';
import { type CoreConcentration, coreConcentration } from '../../indicators/core-concentration.js';
import { economicTie, type TieEnd } from '../../indicators/economic-tie.js';
import { fingerKreinin } from '../../indicators/finger-kreinin.js';
import { krugman } from '../../indicators/krugman.js';
import { type LocationQuotientStatus, locationQuotient } from '../../indicators/location-quotient.js';
import { shiftShareEstebanMarquillas } from '../../indicators/shift-share-esteban-marquillas.js';
import { similarity } from '../../indicators/similarity.js';
import { type Stage, stage } from '../../indicators/stage.js';
import { theil } from '../../indicators/theil.js';
import { observedCells } from '../../kernel/observed-cells.js';
import { columnSums, rowsOf } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';
import { type HourCircle, hourCircles } from './hour-circles.js';

/** Indicators of one industry in one region. */
export interface CellIndicators {
  readonly output: number;
  /** A part of the region's output; null in a region without output. */
  readonly share: number | null;
  readonly locationQuotient: number | null;
  readonly locationQuotientStatus: LocationQuotientStatus;
  /** Average growth a year over the window; null where it is undefined. */
  readonly growth: number | null;
  readonly agglomerationIndex: number | null;
  readonly agglomerationStatus: AgglomerationStatus;
  /** (1 + growth) over (1 + the reference's growth). */
  readonly factorRatio: number | null;
  readonly stage: Stage | null;
}

/** Indicators of two regions. */
export interface PairIndicators {
  readonly similarity: number | null;
  readonly krugman: number | null;
  readonly fingerKreinin: number | null;
  /** Distance in the case's unit; null where the case has no links. */
  readonly distance: number | null;
  /** Null where the case has no regions or links table. */
  readonly tie: number | null;
}

/** A region's growth over the window and its parts, in the case's currency: they sum to `growth`. */
export interface GrowthParts {
  readonly growth: number;
  readonly national: number;
  readonly mix: number;
  readonly competitive: number;
  readonly allocation: number;
}

/** Every indicator of a case's data in one observed year. */
export interface CaseIndicators {
  readonly economy: Economy;
  readonly year: number;
  /** Year from which growth is measured, `economy.window` years earlier; null where no data reach back so far. */
  readonly from: number | null;
  /** Regions × industries. */
  readonly cells: readonly (readonly CellIndicators[])[];
  /** Average growth a year of each industry in the higher-level region; null where it is undefined. */
  readonly referenceGrowth: readonly (number | null)[];
  /** Regions × regions; null on the diagonal. */
  readonly pairs: readonly (readonly (PairIndicators | null)[])[];
  readonly core: readonly (CoreConcentration | null)[];
  readonly growth: readonly (GrowthParts | null)[];
  readonly theil: number | null;
  /** The half-hour and the hour circle of each region; empty where no link states its minutes. */
  readonly circles: readonly HourCircle[];
}

/**
 * Computes every indicator of a case's data in one year. Growth looks back over the case's window, and between two observed years at
 * constant growth, as in a projection.
 *
 * @param year an observed year; a RangeError for any other
 */
export function caseIndicators(economy: Economy, year: number): CaseIndicators {
  const index = economy.years.indexOf(year);
  if (index < 0) throw new RangeError(`${year} is not an observed year`);
  const count = economy.industries.length;
  const history = { years: economy.years, output: economy.outputs, higherLevel: economy.higherLevel };
  const past = observedCells(history, year - economy.window);
  const now = rowsOf(economy.outputs[index]!, count);
  const before = past === null ? null : rowsOf(past.output, count);
  const reference = economy.higherLevel?.[index] ?? columnSums(economy.outputs[index]!, count);
  const referenceBefore = past === null ? null : (past.higherLevel ?? columnSums(past.output, count));
  const referenceGrowth = referenceBefore === null ? null : growths(referenceBefore, reference, economy.window);
  return {
    economy,
    year,
    from: past === null ? null : year - economy.window,
    cells: now.map((output, r) => {
      const growth = before === null ? null : growths(before[r]!, output, economy.window);
      return measureCells(output, reference, growth, referenceGrowth);
    }),
    referenceGrowth: economy.industries.map((_, i) => numberOrNull(referenceGrowth?.[i])),
    pairs: measurePairs(economy, now),
    core: now.map((output) => coreConcentration(output)),
    growth: now.map((output, r) =>
      before === null || referenceBefore === null
        ? null
        : shiftShareEstebanMarquillas(before[r]!, output, referenceBefore, reference),
    ),
    theil: theil(now.map((output) => sum(output))),
    circles: hourCircles(economy, now),
  };
}

function measureCells(
  output: Float64Array,
  reference: Float64Array,
  growth: readonly Growth[] | null,
  referenceGrowth: readonly Growth[] | null,
): CellIndicators[] {
  const regionTotal = sum(output);
  const total = sum(reference);
  return Array.from(output, (q, i): CellIndicators => {
    const quotient = locationQuotient(q, regionTotal, reference[i]!, total);
    const cell = {
      output: q,
      share: regionTotal === 0 ? null : q / regionTotal,
      locationQuotient: quotient.value,
      locationQuotientStatus: quotient.status,
    };
    if (growth === null || referenceGrowth === null) {
      const unknown = { growth: null, agglomerationIndex: null, agglomerationStatus: 'no-history' } as const;
      return { ...cell, ...unknown, factorRatio: null, stage: null };
    }
    const own = growth[i]!;
    const common = referenceGrowth[i]!;
    const index = agglomerationIndex(own, common);
    return {
      ...cell,
      growth: numberOrNull(own),
      agglomerationIndex: index.value,
      agglomerationStatus: index.status,
      factorRatio: agglomerationFactorRatio(own, common),
      stage: stage(quotient.value, own, common),
    };
  });
}

function measurePairs(economy: Economy, outputs: readonly Float64Array[]): (PairIndicators | null)[][] {
  const { regions, network, facts } = economy;
  const distances =
    network === null ? null : shortestPaths(network, linkLengths(network, economy.distance), regions.length);
  const gdp = facts?.gdp.map((value, r) => value ?? economy.valueAddedShare * sum(outputs[r]!)) ?? null;
  return regions.map((_, r) =>
    regions.map((_, s): PairIndicators | null => {
      if (r === s) return null;
      const [a, b] = [outputs[r]!, outputs[s]!];
      const distance = distances?.[r * regions.length + s] ?? null;
      const tie =
        facts === null || gdp === null || distance === null
          ? null
          : economicTie(end(gdp, facts, r), end(gdp, facts, s), distance, economy.tieExponent);
      return {
        similarity: similarity(a, b),
        krugman: krugman(a, b),
        fingerKreinin: fingerKreinin(a, b),
        distance,
        tie,
      };
    }),
  );
}

function growths(from: Float64Array, to: Float64Array, years: number): Growth[] {
  return Array.from(to, (q, i) => averageGrowth(from[i]!, q, years));
}

function end(gdp: readonly number[], facts: RegionFacts, r: number): TieEnd {
  return { product: gdp[r]!, population: facts.population[r]! };
}

function numberOrNull(growth: Growth | undefined): number | null {
  return typeof growth === 'number' ? growth : null;
}

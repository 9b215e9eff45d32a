import { NOISE, PARAMETERS, TREND } from '../parameters/parameters.js';
import { numberFields } from '../policies/common.js';
import { policyKind } from '../policies/index.js';
import type { Scenario } from './scenario.js';

/** Values that make sense: what is drawn beyond is taken to the nearer end. */
export type Domain = readonly [number, number];

/** A rate of growth a year. */
const RATE: Domain = [-1, 1];
/** How far regions act together. */
const LEVEL: Domain = [0, 1];

/** The domain of every number of a scenario, by the paths of `numericPaths`. */
export function numberDomains(scenario: Scenario): Map<string, Domain> {
  const domains = new Map<string, Domain>([
    ['trend', RATE],
    ['coordination', LEVEL],
  ]);
  for (const [key, { domain }] of Object.entries(PARAMETERS)) domains.set(`parameters.${key}`, domain);
  for (const [key, { domain }] of Object.entries(TREND)) domains.set(`trend.${key}`, domain);
  for (const [key, { domain }] of Object.entries(NOISE)) domains.set(`noise.${key}`, domain);
  for (const industry of Object.keys(scenario.trend.industries)) domains.set(`trend.industries.${industry}`, RATE);
  for (const region of Object.keys(scenario.coordination.regions)) domains.set(`coordination.${region}`, LEVEL);
  for (const policy of scenario.policies) {
    const path = `policies.${policy.name}`;
    for (const [field, { domain }] of Object.entries(numberFields(policyKind(policy.kind)!))) {
      domains.set(`${path}.${field}`, domain);
    }
    domains.set(`${path}.coordination`, LEVEL);
    for (const region of Object.keys(policy.coordination?.regions ?? {})) {
      domains.set(`${path}.coordination.${region}`, LEVEL);
    }
  }
  return domains;
}

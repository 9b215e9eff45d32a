import type { Economy } from '../economy/economy.js';
import type { ParameterKey } from '../parameters/parameters.js';
import type { BaseYear, PolicyContext } from '../policies/kind.js';
import type { Scalar } from '../values/scalar.js';
import type { Coordination, CoordinationMagnitudes } from './coordination.js';
import type { PlanTemplate } from './plan-template.js';
import type { ReferencePlan } from './reference-plan.js';
import type { Resolver } from './resolve.js';

/** Everything that the policies of a scenario are compiled from. */
export interface PolicyInputs {
  readonly economy: Economy;
  readonly years: readonly number[];
  readonly resolver: Resolver;
  readonly template: PlanTemplate;
  /** Its numbers are those of the draw under way. */
  readonly reference: ReferencePlan;
  /** The base year with the links of the extended network. */
  readonly baseYear: BaseYear;
  readonly coordination: Coordination;
  readonly magnitudes: CoordinationMagnitudes;
  readonly parameter: (key: ParameterKey) => Scalar;
}

/** A policy while it is compiled: its context, and the coordination under which it acts. */
export interface ActingPolicy {
  readonly context: PolicyContext;
  /** The policy’s own, else the scenario’s. */
  readonly coordination: Coordination;
  /** 1 for each region of the policy, else 0: R. */
  readonly member: Uint8Array;
}

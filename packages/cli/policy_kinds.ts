import type { PolicyKind } from "./policy_kind.ts";
import { positionKinds } from "./policies/position_kinds.ts";
import {
  bernoulliKind,
  randomisedKind,
  randomKind,
  remaskingKind,
} from "./policies/random_kinds.ts";
import {
  confidenceFactorKind,
  confidenceThresholdKind,
  entropyBoundedKind,
  entropySumKind,
  topKinds,
} from "./policies/ranked_kinds.ts";

/** Every kind of policy, in the fixed order of help pages and messages. */
export const policyKinds: readonly PolicyKind[] = [
  randomKind,
  randomisedKind,
  bernoulliKind,
  ...topKinds,
  confidenceThresholdKind,
  confidenceFactorKind,
  entropyBoundedKind,
  entropySumKind,
  ...positionKinds,
  remaskingKind,
];

import type { PottsOptions } from "@unmask/potts";
import type { Question } from "../question.ts";

/** The information curve `f(0) .. f(L-1)` of a Potts chain, in nats. */
export const informationCurve: Question<PottsOptions, ArrayLike<number>> = {
  name: "information-curve",
  figures: (curve) => curve,
};

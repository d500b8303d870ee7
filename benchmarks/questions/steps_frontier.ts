import type { InformationCurve } from "@unmask/information";
import type { Question } from "../question.ts";

/** The least path errors in `1 .. L` steps of a curve, in nats. */
export const stepsFrontier: Question<InformationCurve, ArrayLike<number>> = {
  name: "steps-frontier",
  figures: (errors) => errors,
};

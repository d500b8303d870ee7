import type { InformationCurve } from "@unmask/information";
import type { PottsOptions } from "@unmask/potts";
import type { MaskSizes } from "@unmask/schedules";
import type { Question } from "../question.ts";

/** What an evaluation of the path error is given. */
export interface PathErrorTask {
  /** Exact curve. */
  readonly curve: InformationCurve;
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** The law that the curve belongs to, where it is to be enumerated. */
  readonly law?: PottsOptions;
}

/** The exact path error of a schedule, in nats. */
export const pathErrorOfSchedule: Question<PathErrorTask, number> = {
  name: "path-error",
  figures: (error) => [error],
};

import { optimalSchedule } from "@unmask/convergence";
import {
  estimateCurve,
  logStreams,
  LossLogBuilder,
  planOnEstimate,
  splitsFor,
} from "@unmask/estimation";
import type { Engine } from "../../engine.ts";
import { lossPlan, type LossPlanAnswer, type LossPlanTask } from "../../questions/loss_plan.ts";

/** Running means, a penalised spline, and a price that the log's halves correct: `unmask plan`. */
export const engine: Engine<LossPlanTask, LossPlanAnswer> = {
  name: "smooth curve",
  kind: "fast",
  question: lossPlan,
  handles: () => true,
  prepare: (task) => () => {
    const { truth: { length }, revealed, losses, standardErrors, steps } = task;
    const builder = new LossLogBuilder({
      length,
      coordinate: "revealed",
      precision: "standard-error",
    });
    for (let row = 0; row < losses.length; row++) {
      builder.add({
        place: revealed[row]!,
        loss: losses[row]!,
        precision: standardErrors[row]!,
      });
    }
    const log = builder.log();
    const { sizes, price } = planOnEstimate(
      estimateCurve(log),
      (curve) => optimalSchedule(curve, { steps }).sizes,
      { streams: logStreams(log), splits: splitsFor(length) },
    );
    return {
      task,
      means: log.losses,
      variances: log.variances,
      sizes,
      price: price.mean,
      standardError: price.standardError,
    };
  },
};

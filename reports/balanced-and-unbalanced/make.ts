import { scheduleFamily } from "@unmask/schedules";
import type { ClaimMaker } from "../claim_maker.ts";
import { schedulesFigure } from "./figure.ts";
import { judgeSchedules } from "./judge.ts";
import { measuredText, SEED } from "./measure.ts";
import {
  families,
  MAIN,
  MAIN_WINDOWS,
  other,
  OTHER_WINDOWS,
  OTHERS,
  type Result,
  steps,
} from "./result.ts";

/** What balanced and unbalanced schedules cost with the same trained model. */
export const balancedAndUnbalanced: ClaimMaker<Result> = {
  key: "balanced-and-unbalanced",
  seed: SEED,
  full: {
    inputs: [
      "measure.ts",
      "result.ts",
      "../nested_paths.ts",
      "../paired_curve.ts",
      "../trained_text.ts",
      ...[MAIN, ...OTHERS].map((name) => `../models/${name}/model.safetensors`),
    ],
  },
  columns: [
    { key: "corpus", label: "Text" },
    { key: "schedule", label: "Schedule" },
    { key: "steps", label: "Steps T" },
    { key: "windows", label: "Windows of each half" },
    { key: "nll", label: "NLL a letter", unit: "nats" },
    { key: "nllError", label: "Its standard error" },
    { key: "predictedNll", label: "Predicted", unit: "nats" },
    { key: "predictedNllError", label: "Its standard error" },
    { key: "excess", label: "Beyond one letter at a time", unit: "nats" },
    { key: "excessError", label: "Its standard error" },
    { key: "predictedExcess", label: "Predicted", unit: "nats" },
    { key: "predictedExcessError", label: "Its standard error" },
    { key: "overUniform", label: "Beyond uniform", unit: "nats" },
    { key: "overUniformError", label: "Its standard error" },
    { key: "predictedOverUniform", label: "Predicted", unit: "nats" },
    { key: "predictedOverUniformError", label: "Its standard error" },
  ],
  cells: [
    {
      label: `${MAIN}, every family`,
      results: () => measuredText({ corpus: MAIN, windows: MAIN_WINDOWS, families, steps }),
    },
    ...OTHERS.map((corpus) => ({
      label: corpus,
      results: () =>
        measuredText({
          corpus,
          windows: OTHER_WINDOWS,
          families: other.families.map(scheduleFamily),
          steps: other.steps,
        }),
    })),
  ],

  judge: judgeSchedules,
  figure: schedulesFigure,
};

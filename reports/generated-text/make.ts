import type { Cell, ClaimMaker } from "../claim_maker.ts";
import { generatedTextFigure } from "./figure.ts";
import { judgeGeneratedText } from "./judge.ts";
import { type Result, stepCounts } from "./result.ts";
import { controls, samples, SEED } from "./samples.ts";

/** What text reads like that was drawn in few iterations. */
export const generatedText: ClaimMaker<Result> = {
  key: "generated-text",
  seed: SEED,
  full: {
    inputs: [
      "../models/brown-news/model.safetensors",
      "../held_out_news.ts",
      "context_model.ts",
      "result.ts",
      "samples.ts",
    ],
  },
  columns: [
    { key: "part", label: "Text" },
    { key: "steps", label: "Iterations" },
    { key: "sequences", label: "Sequences" },
    { key: "loss", label: "Loss of a letter under the independent model", unit: "nats" },
    { key: "standardError", label: "Its standard error", unit: "nats" },
    { key: "letterEntropy", label: "Entropy of single letters", unit: "nats" },
    { key: "text", label: "Sample" },
    { key: "drawnIn", label: "Iteration of each letter" },
  ],
  cells: [
    { label: "held-out news", results: controls },
    ...stepCounts.map((steps): Cell<Result> => ({
      label: `${steps} iterations`,
      results: () => samples(steps),
    })),
  ],

  judge: judgeGeneratedText,
  figure: generatedTextFigure,
};

import { readRecords } from "../../benchmarks/read_records.ts";
import type { Cell, ClaimMaker } from "../claim_maker.ts";
import { stepsAndTimeFigure } from "./figure.ts";
import { judgeStepsAndTime } from "./judge.ts";
import { Losses, PARTS, SEED } from "./losses.ts";
import type { Result } from "./result.ts";
import { recordedTimes } from "./times.ts";

const losses = new Losses();

/** What fewer steps cost in likelihood and save in time, beside an autoregressive model. */
export const stepsAndTime: ClaimMaker<Result> = {
  key: "steps-and-time",
  seed: SEED,
  full: {
    inputs: [
      "../models/brown-news/model.safetensors",
      "../models/brown-news-next/model.safetensors",
      "../held_out_news.ts",
      "losses.ts",
      "result.ts",
      "times.ts",
    ],
  },
  columns: [
    { key: "part", label: "Row" },
    { key: "model", label: "Model" },
    { key: "steps", label: "Evaluations, one after another" },
    { key: "positions", label: "Positions computed" },
    { key: "nll", label: "NLL of a letter", unit: "nats" },
    { key: "standardError", label: "Its standard error", unit: "nats" },
    { key: "excess", label: "Above the autoregressive", unit: "nats" },
    { key: "excessStandardError", label: "Its standard error", unit: "nats" },
    { key: "batch", label: "Sequences together" },
    { key: "milliseconds", label: "Time of a sequence", unit: "ms", digits: 3 },
    { key: "fastest", label: "Fastest round", unit: "ms", digits: 3 },
    { key: "slowest", label: "Slowest round", unit: "ms", digits: 3 },
    { key: "record", label: "Measured on" },
  ],
  cells: [
    ...Array.from({ length: PARTS }, (_, n): Cell<Result> => ({
      label: `held-out windows, part ${n + 1} of ${PARTS}`,
      results: () => losses.evaluatePart(),
    })),
    { label: "autoregressive model", results: () => losses.rows() },
    { label: "recorded times", results: async () => recordedTimes(await readRecords()) },
  ],

  judge: judgeStepsAndTime,
  figure: stepsAndTimeFigure,
};

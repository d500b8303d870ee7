import type { ClaimMaker } from "../claim_maker.ts";
import { dependenceFigure } from "./figure.ts";
import { judgeDependence } from "./judge.ts";
import { SEED, trainedRows, urnRows } from "./measure.ts";
import { corpora, type Result, twins } from "./result.ts";

/** Whether the sampling error is linear in how much the letters of a text depend on each other. */
export const dependence: ClaimMaker<Result> = {
  key: "dependence",
  seed: SEED,
  full: {
    inputs: [
      "measure.ts",
      "result.ts",
      "letter_urn.ts",
      "../nested_paths.ts",
      "../paired_curve.ts",
      "../trained_text.ts",
      ...[...corpora, ...twins.map((corpus) => `${corpus}-words`)]
        .map((name) => `../models/${name}/model.safetensors`),
    ],
  },
  columns: [
    { key: "part", label: "Row" },
    { key: "corpus", label: "Text" },
    { key: "order", label: "Its order" },
    { key: "length", label: "L" },
    { key: "apart", label: "Distance" },
    { key: "windows", label: "Windows" },
    { key: "revealed", label: "Letters revealed" },
    { key: "loss", label: "Loss of a letter", unit: "nats" },
    { key: "lossError", label: "Its standard error" },
    { key: "total", label: "Total correlation", unit: "nats" },
    { key: "totalError", label: "Its standard error" },
    { key: "mutual", label: "Total mutual information", unit: "nats" },
    { key: "mutualError", label: "Its standard error" },
    { key: "uniform", label: "Error of balanced sizes", unit: "nats" },
    { key: "uniformError", label: "Its standard error" },
    { key: "overTotal", label: "Beyond its share of TC", unit: "nats" },
    { key: "overTotalError", label: "Its standard error" },
    { key: "overMutual", label: "Beyond its share of MI", unit: "nats" },
    { key: "overMutualError", label: "Its standard error" },
    { key: "saved", label: "Saved by a plan", unit: "nats" },
    { key: "savedError", label: "Its standard error" },
  ],
  cells: [
    ...corpora.map((corpus) => ({ label: corpus, results: () => trainedRows(corpus, false) })),
    ...twins.map((corpus) => ({
      label: `${corpus}, words shuffled`,
      results: () => trainedRows(corpus, true),
    })),
    ...corpora.map((corpus) => ({
      label: `${corpus}, letters shuffled`,
      results: () => urnRows(corpus),
    })),
  ],

  judge: judgeDependence,
  figure: dependenceFigure,
};

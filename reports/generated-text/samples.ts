import { brownFiction, readCorpus } from "@unmask/corpora";
import { randomPositions, unmaskBatchAwaited, type UnmaskedSequence } from "@unmask/diffusion";
import { entropy, estimateMean, pmfFromWeights } from "@unmask/information";
import { letters, textOf } from "@unmask/language";
import { drawPermutation, streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { openDevice, TrainedPredictor } from "@unmask/training";
import { heldOutNews } from "../held_out_news.ts";
import { readModelNamed } from "../models.ts";
import { ContextModel } from "./context_model.ts";
import { LENGTH, type Result } from "./result.ts";

/** Seed of the samples. */
export const SEED = 20261201;

/** Sequences that are judged together, and how many share an evaluation. */
const SEQUENCES = 160;
const BATCH = 32;

/** Samples of each number of steps that are shown. */
const SHOWN = 2;

/** Letters before each one that the independent model looks at, and how much it trusts fewer. */
const ORDER = 4;
const STRENGTH = 8;

let opened: Promise<TrainedPredictor> | undefined;
let fitted: Promise<ContextModel> | undefined;

/**
 * Samples of the mask predictor of news in a number of balanced iterations at random positions.
 *
 * @param steps Iterations
 * @returns How they are judged, and the first of them
 */
export async function samples(steps: number): Promise<Result[]> {
  const predictor = await (opened ??= open());
  const policy = randomPositions(uniform.sizes({ length: LENGTH, steps }));
  const streams = streamFamily({ seed: SEED, cell: `steps=${steps}`, purpose: "samples" });
  const drawn: UnmaskedSequence[] = [];
  for (let from = 0; from < SEQUENCES; from += BATCH) {
    drawn.push(...await unmaskBatchAwaited(predictor, { policy, streams, from, count: BATCH }));
  }
  const judge = await independentModel();
  return [
    await judged("samples", steps, drawn.map(({ tokens }) => tokens)),
    ...drawn.slice(0, SHOWN).map(({ tokens, drawnIn }): Result => ({
      part: "one sample",
      steps,
      sequences: 1,
      loss: judge.loss(tokens),
      standardError: null,
      letterEntropy: null,
      text: letters.decode(tokens),
      drawnIn: drawnIn.join(" "),
    })),
  ];
}

/**
 * Held-out news, and each window of it with its letters in a random order: what is left where the
 * frequencies of letters are right, and nothing else.
 *
 * @returns How they are judged
 */
export async function controls(): Promise<Result[]> {
  const windows = await heldOutNews({ length: LENGTH, count: SEQUENCES });
  const streams = streamFamily({ seed: SEED, cell: "held-out news", purpose: "shuffle" });
  const twins = windows.map((window, n) =>
    drawPermutation(LENGTH, streams.at(n)).map((place) => window[place]!)
  );
  return [
    await judged("held-out news", null, windows),
    await judged("shuffled letters", null, twins),
  ];
}

async function open(): Promise<TrainedPredictor> {
  await openDevice("wasm");
  return new TrainedPredictor(await readModelNamed("brown-news"));
}

/** A model of other text by other authors, of another kind than the one it judges. */
function independentModel(): Promise<ContextModel> {
  fitted ??= readCorpus(brownFiction).then(({ documents }) =>
    new ContextModel(letters.encode(textOf(documents)), {
      states: letters.size,
      order: ORDER,
      strength: STRENGTH,
    })
  );
  return fitted;
}

async function judged(
  part: Result["part"],
  steps: number | null,
  sequences: readonly Int32Array[],
): Promise<Result> {
  const judge = await independentModel();
  const losses = Float64Array.from(sequences, (tokens) => judge.loss(tokens));
  const { mean, standardError } = estimateMean(losses);
  const counts = new Float64Array(letters.size);
  for (const tokens of sequences) for (const token of tokens) counts[token]!++;
  return {
    part,
    steps,
    sequences: sequences.length,
    loss: mean,
    standardError,
    letterEntropy: entropy(pmfFromWeights(counts)),
    text: null,
    drawnIn: null,
  };
}

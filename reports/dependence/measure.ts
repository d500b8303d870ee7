import { readNamedCorpus } from "@unmask/corpora";
import { optimalSchedule } from "@unmask/convergence";
import { asIfExact } from "@unmask/estimation";
import { estimateMean } from "@unmask/information";
import { type CorpusDocument, letters, splitCorpus, Windows } from "@unmask/language";
import {
  curveAtEveryCount,
  fitModelCurve,
  type ModelCurve,
  type ScoredModel,
} from "@unmask/measurement";
import { drawPermutation, drawSubset, type StreamFamily, streamFamily } from "@unmask/random";
import { type MaskSizes, uniform } from "@unmask/schedules";
import { type NestedPaths, nestedPaths } from "../nested_paths.ts";
import { pairedCurve } from "../paired_curve.ts";
import { withTrainedText } from "../trained_text.ts";
import { fittedUrn, letterUrn } from "./letter_urn.ts";
import { LENGTH, orders, type Result, SHARE, STEPS, type Whole } from "./result.ts";

/** Seed of the windows, the orders and the splits. */
export const SEED = 20250521;

/** Windows of a text that a trained model is asked about. */
const WINDOWS = 40;

/** Windows of a text without order: its model is quick. */
const URN_WINDOWS = 400;

/** Revealed counts at which the table shows the curve. */
const SHOWN = [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 63];

const ones = uniform.sizes({ length: LENGTH, steps: LENGTH });
const oneShot = uniform.sizes({ length: LENGTH, steps: 1 });
const balanced = uniform.sizes({ length: LENGTH, steps: STEPS });

/** A text: a corpus, and what is left of its order. */
interface Text {
  readonly corpus: string;
  readonly order: string;
}

/**
 * A text that a model was trained on the training part of.
 *
 * @param corpus The corpus
 * @param words Whether its words are shuffled
 * @returns The rows of its test part
 */
export function trainedRows(corpus: string, words: boolean): Promise<Result[]> {
  const text = { corpus, order: orders[words ? 1 : 0] };
  return withTrainedText(words ? `${corpus}:words` : corpus, ({ model, windows }) => {
    const chosen = drawSubset(windows.length, WINDOWS, streamsOf(text, "windows").at(0));
    return rowsOf(text, { model, windows: Array.from(chosen, (n) => windows[n]!) });
  });
}

/**
 * A text whose letters are in random order within each document, under the urn fitted to it.
 *
 * @param corpus The corpus
 * @returns The rows of its test part
 */
export async function urnRows(corpus: string): Promise<Result[]> {
  const text = { corpus, order: orders[2] };
  const { train, validation, test } = splitCorpus(await readNamedCorpus(corpus));
  const counts = new Float64Array(letters.size).fill(1);
  for (const document of train) {
    for (const token of letters.encode(document.text)) counts[token]!++;
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  const urn = fittedUrn(
    counts.map((count) => count / sum),
    shuffledWindows(validation, streamsOf(text, "letters of the validation")),
  );
  const windows = shuffledWindows(test, streamsOf(text, "letters of the test"));
  return rowsOf(text, { model: letterUrn(urn), windows });
}

/** Windows of documents whose letters are put into random order, as many as are measured. */
function shuffledWindows(
  documents: readonly CorpusDocument[],
  streams: StreamFamily,
): Int32Array[] {
  const shuffled = documents.map(({ text }, n) => {
    const tokens = letters.encode(text);
    return Int32Array.from(drawPermutation(tokens.length, streams.at(n)), (i) => tokens[i]!);
  });
  const rows = new Windows(shuffled, { length: LENGTH })
    .random({ count: URN_WINDOWS, stream: streams.at(documents.length) });
  return Array.from(
    { length: URN_WINDOWS },
    (_, n) => rows.subarray(n * LENGTH, (n + 1) * LENGTH),
  );
}

async function rowsOf(
  text: Text,
  { model, windows }: { model: ScoredModel; windows: readonly Int32Array[] },
): Promise<Result[]> {
  const paths = await nestedPaths(model, {
    sequences: windows,
    streams: streamsOf(text, "orders"),
  });
  const fit = fitModelCurve(pairedCurve(paths));
  const common = { ...text, windows: windows.length };
  const shown = curveAtEveryCount(fit);
  return [
    { ...common, part: "text", revealed: null, ...wholeOf(paths) },
    ...SHOWN.map((revealed): Result => ({
      ...common,
      part: "curve",
      revealed,
      loss: shown[revealed]!.mean,
      lossError: shown[revealed]!.standardError,
      ...noWhole,
    })),
  ];
}

const noWhole = {
  total: null,
  totalError: null,
  mutual: null,
  mutualError: null,
  uniform: null,
  uniformError: null,
  residual: null,
  residualError: null,
  saved: null,
  savedError: null,
} as const;

function wholeOf(paths: NestedPaths): Whole {
  const curve = pairedCurve(paths);
  const nll = costs(curve, ones);
  const totals = costs(curve, oneShot).map((cost, n) => cost - nll[n]!);
  const errors = costs(curve, balanced).map((cost, n) => cost - nll[n]!);
  const loss = estimateMean(nll.map((cost) => cost / LENGTH));
  const total = estimateMean(totals);
  const mutual = estimateMean(falls(curve).map((fall) => LENGTH * fall));
  const error = estimateMean(errors);
  const residual = estimateMean(errors.map((own, n) => own - SHARE * totals[n]!));
  const saved = estimateMean(savings(paths));
  return {
    loss: loss.mean,
    lossError: loss.standardError,
    total: total.mean,
    totalError: total.standardError,
    mutual: mutual.mean,
    mutualError: mutual.standardError,
    uniform: error.mean,
    uniformError: error.standardError,
    residual: residual.mean,
    residualError: residual.standardError,
    saved: saved.mean,
    savedError: saved.standardError,
  };
}

/**
 * What plans cost less than balanced sizes, each window under the plan of the half that it is not in: the
 * curve of the windows that chose a plan flatters it.
 */
function savings({ length, sequences, losses }: NestedPaths): Float64Array {
  const middle = sequences >> 1;
  const half = (from: number, to: number): ModelCurve =>
    pairedCurve({
      length,
      sequences: to - from,
      losses: losses.subarray(from * length * length, to * length * length),
    });
  const halves = [half(0, middle), half(middle, sequences)];
  return Float64Array.from(halves.flatMap((own, which) => {
    const { estimate } = fitModelCurve(halves[1 - which]!);
    const plan = optimalSchedule(asIfExact(estimate.curve), { steps: STEPS }).sizes;
    const planned = costs(own, plan);
    return Array.from(costs(own, balanced), (cost, n) => cost - planned[n]!);
  }));
}

/** What a schedule costs by the curve of each window. */
function costs({ sequences, bySequence }: ModelCurve, sizes: MaskSizes): Float64Array {
  return Float64Array.from({ length: sequences }, (_, n) => {
    let revealed = 0;
    let cost = 0;
    for (const size of sizes) {
      cost += size * bySequence[n * LENGTH + revealed]!;
      revealed += size;
    }
    return cost;
  });
}

/** What the curve of each window falls by in all. */
function falls({ sequences, bySequence }: ModelCurve): Float64Array {
  return Float64Array.from(
    { length: sequences },
    (_, n) => bySequence[n * LENGTH]! - bySequence[(n + 1) * LENGTH - 1]!,
  );
}

function streamsOf({ corpus, order }: Text, purpose: string): StreamFamily {
  return streamFamily({ seed: SEED, cell: `dependence:${corpus},${order}`, purpose });
}

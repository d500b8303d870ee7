import { readNamedCorpus } from "@unmask/corpora";
import { optimalSchedule } from "@unmask/convergence";
import { asIfExact } from "@unmask/estimation";
import { estimateMean } from "@unmask/information";
import { type CorpusDocument, letters, splitCorpus, Windows } from "@unmask/language";
import { fitModelCurve, type ModelCurve, type ScoredModel } from "@unmask/measurement";
import { drawPermutation, drawSubset, type StreamFamily, streamFamily } from "@unmask/random";
import { type MaskSizes, uniform } from "@unmask/schedules";
import { type NestedPaths, nestedPaths } from "../nested_paths.ts";
import { pairedCurve } from "../paired_curve.ts";
import { withTrainedText } from "../trained_text.ts";
import { fittedUrn, letterUrn } from "./letter_urn.ts";
import { APART, FEW, LENGTH, orders, type Result, shareOf, SIZE, type Whole } from "./result.ts";

/** Seed of the windows, the orders and the splits. */
export const SEED = 20250521;

/** Windows of a text that a trained model is asked about. */
const WINDOWS = 40;

/** Windows of a text without order: its model is quick. */
const URN_WINDOWS = 200;

/** Places at which the table shows a curve, beside its end. */
const SHOWN = 16;

/** A text: a corpus, and what is left of its order. */
interface Text {
  readonly corpus: string;
  readonly order: string;
}

/** Letters of it: how many, and how far apart. */
interface Letters extends Text {
  readonly length: number;
  readonly apart: number;
}

/**
 * A text that a model was trained on the training part of; as it is written, also some of its letters.
 *
 * @param corpus The corpus
 * @param words Whether its words are shuffled
 * @returns The rows of its test part
 */
export function trainedRows(corpus: string, words: boolean): Promise<Result[]> {
  const text = { corpus, order: orders[words ? 1 : 0] };
  return withTrainedText(words ? `${corpus}:words` : corpus, async ({ model, windows }) => {
    const chosen = drawSubset(windows.length, WINDOWS, streamsOf(text, "windows").at(0));
    const measured = { model, windows: Array.from(chosen, (n) => windows[n]!) };
    const rows = await rowsOf({ ...text, length: LENGTH, apart: 1 }, measured);
    if (words) return rows;
    for (const apart of APART) {
      rows.push(...await rowsOf({ ...text, length: FEW, apart }, measured));
    }
    return rows;
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
  return await rowsOf({ ...text, length: LENGTH, apart: 1 }, { model: letterUrn(urn), windows });
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
  text: Letters,
  { model, windows }: { model: ScoredModel; windows: readonly Int32Array[] },
): Promise<Result[]> {
  const { length, apart } = text;
  const paths = await nestedPaths(model, {
    sequences: windows,
    streams: streamsOf(text, `orders of ${length} letters, ${apart} apart`),
    positions: Array.from({ length }, (_, i) => Math.floor(i * apart)),
  });
  const curve = pairedCurve(paths);
  const common = { ...text, windows: windows.length };
  const places = Array.from({ length: SHOWN }, (_, i) => i * length / SHOWN);
  return [
    { ...common, part: "text", revealed: null, ...wholeOf(paths) },
    ...new Set([...places, length - 1]).values().map((revealed): Result => ({
      ...common,
      part: "curve",
      revealed,
      loss: curve.losses[revealed]!,
      lossError: curve.standardErrors[revealed]!,
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
  overTotal: null,
  overTotalError: null,
  overMutual: null,
  overMutualError: null,
  saved: null,
  savedError: null,
} as const;

function wholeOf(paths: NestedPaths): Whole {
  const { length } = paths;
  const curve = pairedCurve(paths);
  const inSteps = (steps: number): Float64Array => costs(curve, uniform.sizes({ length, steps }));
  const nll = inSteps(length);
  const totals = inSteps(1).map((cost, n) => cost - nll[n]!);
  const errors = inSteps(length / SIZE).map((cost, n) => cost - nll[n]!);
  const mutuals = falls(curve).map((fall) => length * fall);
  const share = shareOf(length);
  const loss = estimateMean(nll.map((cost) => cost / length));
  const total = estimateMean(totals);
  const mutual = estimateMean(mutuals);
  const error = estimateMean(errors);
  const overTotal = estimateMean(errors.map((own, n) => own - share * totals[n]!));
  const overMutual = estimateMean(errors.map((own, n) => own - share / 2 * mutuals[n]!));
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
    overTotal: overTotal.mean,
    overTotalError: overTotal.standardError,
    overMutual: overMutual.mean,
    overMutualError: overMutual.standardError,
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
    const steps = length / SIZE;
    const planned = costs(own, optimalSchedule(asIfExact(estimate.curve), { steps }).sizes);
    return Array.from(
      costs(own, uniform.sizes({ length, steps })),
      (cost, n) => cost - planned[n]!,
    );
  }));
}

/** What a schedule costs by the curve of each window. */
function costs({ length, sequences, bySequence }: ModelCurve, sizes: MaskSizes): Float64Array {
  return Float64Array.from({ length: sequences }, (_, n) => {
    let revealed = 0;
    let cost = 0;
    for (const size of sizes) {
      cost += size * bySequence[n * length + revealed]!;
      revealed += size;
    }
    return cost;
  });
}

/** What the curve of each window falls by in all. */
function falls({ length, sequences, bySequence }: ModelCurve): Float64Array {
  return Float64Array.from(
    { length: sequences },
    (_, n) => bySequence[n * length]! - bySequence[(n + 1) * length - 1]!,
  );
}

function streamsOf({ corpus, order }: Text, purpose: string): StreamFamily {
  return streamFamily({ seed: SEED, cell: `dependence:${corpus},${order}`, purpose });
}

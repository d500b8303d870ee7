import type { StreamFamily } from "@unmask/random";
import { askInBatches, type AskingOptions, type ScoreTask } from "./ask_in_batches.ts";
import { checkSequences } from "./check_sequences.ts";
import { checkCounts, chosenCounts } from "./chosen_counts.ts";
import { drawOrder } from "./draw_order.ts";
import { type ModelCurve, modelCurve } from "./model_curve.ts";
import { onlyGiven, type RevealPattern, revealPattern } from "./reveal_pattern.ts";
import type { ScoredModel } from "./scored_model.ts";

/** Counts that are measured where nothing else is said; all of them up to as many positions. */
export const DEFAULT_COUNTS = 64;

/** What a model's curve is measured on, and how. */
export interface CurveDesign extends AskingOptions {
  /** Rows of held-out text, `length` tokens each. */
  readonly sequences: readonly Int32Array[];
  /** Streams of the orders: sequence `n` uses streams `n draws` and the `draws - 1` after it. */
  readonly streams: StreamFamily;
  /** Orders drawn for each sequence; 1 by default. */
  readonly draws?: number;
  /** What is always revealed; nothing by default. */
  readonly pattern?: RevealPattern;
  /** Revealed counts to measure at; {@linkcode chosenCounts} by default. */
  readonly counts?: Int32Array;
}

/**
 * A model's curve on held-out text, with standard errors by sequence.
 *
 * For each sequence one order of the positions to unmask is drawn, and its first `k` are revealed for
 * every count `k` that is measured: states are nested, so that a sequence that is hard is hard at all
 * counts, and differences between counts, which are what schedules differ by, vary little. At each
 * state all masked positions are asked for and their mean loss is taken. Unbiased at each count; exact
 * in no other sense. `sequences * draws * counts` model evaluations.
 *
 * @param model The model
 * @param design `sequences`, `streams`, and choices
 * @returns The curve
 * @throws {RangeError} On fewer than 2 sequences, those of another space, counts that do not ascend,
 *   or a token of the text that the model excludes
 */
export async function estimateModelCurve(
  model: ScoredModel,
  design: CurveDesign,
): Promise<ModelCurve> {
  const { sequences, draws = 1, pattern = revealPattern(model.length) } = design;
  checkSequences(sequences, { space: model, pattern, draws });
  const length = pattern.unmasked.length;
  const counts = design.counts ?? chosenCounts(length, { most: DEFAULT_COUNTS });
  checkCounts(counts, length);
  const bySequence = new Float64Array(sequences.length * counts.length);
  const tasks = curveTasks({ ...design, draws, pattern, counts }, bySequence);
  await askInBatches(model, tasks, design);
  return modelCurve(bySequence, { length, counts, draws });
}

/**
 * Model evaluations that a curve takes.
 *
 * @param design How many sequences, counts and draws
 * @returns Their product
 */
export function curveEvaluations(
  design: { sequences: number; counts: number; draws: number },
): number {
  return design.sequences * design.counts * design.draws;
}

function* curveTasks(
  design: Required<Pick<CurveDesign, "sequences" | "streams" | "draws" | "pattern" | "counts">>,
  bySequence: Float64Array,
): Generator<ScoreTask> {
  const { sequences, streams, draws, pattern, counts } = design;
  for (let n = 0; n < sequences.length; n++) {
    const tokens = sequences[n]!;
    for (let draw = 0; draw < draws; draw++) {
      const order = drawOrder(pattern, streams.at(n * draws + draw));
      for (let j = 0; j < counts.length; j++) {
        const state = onlyGiven(tokens, pattern);
        for (const position of order.subarray(0, counts[j]!)) state[position] = tokens[position]!;
        const positions = order.slice(counts[j]!);
        yield {
          state,
          positions,
          tokens: positions.map((position) => tokens[position]!),
          take: (losses) => {
            const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
            bySequence[n * counts.length + j]! += mean / draws;
          },
        };
      }
    }
  }
}

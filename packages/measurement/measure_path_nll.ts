import { type Estimate, estimateMean } from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { askInBatches, type AskingOptions, type ScoreTask } from "./ask_in_batches.ts";
import { checkSequences } from "./check_sequences.ts";
import { drawOrder } from "./draw_order.ts";
import { onlyGiven, type RevealPattern, revealPattern } from "./reveal_pattern.ts";
import type { ScoredModel } from "./scored_model.ts";

/** A schedule's NLL as it was measured. */
export interface MeasuredNll {
  /** Its sizes, in order of unmasking. */
  readonly sizes: MaskSizes;
  /** Mean over the sequences, in nats a sequence. */
  readonly nll: Estimate;
  /** The mean over the draws of each sequence: sequences and orders are shared by all schedules. */
  readonly bySequence: Float64Array;
}

/** What is measured, and on what. */
export interface PathDesign extends AskingOptions {
  /** Rows of held-out text; disjoint from those of a curve that is held against the result. */
  readonly sequences: readonly Int32Array[];
  /** Sizes of each schedule, which sum to the positions to unmask. */
  readonly schedules: readonly (readonly number[])[];
  /** Streams of the orders: sequence `n` uses streams `n draws` and the `draws - 1` after it. */
  readonly streams: StreamFamily;
  /** Orders drawn for each sequence; 1 by default. */
  readonly draws?: number;
  /** What is always revealed; nothing by default. */
  readonly pattern?: RevealPattern;
}

/**
 * The negative log-likelihood of held-out text along the paths of schedules.
 *
 *     NLL(sizes) = E sum_t sum_{i in D_t} -ln phat_i(x_i | x_{D_<t}),   D_1 .. D_T drawn with these sizes
 *                = H(X) + path error + training error
 *
 * Unbiased, with standard errors by sequence. No curve is used: only tokens of the step at hand are
 * asked for. For real text `H(X)` is unknown, so differences between schedules tell, the value does
 * not. All schedules see the same sequences and orders, so their differences vary little.
 * `sequences * draws * sum of steps` model evaluations.
 *
 * @param model The model
 * @param design `sequences`, `schedules`, `streams`, and choices
 * @returns The NLL of each schedule
 * @throws {RangeError} On fewer than 2 sequences, those of another space, sizes that do not sum to the
 *   positions to unmask, or a token of the text that the model excludes
 */
export async function measurePathNll(
  model: ScoredModel,
  design: PathDesign,
): Promise<MeasuredNll[]> {
  const { sequences, streams, draws = 1, pattern = revealPattern(model.length) } = design;
  checkSequences(sequences, { space: model, pattern, draws });
  const schedules = design.schedules.map((sizes) =>
    maskSizes(sizes, { length: pattern.unmasked.length })
  );
  const sums = schedules.map(() => new Float64Array(sequences.length));
  const tasks = function* (): Generator<ScoreTask> {
    for (let n = 0; n < sequences.length; n++) {
      for (let draw = 0; draw < draws; draw++) {
        const order = drawOrder(pattern, streams.at(n * draws + draw));
        for (let s = 0; s < schedules.length; s++) {
          const add = (loss: number): void => {
            sums[s]![n]! += loss / draws;
          };
          yield* pathTasks(sequences[n]!, { sizes: schedules[s]!, order, pattern }, add);
        }
      }
    }
  };
  await askInBatches(model, tasks(), design);
  return schedules.map((sizes, s) => ({
    sizes,
    nll: estimateMean(sums[s]!),
    bySequence: sums[s]!,
  }));
}

/**
 * What one schedule has more than another, each sequence compared with itself.
 *
 * @param more One schedule
 * @param less Another, measured together with it
 * @returns The difference in nats a sequence
 */
export function measuredDifference(more: MeasuredNll, less: MeasuredNll): Estimate {
  return estimateMean(more.bySequence.map((nll, n) => nll - less.bySequence[n]!));
}

function* pathTasks(
  tokens: Int32Array,
  path: { sizes: MaskSizes; order: Int32Array; pattern: RevealPattern },
  add: (loss: number) => void,
): Generator<ScoreTask> {
  const { sizes, order, pattern } = path;
  let revealed = 0;
  for (const size of sizes) {
    const state = onlyGiven(tokens, pattern);
    for (const position of order.subarray(0, revealed)) state[position] = tokens[position]!;
    const positions = order.slice(revealed, revealed += size);
    yield {
      state,
      positions,
      tokens: positions.map((position) => tokens[position]!),
      take: (losses) => add(losses.reduce((sum, loss) => sum + loss, 0)),
    };
  }
}

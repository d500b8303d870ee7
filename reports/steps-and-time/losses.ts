import { estimateMean, MASK } from "@unmask/information";
import { drawPermutation, streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { NextTokenPredictor, openDevice, TrainedPredictor } from "@unmask/training";
import { heldOutNews } from "../held_out_news.ts";
import { readModelNamed } from "../models.ts";
import { LENGTH, type ModelName, models, NO_TIME, type Result, stepCounts } from "./result.ts";

/** Seed of the orders in which windows are revealed. */
export const SEED = 20261130;

/** Windows of held-out text, and how many are evaluated between two moves of the progress bar. */
export const WINDOWS = 320;
const PART = 32;

/**
 * The losses of both models on the same windows, evaluated part by part.
 *
 * Each window is revealed in one random order, letter by letter, and all that is masked is predicted at
 * each of the `L` states. The NLL of every number of steps follows from these, since its states are
 * among them:
 *
 *     NLL(T) = sum_t sizes[t] * mean over masked i of -ln phat_i(x_i | N_t letters)
 */
export class Losses {
  /** For each window, the mean loss of a masked letter at each number of revealed ones. */
  readonly #masked: Float64Array[] = [];
  /** For each window, the mean loss of the autoregressive model. */
  #next: Float64Array = new Float64Array(0);
  #opened: Promise<{ predictor: TrainedPredictor; windows: Int32Array[] }> | undefined;

  /**
   * Evaluates the next windows with the mask predictor.
   *
   * @returns Nothing yet
   */
  async evaluatePart(): Promise<Result[]> {
    const { predictor, windows } = await (this.#opened ??= this.#open());
    const streams = streamFamily({ seed: SEED, cell: "steps-and-time", purpose: "orders" });
    const from = this.#masked.length;
    for (let n = from; n < from + PART; n++) {
      const order = drawPermutation(LENGTH, streams.at(n));
      const requests = statesOf(windows[n]!, order);
      const logs = await predictor.logProbabilities(requests);
      let first = 0;
      this.#masked.push(Float64Array.from(requests, ({ positions }) => {
        const own = logs.subarray(first, first += positions.length);
        return -own.reduce((sum, log) => sum + log, 0) / positions.length;
      }));
    }
    return [];
  }

  /**
   * Evaluates all windows with the autoregressive model.
   *
   * @returns Losses of both
   */
  async rows(): Promise<Result[]> {
    const { windows } = await this.#opened!;
    const predictor = new NextTokenPredictor(await readModelNamed("brown-news-next"));
    const logs = await predictor.logProbabilities(windows);
    predictor.dispose();
    this.#next = Float64Array.from(windows, (_, n) => {
      const own = logs.subarray(n * LENGTH, (n + 1) * LENGTH);
      return -own.reduce((sum, log) => sum + log, 0) / LENGTH;
    });
    return [
      ...stepCounts.map((steps) => this.#row(models.masked, steps, this.#pathLosses(steps))),
      this.#row(models.next, LENGTH, this.#next),
    ];
  }

  async #open(): Promise<{ predictor: TrainedPredictor; windows: Int32Array[] }> {
    await openDevice("wasm");
    return {
      predictor: new TrainedPredictor(await readModelNamed("brown-news")),
      windows: await heldOutNews({ length: LENGTH, count: WINDOWS }),
    };
  }

  /** The mean loss of a letter of each window along its path in a number of steps. */
  #pathLosses(steps: number): Float64Array {
    const sizes = uniform.sizes({ length: LENGTH, steps });
    return Float64Array.from(this.#masked, (losses) => {
      let revealed = 0;
      return sizes.reduce((sum, size) => {
        const loss = losses[revealed]!;
        revealed += size;
        return sum + size * loss;
      }, 0) / LENGTH;
    });
  }

  #row(model: ModelName, steps: number, losses: Float64Array): Result {
    const { mean, standardError } = estimateMean(losses);
    const excess = estimateMean(losses.map((loss, n) => loss - this.#next[n]!));
    return {
      part: "loss",
      model,
      steps,
      positions: model === models.next ? LENGTH : steps * LENGTH,
      nll: mean,
      standardError,
      excess: model === models.next ? null : excess.mean,
      excessStandardError: model === models.next ? null : excess.standardError,
      ...NO_TIME,
    };
  }
}

/** Number of parts that all windows make. */
export const PARTS: number = WINDOWS / PART;

/** The states of a window as it is revealed, and all that is masked in each. */
function statesOf(
  window: Int32Array,
  order: Int32Array,
): { state: Int32Array; positions: Int32Array; tokens: Int32Array }[] {
  return Array.from({ length: window.length }, (_, revealed) => {
    const state = new Int32Array(window.length).fill(MASK);
    for (const position of order.subarray(0, revealed)) state[position] = window[position]!;
    const positions = order.slice(revealed);
    return { state, positions, tokens: positions.map((i) => window[i]!) };
  });
}

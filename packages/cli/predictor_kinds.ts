import type { MaskPredictor } from "@unmask/diffusion";
import { BadInput } from "./bad_input.ts";
import type { SpecKind } from "./keyed_spec.ts";
import { finiteNumber, integer, nonNegativeNumber, type Notation } from "./notation.ts";
import type { SampledLaw } from "./source_kind.ts";

/** Most sequences of a law that is approximated by n-grams: a second's work. */
export const NGRAM_SEQUENCE_LIMIT = 2 ** 20;

/** A predictor that departs from the exact one by a known amount, as a value. */
export interface PredictorKind extends SpecKind {
  /** What it does, a few words for the help page. */
  readonly summary: string;
  /** How it changes the law that a decoder samples, a sentence; absent where it models a mistake. */
  readonly changesLaw?: string;
  /** The value of its key at which it is exact, and changes nothing. */
  readonly exactAt?: number;
  /**
   * Makes the predictor.
   *
   * @param law The law whose exact predictor it departs from
   * @param options The value of its one key, and the `seed` of what is random
   * @throws {BadInput} Where the law is too large for it, or the value does not suit the law
   */
  make(law: SampledLaw, options: { value: number; seed: number }): Promise<MaskPredictor>;
}

const share: Notation<number> = {
  rule: "a decimal number from 0 to 1",
  read: (text) => where(finiteNumber.read(text), (value) => value >= 0 && value <= 1),
};

/** Temperatures. */
export const temperature: Notation<number> = {
  rule:
    "a finite decimal number above 0 (0 is the most likely token alone, a law only without ties; 0.01 is close to it)",
  read: (text) => where(finiteNumber.read(text), (value) => value > 0),
};

/** Every kind of predictor, in the fixed order of help pages and messages. */
export const predictorKinds: readonly PredictorKind[] = [
  {
    name: "mixture",
    summary: "the uniform law a share of the time",
    keys: { share: { notation: share, help: "share of the uniform law, 0 to 1" } },
    async make(law, { value }): Promise<MaskPredictor> {
      const { exactPredictor, uniformMixture } = await import("@unmask/diffusion");
      return uniformMixture(exactPredictor(law), { share: value });
    },
  },
  {
    name: "tempered",
    summary: "probabilities to the power 1/temperature",
    changesLaw: "A temperature other than 1 changes the law that is sampled.",
    exactAt: 1,
    keys: { temperature: { notation: temperature, help: "above 0; 1 is exact" } },
    async make(law, { value }): Promise<MaskPredictor> {
      const { exactPredictor, tempered } = await import("@unmask/diffusion");
      return tempered(exactPredictor(law), { temperature: value });
    },
  },
  {
    name: "noisy",
    summary: "noise on the log-probabilities",
    keys: { scale: { notation: nonNegativeNumber, help: "standard deviation in nats" } },
    async make(law, { value, seed }): Promise<MaskPredictor> {
      const { exactPredictor, noisyLogits } = await import("@unmask/diffusion");
      return noisyLogits(exactPredictor(law), { scale: value, seed });
    },
  },
  {
    name: "ngram",
    summary: "a memory of the last few tokens",
    keys: { order: { notation: integer(0), help: "tokens remembered, below the length" } },
    async make(law, { value }): Promise<MaskPredictor> {
      const { length, vocabularySize } = law;
      if (!(value < length)) {
        throw new BadInput(
          `Cannot use predictor ngram: order must be from 0 to ${length - 1}, got ${value}`,
        );
      }
      if (!(vocabularySize ** length <= NGRAM_SEQUENCE_LIMIT)) {
        throw new BadInput(
          `Cannot use predictor ngram: states^length must be at most ${NGRAM_SEQUENCE_LIMIT}, got ${vocabularySize}^${length}`,
        );
      }
      const { ngramPredictor } = await import("@unmask/diffusion");
      return ngramPredictor(law, { order: value });
    },
  },
];

function where(value: number | undefined, rule: (value: number) => boolean): number | undefined {
  return value !== undefined && rule(value) ? value : undefined;
}

import type { TransformerConfig } from "./transformer_config.ts";
import type { TrainingOptions } from "./trainer.ts";

/** A network and a way to train it that are known to go together. */
export interface Preset {
  /** Its name on the command line. */
  readonly name: string;
  /** What it is for, a few words. */
  readonly summary: string;
  /** Shape of the network for a vocabulary. */
  readonly shape: Omit<TransformerConfig, "vocabularySize" | "causal">;
  /** How it is trained. */
  readonly training: Omit<TrainingOptions, "seed">;
}

/** 0.31 million parameters at 27 letters, minutes on two cores. */
export const tiny: Preset = {
  name: "tiny",
  summary: "0.3 M parameters, 64 tokens: minutes on two cores",
  shape: {
    length: 64,
    width: 96,
    window: 7,
    dilations: [1, 2, 4],
    attentionLayers: 1,
    heads: 2,
    expansion: 2,
  },
  training: { steps: 1600, batch: 32, peak: 3e-3, warmUp: 100 },
};

/** 1.7 million parameters at 27 letters, hours on two cores, minutes on an accelerator. */
export const small: Preset = {
  name: "small",
  summary: "1.7 M parameters, 128 tokens: hours on two cores",
  shape: {
    length: 128,
    width: 160,
    window: 7,
    dilations: [1, 2, 4],
    attentionLayers: 4,
    heads: 4,
    expansion: 4,
  },
  training: { steps: 8000, batch: 32, peak: 2e-3, warmUp: 400 },
};

/** All presets. */
export const presets: readonly Preset[] = [tiny, small];

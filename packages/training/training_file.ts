import {
  checkedTensors,
  checkFormat,
  namedTensors,
  readConfig,
  readFact,
  storedTensors,
} from "./checkpoint.ts";
import { ForeignFile, readSafetensors, writeSafetensors } from "./safetensors.ts";
import type { TrainingState } from "./trainer.ts";
import type { TransformerConfig } from "./transformer_config.ts";

/** The name of the file in a model's folder. */
export const TRAINING_FILE = "training.safetensors";

/** What the metadata call this format. */
const FORMAT = "unmask-training/1";

/** A run that can go on: its state, and the facts that it must go on with. */
export interface SavedRun {
  /** Shape of the network. */
  readonly config: TransformerConfig;
  /** What the run was started with, compared before it goes on. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Everything that its next step depends on. */
  readonly state: TrainingState;
}

const groups = ["parameters", "mean", "square", "average"] as const;

/**
 * The bytes of a run's file: everything that the next step depends on, in single precision, which is
 * what it computes in. 16 bytes a parameter.
 *
 * @param run The run
 * @returns Bytes in the format `safetensors`
 */
export async function writeRun(run: SavedRun): Promise<Uint8Array<ArrayBuffer>> {
  const { config, facts, state } = run;
  return await writeSafetensors({
    metadata: {
      format: FORMAT,
      config: JSON.stringify(config),
      facts: JSON.stringify(facts),
      step: JSON.stringify(state.step),
    },
    tensors: groups.flatMap((group) =>
      storedTensors(config, { tensors: state[group], type: "F32", prefix: `${group}/` })
    ),
  });
}

/**
 * Reads a run's file.
 *
 * @param bytes Its bytes
 * @returns The run
 * @throws {ForeignFile} On a file that is none of a run, of another version, cut short or damaged
 */
export async function readRun(bytes: Uint8Array): Promise<SavedRun> {
  const { metadata, tensors } = await readSafetensors(bytes);
  checkFormat(metadata, FORMAT);
  const config = readConfig(metadata["config"]);
  const [parameters, mean, square, average] = groups.map((group) => {
    const named = namedTensors(tensors, `${group}/`);
    checkedTensors(named, config);
    return named;
  });
  return {
    config,
    facts: readFact(metadata, "facts") as Record<string, unknown>,
    state: {
      step: readStep(metadata),
      parameters: parameters!,
      mean: mean!,
      square: square!,
      average: average!,
    },
  };
}

function readStep(metadata: Readonly<Record<string, string>>): number {
  const step = readFact(metadata, "step");
  if (typeof step === "number" && Number.isSafeInteger(step) && step >= 0) return step;
  throw new ForeignFile("a file whose step cannot be read");
}

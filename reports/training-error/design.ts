import type { AsyncMaskPredictor } from "@unmask/diffusion";
import { powersOfTwo } from "../powers_of_two.ts";
import type { Teacher } from "./teachers.ts";

/** Seed of every stream of the report. */
export const SEED = 20260801;

/** A trained model that was read from a file. */
export interface LoadedCheckpoint extends AsyncMaskPredictor {
  /** How many numbers its weights are. */
  readonly parameters: number;
  /** The law that it was trained on, as it says itself. */
  readonly teacher: string;
  /** Steps that it was trained for. */
  readonly steps: number;
  /** Gives its memory back. */
  dispose?(): void;
}

/** Reads a trained model. */
export type CheckpointLoader = (file: URL) => Promise<LoadedCheckpoint>;

/** What is trained, and how much of it is drawn. */
export interface Design {
  /** Tokens in a sequence, `L`, a power of two. */
  readonly length: number;
  /** The laws that models are trained on, each by its name; made when first asked for. */
  readonly teachers: Readonly<Record<string, () => Promise<Teacher>>>;
  /** The sizes of the models, the smallest first: the names of their folders. */
  readonly models: readonly string[];
  /** Steps of training at which each was kept, increasing: the last is the end of its run. */
  readonly trainings: readonly number[];
  /**
   * Sequences that a checkpoint's profile is drawn from, and how many share its counts of revealed
   * tokens: an odd number, so that all of them see the counts of every schedule of a power of two.
   */
  readonly profile: { readonly draws: number; readonly groups: number };
  /** States along which a path error is measured directly, for each number of steps. */
  readonly measuredStates: number;
}

/**
 * The steps of the schedules that are priced: every power of two.
 *
 * @param design The design
 * @returns 1, 2, 4, .., L
 */
export function pricedSteps({ length }: Pick<Design, "length">): number[] {
  return powersOfTwo(1, length);
}

/**
 * The steps that the claim is about.
 *
 * @param design The design
 * @returns `L/4`, `L/2` and `L`
 */
export function claimedSteps({ length }: Pick<Design, "length">): number[] {
  return [length / 4, length / 2, length];
}

/** One trained model of a design. */
export interface CheckpointName {
  readonly teacher: string;
  readonly model: string;
  readonly trained: number;
}

/**
 * Every checkpoint of a design, in the order of its cells.
 *
 * @param design The design
 * @returns Teachers, models and trainings
 */
export function checkpointsOf({ teachers, models, trainings }: Design): CheckpointName[] {
  return Object.keys(teachers).flatMap((teacher) =>
    models.flatMap((model) => trainings.map((trained) => ({ teacher, model, trained })))
  );
}

/**
 * The file of a checkpoint, relative to the claim's folder, as `unmask train --keep` names it.
 *
 * @param name The checkpoint
 * @param design The design
 * @returns For example `checkpoints/order-1-width-96/model-400.safetensors`
 */
export function fileOf(
  { teacher, model, trained }: CheckpointName,
  { trainings }: Pick<Design, "trainings">,
): string {
  const folder = `${teacher} ${model}`.replaceAll(" ", "-");
  const file = trained === trainings.at(-1) ? "model" : `model-${trained}`;
  return `checkpoints/${folder}/${file}.safetensors`;
}

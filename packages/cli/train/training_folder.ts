import type { Model, SavedRun } from "@unmask/training";
import { BadInput, shown } from "../bad_input.ts";
import { type Io, NO_SUCH_FILE } from "../io.ts";

/** Largest file of a model or a run that is read: a network at its greatest, in training. */
const FILE_LIMIT = 2 ** 31 - 1;

/** Names the run that is using a folder, as long as it does. */
const LOCK_FILE = "training.lock";

/** The folder of a model: its file, and the run that made it as long as it may go on. */
export class TrainingFolder {
  readonly #io: Io;
  readonly #path: string;
  #giveBack: () => void = () => {};

  /**
   * A folder that may not be there yet.
   *
   * @param path Path as the user wrote it
   * @param io Files
   */
  constructor(path: string, io: Io) {
    this.#io = io;
    this.#path = path.replace(/(?<=.)\/+$/, "");
  }

  /**
   * Makes the folder where it is not there, and keeps other runs out of it.
   *
   * @throws {BadInput} When it cannot be made, or another run is using it
   */
  open(): void {
    this.#attempt("write", this.#path, () => {
      this.#io.makeDirectory(this.#path);
      this.#giveBack = this.#io.lock(`${this.#path}/${LOCK_FILE}`);
    });
  }

  /** Lets other runs in. */
  close(): void {
    this.#giveBack();
  }

  /**
   * The run that was saved here.
   *
   * @returns The run, or undefined when there is none
   * @throws {BadInput} On a file that is none of a run
   */
  async run(): Promise<SavedRun | undefined> {
    const { ForeignFile, readRun, TRAINING_FILE } = await import("@unmask/training");
    const path = `${this.#path}/${TRAINING_FILE}`;
    let bytes: Uint8Array;
    try {
      bytes = this.#io.readFile(path, FILE_LIMIT);
    } catch (error) {
      const { message } = error as Error;
      if (message === NO_SUCH_FILE) return undefined;
      throw new BadInput(`Cannot read ${shown(path)}: ${message}`);
    }
    if (bytes.length > FILE_LIMIT) {
      throw new BadInput(`Cannot read ${shown(path)}: it must have at most ${FILE_LIMIT} bytes`);
    }
    try {
      return await readRun(bytes);
    } catch (error) {
      if (!(error instanceof ForeignFile)) throw error;
      throw new BadInput(
        `Cannot go on training: ${
          shown(path)
        } must be a run that was saved whole, got ${error.message}`,
      );
    }
  }

  /**
   * Saves a run: the file is replaced in one move.
   *
   * @param run The run
   * @throws {BadInput} When it cannot be written
   */
  async saveRun(run: SavedRun): Promise<void> {
    const { TRAINING_FILE, writeRun } = await import("@unmask/training");
    this.#write(TRAINING_FILE, await writeRun(run));
  }

  /**
   * Saves a model.
   *
   * @param model The model
   * @param name Name of its file, `model.safetensors` by default
   * @throws {BadInput} When it cannot be written
   */
  async saveModel(model: Model, name?: string): Promise<void> {
    const { MODEL_FILE, writeModel } = await import("@unmask/training");
    this.#write(name ?? MODEL_FILE, await writeModel(model));
  }

  #write(name: string, bytes: Uint8Array): void {
    const path = `${this.#path}/${name}`;
    this.#attempt("write", path, () => this.#io.writeFile(path, bytes));
  }

  #attempt(action: string, path: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      throw new BadInput(`Cannot ${action} ${shown(path)}: ${(error as Error).message}`);
    }
  }
}

import type { Model, SavedRun } from "@unmask/training";
import { BadInput, shown } from "../bad_input.ts";
import { type Io, NO_SUCH_FILE } from "../io.ts";

/** Largest file of a model or a run that is read: a network at its greatest, in training. */
const FILE_LIMIT = 2 ** 31 - 1;

/** The folder of a model: its file, and the run that made it as long as it may go on. */
export class TrainingFolder {
  readonly #io: Io;
  readonly #path: string;

  /**
   * A folder, made where it is not there.
   *
   * @param path Path as the user wrote it
   * @param io Files
   * @throws {BadInput} When it cannot be made
   */
  constructor(path: string, io: Io) {
    this.#io = io;
    this.#path = path.replace(/(?<=.)\/+$/, "");
    this.#attempt("write", path, () => io.makeDirectory(path));
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

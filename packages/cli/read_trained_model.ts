import { createHash } from "node:crypto";
import type { Model } from "@unmask/training";
import { BadInput, shown } from "./bad_input.ts";
import { type Io, NO_SUCH_FILE } from "./io.ts";

/** Largest file that is read: a network of the most parameters, of single precision. */
const FILE_LIMIT = 2 ** 29;

/** How files of models end, in folders that keep several. */
const FILE_END = ".safetensors";

/**
 * Reads a model that `train` wrote.
 *
 * @param path Its folder, or one of the files in it
 * @param io Where files are read
 * @returns The model, and the SHA-256 of its file
 * @throws {BadInput} On a file that cannot be read, or is none of a model, or on an unfinished run
 */
export async function readTrainedModel(
  path: string,
  io: Io,
): Promise<{ model: Model; sha256: string }> {
  const { ForeignFile, MODEL_FILE, readModel, TRAINING_FILE } = await import("@unmask/training");
  const folder = path.endsWith(FILE_END) ? undefined : path.replace(/(?<=.)\/+$/, "");
  const file = folder === undefined ? path : `${folder}/${MODEL_FILE}`;
  if (folder !== undefined && !isThere(file, io) && isThere(`${folder}/${TRAINING_FILE}`, io)) {
    throw new BadInput(
      `Cannot read a model in ${
        shown(folder)
      }: its training must be finished, got a run that was interrupted; unmask train --resume --out ${
        shown(folder)
      } goes on`,
    );
  }
  const bytes = bytesOf(file, io);
  try {
    return {
      model: await readModel(bytes),
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  } catch (error) {
    if (!(error instanceof ForeignFile)) throw error;
    throw new BadInput(
      `Cannot read ${
        shown(file)
      }: it must be a model that unmask train wrote, got ${error.message}`,
    );
  }
}

/** Whether there is such a file; what else is wrong with it is told when it is read. */
function isThere(file: string, io: Io): boolean {
  try {
    io.readFile(file, 0);
    return true;
  } catch (error) {
    return (error as Error).message !== NO_SUCH_FILE;
  }
}

function bytesOf(file: string, io: Io): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = io.readFile(file, FILE_LIMIT);
  } catch (error) {
    throw new BadInput(`Cannot read ${shown(file)}: ${(error as Error).message}`);
  }
  if (bytes.length <= FILE_LIMIT) return bytes;
  throw new BadInput(
    `Cannot read ${shown(file)}: it must have at most ${FILE_LIMIT} bytes, got more`,
  );
}

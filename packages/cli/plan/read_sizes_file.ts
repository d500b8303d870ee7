import {
  type MaskSizes,
  maskSizes,
  sizesFromLladaTransfer,
  sizesFromMdlmGrid,
} from "@unmask/schedules";
import { BadInput, shown } from "../bad_input.ts";
import type { Io } from "../io.ts";
import { readTextFile } from "../read_text_file.ts";
import { sizesFromCsv } from "./sizes_csv.ts";

/**
 * Reads a schedule in any of the formats that a plan can be handed over in.
 *
 * The contents tell which: an object with `sizes` is an answer of `plan --json`; an array of numbers
 * in [0, 1], not all of them integers, is MDLM's time grid; another array is a list of sizes, LLaDA's
 * for one; what is no JSON is CSV. `[1, 0]` is the grid of one step.
 *
 * @param path Path as the user wrote it
 * @param options `length`, tokens in a sequence; `inBlocks`, whether LLaDA's lists of several blocks
 *   may stand after one another
 * @param io Where files are read
 * @returns The sizes in order of unmasking, which sum to the length
 * @throws {BadInput} On a file that holds no schedule of that length
 */
export function readSizesFile(
  path: string,
  options: { length: number; inBlocks?: boolean },
  io: Io,
): MaskSizes {
  const { text } = readTextFile(path, io);
  try {
    return /^\s*[[{]/.test(text)
      ? sizesOfDocument(documentOf(text), options)
      : sizesFromCsv(text, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // What is wrong, but in this file.
    throw new BadInput(`Cannot read ${shown(path)}: ${error.message.replace(/^Cannot .*?: /, "")}`);
  }
}

function documentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("it must be JSON or CSV", shown(text.trim().slice(0, 40)));
  }
}

function sizesOfDocument(
  document: unknown,
  options: { length: number; inBlocks?: boolean },
): MaskSizes {
  if (!Array.isArray(document)) {
    const { sizes } = document as { sizes?: unknown };
    if (!Array.isArray(sizes)) {
      return refuse(
        "an answer must have its sizes in an array",
        sizes === undefined ? "none" : "no array",
      );
    }
    return maskSizes(numbersOf(sizes), options);
  }
  // A tensor of one sequence is a list of its one row; several rows are blocks, where there are any.
  const isTable = document.length > 0 && document.every((row) => Array.isArray(row));
  if (isTable && document.length > 1) {
    if (options.inBlocks !== true) {
      refuse("it must be the list of one sequence", `${document.length}`);
    }
    return sizesFromLladaTransfer(numbersOf((document as unknown[][]).flat()), options);
  }
  const values = numbersOf(isTable ? document[0] as unknown[] : document);
  return isGrid(values)
    ? sizesFromMdlmGrid(values, options)
    : sizesFromLladaTransfer(values, options);
}

function numbersOf(values: readonly unknown[]): readonly number[] {
  for (const [i, value] of values.entries()) {
    if (typeof value !== "number") {
      refuse("every entry must be a number", `${shown(JSON.stringify(value))} at [${i}]`);
    }
  }
  return values as readonly number[];
}

function isGrid(values: readonly number[]): boolean {
  return values.length > 1 && values.every((value) => value >= 0 && value <= 1) &&
    (values.some((value) => !Number.isInteger(value)) || values.join() === "1,0");
}

function refuse(rule: string, got: string): never {
  throw new RangeError(`Cannot read a schedule: ${rule}, got ${got}`);
}

import type { WeightedSizes } from "@unmask/diffusion";
import type { Io } from "../io.ts";
import { readJsonFile } from "../read_json_file.ts";

/** Weighted schedules as they stand in a file. */
export interface ReadMixture {
  /** Schedules with their weights. */
  readonly schedules: readonly WeightedSizes[];
  /** SHA-256 of the bytes of the file. */
  readonly sha256: string;
}

/**
 * Reads weighted schedules.
 *
 * @param path Path as the user wrote it
 * @param io Where files are read
 * @returns Schedules with their weights, as they stand, and the hash of the file
 * @throws {BadInput} On a file that holds none
 */
export async function readMixture(path: string, io: Io): Promise<ReadMixture> {
  const { array, minLength, number, object, pipe } = await import("valibot");
  const { contents, sha256 } = await readJsonFile(path, {
    schema: object({
      schedules: pipe(
        array(
          object({
            weight: number("a number"),
            sizes: array(number("a number"), "an array of numbers"),
          }, "an object with weight and sizes"),
          "an array of schedules",
        ),
        minLength(1, "an array of at least one schedule"),
      ),
    }, "an object with schedules"),
  }, io);
  return { schedules: contents.schedules, sha256 };
}

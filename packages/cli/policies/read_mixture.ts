import type { WeightedSizes } from "@unmask/diffusion";
import type { Io } from "../io.ts";
import { readJsonFile } from "../read_json_file.ts";

/**
 * Reads weighted schedules.
 *
 * @param path Path as the user wrote it
 * @param io Where files are read
 * @returns Schedules with their weights, as they stand
 * @throws {BadInput} On a file that holds none
 */
export async function readMixture(path: string, io: Io): Promise<readonly WeightedSizes[]> {
  const { array, minLength, number, object, pipe } = await import("valibot");
  const { contents } = await readJsonFile(path, {
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
  return contents.schedules;
}

import type { BaseIssue, BaseSchema } from "valibot";
import { BadInput, shown } from "./bad_input.ts";
import type { Io } from "./io.ts";
import { readTextFile } from "./read_text_file.ts";

/**
 * Reads a file of JSON of a given shape.
 *
 * @param path Path as the user wrote it
 * @param options `schema` of the contents; its messages end "must <rule>"
 * @param io Where files are read
 * @returns The contents, checked, and the SHA-256 of the bytes
 * @throws {BadInput} On a file that is no JSON of that shape, naming the key and the value
 */
export async function readJsonFile<T>(
  path: string,
  options: { schema: BaseSchema<unknown, T, BaseIssue<unknown>> },
  io: Io,
): Promise<{ contents: T; sha256: string }> {
  const { text, sha256 } = readTextFile(path, io);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new BadInput(
      `Cannot read ${shown(path)}: the file must be JSON, got ${shown(text.trim().slice(0, 40))}`,
    );
  }
  const { safeParse } = await import("valibot");
  const result = safeParse(options.schema, json, { abortEarly: true });
  if (result.success) return { contents: result.output, sha256 };
  const issue = result.issues[0];
  throw new BadInput(
    `Cannot read ${shown(path)}: ${placeOf(issue)} must be ${issue.message}, got ${
      valueText(issue)
    }`,
  );
}

/** Where the issue is, as one would write it in code: `transitions[1][0]`. */
function placeOf(issue: BaseIssue<unknown>): string {
  const place = (issue.path ?? [])
    .map(({ key }) => typeof key === "number" ? `[${key}]` : `.${String(key)}`)
    .join("");
  return place === "" ? "the document" : place.replace(/^\./, "");
}

function valueText({ input }: BaseIssue<unknown>): string {
  if (input === undefined) return "nothing";
  if (typeof input === "string") return JSON.stringify(input.slice(0, 80));
  if (Array.isArray(input)) return `an array of ${input.length}`;
  return typeof input === "object" && input !== null ? "an object" : String(input);
}

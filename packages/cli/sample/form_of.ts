import { BadInput } from "../bad_input.ts";
import type { Io } from "../io.ts";
import { jsonFormat } from "./json_format.ts";
import { textFormat } from "./line_formats.ts";
import type { SampleFormat } from "./sample_format.ts";
import { sampleFormats } from "./sample_formats.ts";

/** What was said about the form of the answer. */
export interface FormValues {
  /** Name of a format. */
  readonly format: string | undefined;
  /** One document. */
  readonly json: boolean;
  /** Drawn as it is unmasked. */
  readonly watch: boolean;
}

/**
 * The form of the answer, before anything is opened.
 *
 * @param values What was given
 * @param io Where it will go
 * @returns The format
 * @throws {BadInput} On options that ask for two forms, and on bytes for a terminal
 */
export function formOf({ format: name, json, watch }: FormValues, io: Io): SampleFormat {
  if (json && name !== undefined && name !== jsonFormat.name) {
    throw new BadInput(
      `Cannot run sample: --format must be json where --json is given, got ${name}`,
    );
  }
  if (watch && json) {
    throw new BadInput("Cannot run sample: --watch must stand without --json, got both");
  }
  if (watch && name !== undefined && name !== textFormat.name) {
    throw new BadInput(
      `Cannot run sample: --format must be text where --watch is given, got ${name}`,
    );
  }
  if (json) return jsonFormat;
  const format = sampleFormats.find((candidate) => candidate.name === name) ?? textFormat;
  if (format.isBinary === true && io.screen !== undefined) {
    throw new BadInput(
      `Cannot run sample: standard output must be a file or a pipe where --format is ${format.name}, as in > samples.npy, got a terminal`,
    );
  }
  return format;
}

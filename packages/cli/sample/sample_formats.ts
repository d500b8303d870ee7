import { jsonFormat } from "./json_format.ts";
import { jsonLinesFormat, textFormat } from "./line_formats.ts";
import { npyFormat } from "./npy_format.ts";
import type { SampleFormat } from "./sample_format.ts";

/** Every format, that of people first. */
export const sampleFormats: readonly SampleFormat[] = [
  textFormat,
  jsonFormat,
  jsonLinesFormat,
  npyFormat,
];

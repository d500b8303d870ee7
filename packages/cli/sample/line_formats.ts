import { escapeControls } from "../bad_input.ts";
import { type SampleBlock, sequencesOf } from "./sample_blocks.ts";
import type { SampleFormat } from "./sample_format.ts";
import type { Sampling } from "./sampling.ts";

/** Tokens, or the text where the source is one, for people. */
export const textFormat: SampleFormat = {
  name: "text",
  summary: "a sequence a line",
  pieces: (sampling, draw) =>
    lines(
      sampling,
      draw,
      (tokens) =>
        sampling.source.alphabet === undefined
          ? tokens.join(" ")
          : escapeControls(sampling.source.alphabet.decode(tokens)),
    ),
};

/** One JSON object a line, for programs that read a line at a time. */
export const jsonLinesFormat: SampleFormat = {
  name: "jsonl",
  summary: "a JSON object a line",
  pieces: (sampling, draw) =>
    lines(sampling, draw, (tokens, sample) =>
      JSON.stringify({
        sample,
        tokens: Array.from(tokens),
        ...(sampling.source.alphabet && { text: sampling.source.alphabet.decode(tokens) }),
      })),
};

async function* lines(
  { source: { length } }: Sampling,
  draw: () => AsyncIterable<SampleBlock>,
  line: (tokens: Int32Array, sample: number) => string,
): AsyncGenerator<string, void, void> {
  let sample = 0;
  for await (const block of draw()) {
    let text = "";
    for (const tokens of sequencesOf(block, length)) text += `${line(tokens, sample++)}\n`;
    yield text;
  }
}

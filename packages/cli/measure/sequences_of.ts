import type { SplitSequences } from "@unmask/measurement";
import { BadInput } from "../bad_input.ts";
import { countText, wholeText } from "../number_text.ts";

/**
 * The sequences of held-out documents, and two disjoint halves drawn from them.
 *
 * @param documents Tokens
 * @param options `length` of a sequence; `each`, most sequences of a half; `seed` of the draw;
 *   `hint`, why documents may be short
 * @returns The halves, and how many sequences were `found`
 * @throws {BadInput | RangeError} On text that is shorter than a sequence, or too short for two halves
 */
export async function sequencesOf(
  documents: readonly Int32Array[],
  options: { length: number; each: number; seed: number; hint?: string | undefined },
): Promise<SplitSequences & { found: number }> {
  const { length, each, seed, hint } = options;
  const { Windows } = await import("@unmask/language");
  const { splitSequences } = await import("@unmask/measurement");
  const { streamFamily } = await import("@unmask/random");
  if (!documents.some((tokens) => tokens.length >= length)) {
    const longest = documents.reduce((most, tokens) => Math.max(most, tokens.length), 0);
    throw new BadInput(
      `Cannot measure a model: held-out text must have a document of at least ${
        countText(length, "token")
      }, got ${wholeText(longest)} in the longest of ${documents.length}${
        hint === undefined ? "" : `; ${hint}`
      }`,
    );
  }
  const cut = new Windows(documents, { length }).consecutive();
  const rows = Array.from(
    { length: cut.length / length },
    (_, n) => cut.subarray(n * length, (n + 1) * length),
  );
  const stream = streamFamily({ seed, cell: "held-out text", purpose: "halves" }).at(0);
  return { ...splitSequences(rows, { each, stream }), found: rows.length };
}

import type { CorpusPart } from "@unmask/language";
import type { OpenedModel } from "./model_kind.ts";

/**
 * Warns where a model is measured on what it was trained on.
 *
 * @param trainedOn What the model was trained on, where it is known
 * @param text SHA-256 of the text's bytes or, of a corpus, its name; the `part`, all of it by default
 * @returns A sentence, or none
 */
export function seenNotes(
  trainedOn: OpenedModel["trainedOn"],
  text: { sha256?: string; corpus?: string; part: CorpusPart | undefined },
): string[] {
  const { corpus, sha256 } = trainedOn ?? {};
  const isSame = text.corpus === undefined
    ? sha256 !== undefined && text.sha256 === sha256
    : text.corpus === corpus;
  if (!isSame) return [];
  // A corpus has parts of its own, which those of the same bytes as a text are not.
  const isOther = text.corpus === undefined && corpus !== undefined;
  const isUnseen = text.part === "test" || text.part === "validation";
  if (isUnseen && !isOther) return [];
  const unseen = isOther ? `--corpus ${corpus} --split test` : "--split test";
  return [
    `Warning: the model was trained on this text, and its loss is lower here than on other text: do not take it for held-out text; ${unseen} has what it has not seen.`,
  ];
}

import { checkConditioning, type SequenceSpace } from "@unmask/information";
import type { ScoreRequest } from "./scored_model.ts";

/**
 * Checks that a model of a space can be asked some requests. O(requests L).
 *
 * @param requests States, positions and tokens
 * @param space Length and vocabulary of the model
 * @returns How many positions they ask for
 * @throws {RangeError} On a state of another length, a position that is not masked, or a token
 *   outside `0 .. vocabularySize - 1`
 */
export function checkScoreRequests(
  requests: readonly ScoreRequest[],
  space: SequenceSpace,
): number {
  let asked = 0;
  for (const { state, positions, tokens } of requests) {
    checkConditioning(state, positions, space);
    if (tokens.length !== positions.length) {
      throw new RangeError(
        `Cannot score tokens: there must be one for each of ${positions.length} positions, got ${tokens.length}`,
      );
    }
    for (const token of tokens) {
      if (!(token >= 0 && token < space.vocabularySize)) {
        throw new RangeError(
          `Cannot score tokens: each must be from 0 to ${space.vocabularySize - 1}, got ${token}`,
        );
      }
    }
    asked += positions.length;
  }
  return asked;
}

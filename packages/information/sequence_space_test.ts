import { deepStrictEqual, doesNotThrow, throws } from "node:assert/strict";
import {
  checkConditioning,
  checkSequence,
  checkSequenceSpace,
  sortedPositions,
} from "./sequence_space.ts";
import { MASK } from "./source.ts";

const space = { length: 3, vocabularySize: 2 };

Deno.test("checkSequenceSpace() takes positive integers up to its limits", () => {
  doesNotThrow(() => checkSequenceSpace({ length: 1, vocabularySize: 1 }, "test"));
  doesNotThrow(() => checkSequenceSpace({ length: 2 ** 22, vocabularySize: 2 ** 22 }, "test"));
});

Deno.test("checkSequenceSpace() refuses other shapes, saying which", () => {
  for (const value of [0, -1, 1.5, NaN, Infinity, 2 ** 22 + 1, "3" as unknown as number]) {
    throws(() => checkSequenceSpace({ length: value, vocabularySize: 2 }, "make copies"), {
      name: "RangeError",
      message: `Cannot make copies: length must be an integer from 1 to 4194304, got ${value}`,
    });
    throws(() => checkSequenceSpace({ length: 2, vocabularySize: value }, "make copies"), {
      name: "RangeError",
      message:
        `Cannot make copies: vocabulary size must be an integer from 1 to 4194304, got ${value}`,
    });
  }
});

Deno.test("checkSequence() takes whole sequences of the space, and no others", () => {
  doesNotThrow(() => checkSequence(Int32Array.of(0, 1, 1), space));
  const refusals: readonly [number[], string][] = [
    [[0, 1], "it must have 3 tokens, got 2"],
    [[0, 1, 0, 1], "it must have 3 tokens, got 4"],
    [[0, 2, 0], "tokens must be from 0 to 1, got 2 at position 1"],
    [[0, 0, MASK], "tokens must be from 0 to 1, got -1 at position 2"],
  ];
  for (const [tokens, rule] of refusals) {
    throws(() => checkSequence(Int32Array.from(tokens), space), {
      name: "RangeError",
      message: `Cannot use a sequence: ${rule}`,
    });
  }
});

Deno.test("checkConditioning() takes masked positions of a state, and no others", () => {
  doesNotThrow(() => checkConditioning(Int32Array.of(MASK, 1, MASK), Int32Array.of(2, 0), space));
  doesNotThrow(() => checkConditioning(Int32Array.of(0, 1, 0), new Int32Array(), space));
  const refusals: readonly [number[], number[], string][] = [
    [[MASK, 0], [0], "Cannot use a sequence: it must have 3 tokens, got 2"],
    [
      [MASK, 2, 0],
      [0],
      "Cannot use a sequence: tokens must be from -1 to 1, got 2 at position 1",
    ],
    [
      [MASK, -2, 0],
      [0],
      "Cannot use a sequence: tokens must be from -1 to 1, got -2 at position 1",
    ],
    [
      [MASK, 1, 0],
      [0, 1],
      "Cannot predict a token: its position must be masked, got position 1 that holds 1",
    ],
    [
      [MASK, 1, 0],
      [3],
      "Cannot predict a token: its position must be masked, got position 3 that holds undefined",
    ],
  ];
  for (const [state, positions, message] of refusals) {
    throws(
      () => checkConditioning(Int32Array.from(state), Int32Array.from(positions), space),
      { name: "RangeError", message },
    );
  }
});

Deno.test("sortedPositions() sorts by number, not by text", () => {
  deepStrictEqual([...sortedPositions([10, 9, 100, 1], 101)], [1, 9, 10, 100]);
  deepStrictEqual([...sortedPositions([], 1)], []);
});

Deno.test("sortedPositions() refuses positions that a sequence does not have, and repeated ones", () => {
  const refusals: readonly [number[], string][] = [
    [[0, 3], "each must be an integer from 0 to 2, got 3"],
    [[-1], "each must be an integer from 0 to 2, got -1"],
    [[0.5], "each must be an integer from 0 to 2, got 0.5"],
    [[NaN, 0], "each must be an integer from 0 to 2, got NaN"],
    [[2, 0, 2], "each must occur once, got 2 twice"],
  ];
  for (const [positions, rule] of refusals) {
    throws(() => sortedPositions(positions, 3), {
      name: "RangeError",
      message: `Cannot use positions: ${rule}`,
    });
  }
});

import { deepStrictEqual, doesNotThrow, throws } from "node:assert/strict";
import { copies, JointTable, MASK } from "@unmask/information";
import { assertClose, buildSource } from "@unmask/testing";
import { checkSameSpace, exactPredictor } from "./mask_predictor.ts";

Deno.test("exactPredictor() is the law's conditional where the state is possible", () => {
  const law = JointTable.fromWeights([1, 2, 3, 4], { length: 2, vocabularySize: 2 });
  const predictor = exactPredictor(law);
  const out = new Float64Array(2);
  predictor.predict(Int32Array.of(1, MASK), Int32Array.of(1), out);
  assertClose(out[0]!, 3 / 7, { relative: 1e-15 });
  assertClose(out[1]!, 4 / 7, { relative: 1e-15 });
});

Deno.test("exactPredictor() at an impossible state is the token's own law", () => {
  const weights = [0, 3, 1, 0, 0, 0, 0, 0]; // 001 three times as likely as 010; nothing else
  const table = JointTable.fromWeights(weights, { length: 3, vocabularySize: 2 });
  const out = new Float64Array(4);
  exactPredictor(table).predict(Int32Array.of(1, MASK, MASK), Int32Array.of(2, 1), out);
  deepStrictEqual([...out], [0.25, 0.75, 0.75, 0.25]);
  exactPredictor(copies({ length: 3, vocabularySize: 2 }))
    .predict(Int32Array.of(0, 1, MASK), Int32Array.of(2), out);
  deepStrictEqual([...out.subarray(0, 2)], [0.5, 0.5]);
});

Deno.test("exactPredictor() replaces the rows that are undefined, and no others", () => {
  const law = buildSource({
    kind: "markov-chain",
    length: 5,
    transitions: [[0.5, 0.5, 0], [0, 0, 1], [1, 0, 0]],
    initial: [1, 0, 0],
  });
  const out = new Float64Array(6);
  // 1 . 1 is impossible, 1 . after it must be 2. Alone, token 2 is 001, 012, 000, 120 ..:
  exactPredictor(law).predict(Int32Array.of(0, 1, MASK, 1, MASK), Int32Array.of(2, 4), out);
  // from 0 in two steps: 00 with 1/4, 01 with 1/4, 12 with 1/2.
  deepStrictEqual([...out], [0.25, 0.25, 0.5, 0, 0, 1]);
});

Deno.test("checkSameSpace() refuses a predictor of another length or vocabulary", () => {
  const law = { length: 3, vocabularySize: 2 };
  doesNotThrow(() => checkSameSpace({ ...law }, law));
  for (const other of [{ length: 4, vocabularySize: 2 }, { length: 3, vocabularySize: 3 }]) {
    throws(() => checkSameSpace(other, law), {
      name: "RangeError",
      message:
        `Cannot hold a predictor against a law: length and vocabulary must be 3 and 2, got ${other.length} and ${other.vocabularySize}`,
    });
  }
});

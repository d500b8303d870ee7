import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { type BatchMaskPredictor, exactPredictor, inTurn } from "@unmask/diffusion";
import { MASK } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { scoredBy } from "./scored_by.ts";
import type { ScoreRequest } from "./scored_model.ts";

const chain = pottsChain({ length: 3, states: 4, coupling: 1 });
const exact = inTurn(exactPredictor(chain));

function request(
  tokens: (number | null)[],
  asked: [position: number, token: number][],
): ScoreRequest {
  return {
    state: Int32Array.from(tokens, (token) => token ?? MASK),
    positions: Int32Array.from(asked, ([position]) => position),
    tokens: Int32Array.from(asked, ([, token]) => token),
  };
}

Deno.test("scoredBy() gives the logarithms of the asked entries, request after request", async () => {
  const scores = await scoredBy(exact).logProbabilities([
    request([null, null, null], [[2, 1]]),
    request([0, null, 0], [[1, 0]]),
    request([0, null, null], [[1, 3], [2, 3]]),
  ]);
  // p(b | a) is e/(e + 3) for b = a and 1/(e + 3) for others; two steps multiply.
  const [same, other] = [Math.E / (Math.E + 3), 1 / (Math.E + 3)];
  const expected = [
    1 / 4,
    same * same / (same * same + 3 * other * other),
    other,
    // By one of the two equal tokens, or by one of the two others.
    2 * same * other + 2 * other * other,
  ];
  expected.forEach((p, i) => ok(Math.abs(scores[i]! - Math.log(p)) < 1e-12));
});

Deno.test("scoredBy() cuts batches whose rows would take too much memory, and changes no answer", async () => {
  const vocabularySize = 16;
  const batches: number[] = [];
  const wide: BatchMaskPredictor = {
    length: 10,
    vocabularySize,
    predictBatch(requests, out): void {
      batches.push(requests.length);
      let row = 0;
      for (const { positions } of requests) {
        for (const position of positions) {
          out.fill(0, row * vocabularySize, (row + 1) * vocabularySize);
          out[row * vocabularySize + position] = 1;
          row++;
        }
      }
    },
  };
  const masked = new Array(10).fill(null);
  const scores = await scoredBy(wide, { cells: 8 * vocabularySize }).logProbabilities([
    request(masked, [[0, 0], [1, 1], [2, 2], [3, 9]]),
    request(masked, [[4, 4], [5, 5], [6, 6], [7, 7], [8, 8]]),
    request(masked, [[9, 1]]),
  ]);
  deepStrictEqual(batches, [1, 2]);
  deepStrictEqual([...scores], [0, 0, 0, -Infinity, 0, 0, 0, 0, 0, -Infinity]);
});

Deno.test("scoredBy() refuses rows that are no law, and questions that are none", async () => {
  for (const mass of [NaN, -1, 0.3]) {
    const wrong = scoredBy({ ...exact, predictBatch: (_, out) => void out.fill(mass) });
    await rejects(wrong.logProbabilities([request([null, 0, 0], [[0, 1]])]), {
      name: "RangeError",
      message: /^Cannot use a prediction: the row of position 0 must be non-negative and sum to 1/,
    });
  }
  const model = scoredBy(exact);
  const cases: [ScoreRequest, RegExp][] = [
    [request([null, 0, 0], [[1, 1]]), /its position must be masked, got position 1/],
    [request([null, 0, 0], [[0, 4]]), /each must be from 0 to 3, got 4/],
    [request([null, 0], [[0, 1]]), /it must have 3 tokens, got 2/],
    [
      { ...request([null, 0, 0], [[0, 1]]), tokens: new Int32Array() },
      /there must be one for each of 1 positions, got 0/,
    ],
  ];
  for (const [bad, message] of cases) {
    await rejects(model.logProbabilities([bad]), { name: "RangeError", message });
  }
  strictEqual((await model.logProbabilities([])).length, 0);
});

import { ok, strictEqual } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { ContextModel } from "./context_model.ts";

const abab = Int32Array.of(0, 1, 0, 1, 0);

Deno.test("a letter's probability is that of the formula, worked out by hand", () => {
  const model = new ContextModel(abab, { states: 3, order: 2, strength: 2 });
  // n() = 5, n(a) = 3: (3 + 2/3) / 7.
  const none = (3 + 2 / 3) / 7;
  strictEqual(model.probability([], 0), none);
  // b is followed by a twice.
  const one = (2 + 2 * none) / 4;
  strictEqual(model.probability([1], 0), one);
  // ab is followed by a twice; what stands before does not count.
  strictEqual(model.probability([0, 1], 0), (2 + 2 * one) / 4);
  strictEqual(model.probability([2, 0, 1], 0), (2 + 2 * one) / 4);
  // cb never occurs.
  strictEqual(model.probability([2, 1], 0), one);
});

Deno.test("the letters after any context have probabilities that sum to 1", () => {
  const stream = streamFamily({ seed: 3, cell: "context model", purpose: "text" }).at(0);
  const text = Int32Array.from({ length: 500 }, () => stream.nextUint32() % 4);
  const model = new ContextModel(text, { states: 4, order: 3, strength: 5 });
  for (const before of [[], [0], [1, 2], [3, 3, 3], [0, 1, 2, 3]]) {
    const sum = [0, 1, 2, 3].reduce((total, y) => total + model.probability(before, y), 0);
    // Four roundings of each of four numbers below 1.
    ok(Math.abs(sum - 1) < 1e-14);
  }
});

Deno.test("the loss of a text is the mean of its letters', and other text loses more", () => {
  const model = new ContextModel(abab, { states: 2, order: 1, strength: 1 });
  const first = model.probability([], 0);
  const next = model.probability([0], 1);
  strictEqual(model.loss(Int32Array.of(0, 1)), -(Math.log(first) + Math.log(next)) / 2);
  ok(model.loss(Int32Array.of(0, 0, 0, 0)) > 2 * model.loss(Int32Array.of(0, 1, 0, 1)));
});

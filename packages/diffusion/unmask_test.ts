import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { cellOfSequence, JointTable, MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { assertDrawnFrom, buildSource } from "@unmask/testing";
import { endpointLaw, outputLaw } from "./endpoint_law.ts";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import { fixedOrder } from "./policies/fixed_order.ts";
import { unmask, unmaskInOrder } from "./unmask.ts";
import { unmaskingSteps } from "./unmasking_steps.ts";

interface Call {
  readonly state: number[];
  readonly positions: number[];
}

/** A predictor that writes down what it is asked. */
function spy(predictor: MaskPredictor): { predictor: MaskPredictor; calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    predictor: {
      ...predictor,
      predict(state, positions, out): void {
        calls.push({ state: [...state], positions: [...positions] });
        predictor.predict(state, positions, out);
      },
    },
  };
}

const chain = buildSource({ kind: "potts-chain", length: 5, states: 3, coupling: 1.5 });

Deno.test("an iteration calls the predictor once, with the state before the iteration", () => {
  const { predictor, calls } = spy(exactPredictor(chain));
  const order = [Int32Array.of(4, 1), Int32Array.of(0), Int32Array.of(3, 2)];
  const stream = streamFamily({ seed: 121, cell: "spy", purpose: "tokens" }).at(0);
  const [a, b, c, d, e] = unmaskInOrder(predictor, { order, stream });
  deepStrictEqual(calls, [
    { state: [MASK, MASK, MASK, MASK, MASK], positions: [4, 1] },
    { state: [MASK, b, MASK, MASK, e], positions: [0] },
    { state: [a, b, MASK, MASK, e], positions: [3, 2] },
  ]);
  for (const token of [a, b, c, d, e]) ok(token! >= 0 && token! < 3);
});

Deno.test("unmask() reveals sizes[t] tokens in iteration t", () => {
  const { predictor, calls } = spy(exactPredictor(chain));
  const streams = streamFamily({ seed: 122, cell: "sizes", purpose: "tokens" });
  for (const sizes of [[5], [1, 3, 1], [2, 1, 2], [1, 1, 1, 1, 1]]) {
    calls.length = 0;
    unmask(predictor, { sizes, stream: streams.at(0) });
    deepStrictEqual(calls.map(({ positions }) => positions.length), sizes);
    let revealed = 0;
    calls.forEach(({ state }, t) => {
      strictEqual(state.filter((token) => token !== MASK).length, revealed);
      revealed += sizes[t]!;
    });
  }
});

Deno.test("unmask() samples the endpoint law, and not the law itself", () => {
  const weights = [9, 1, 1, 1, 1, 1, 1, 9];
  const law = JointTable.fromWeights(weights, { length: 3, vocabularySize: 2 });
  const predictor = exactPredictor(law);
  for (const sizes of [[3], [1, 2], [2, 1]]) {
    const streams = streamFamily({ seed: 123, cell: sizes.join(), purpose: "endpoint" });
    const draw = (sample: number): number =>
      cellOfSequence(unmask(predictor, { sizes, stream: streams.at(sample) }), 2);
    const draws = 20_000;
    assertDrawnFrom(endpointLaw(predictor, { sizes }), { draws, draw });
    throws(() => assertDrawnFrom(law.probabilities, { draws, draw }), /chi-square/);
  }
});

Deno.test("unmask() one token at a time samples the law itself", () => {
  const streams = streamFamily({ seed: 124, cell: "serial", purpose: "tokens" });
  const law = JointTable.fromWeights([5, 0, 1, 2, 0, 3, 1, 4, 2], { length: 2, vocabularySize: 3 });
  const predictor = exactPredictor(law);
  assertDrawnFrom(law.probabilities, {
    draws: 20_000,
    draw: (sample) =>
      cellOfSequence(unmask(predictor, { sizes: [1, 1], stream: streams.at(sample) }), 3),
  });
});

Deno.test("unmaskInOrder() samples the output law of its order", () => {
  const predictor = exactPredictor(
    buildSource({ kind: "potts-chain", length: 3, states: 2, coupling: 2 }),
  );
  const order = [Int32Array.of(1), Int32Array.of(2, 0)];
  const streams = streamFamily({ seed: 125, cell: "in order", purpose: "tokens" });
  assertDrawnFrom(outputLaw(predictor, { order }), {
    draws: 20_000,
    draw: (sample) =>
      cellOfSequence(unmaskInOrder(predictor, { order, stream: streams.at(sample) }), 2),
  });
});

Deno.test("unmaskingSteps() shows the state after each iteration, which the next prediction starts from", () => {
  const { predictor, calls } = spy(exactPredictor(chain));
  const order = [Int32Array.of(4, 1), Int32Array.of(0), Int32Array.of(3, 2)];
  const streams = streamFamily({ seed: 128, cell: "steps", purpose: "tokens" });
  const states: number[][] = [];
  const policy = fixedOrder("in order", () => order);
  const steps = unmaskingSteps(predictor, { policy, stream: streams.at(0) });
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const { iteration, positions, state } = step.value;
    strictEqual(iteration, states.length);
    deepStrictEqual(positions, order[iteration]);
    states.push([...state]);
  }
  deepStrictEqual(states.slice(0, -1), calls.slice(1).map(({ state }) => state));
  deepStrictEqual(states.at(-1), [...step.value]);
  deepStrictEqual(step.value, unmaskInOrder(predictor, { order, stream: streams.at(0) }));
});

Deno.test("unmaskingSteps() evaluates no prediction that nobody waits for", () => {
  const { predictor, calls } = spy(exactPredictor(chain));
  const order = [Int32Array.of(4, 1), Int32Array.of(0), Int32Array.of(3, 2)];
  const stream = streamFamily({ seed: 129, cell: "left", purpose: "tokens" }).at(0);
  const policy = fixedOrder("in order", () => order);
  for (const { iteration } of unmaskingSteps(predictor, { policy, stream })) {
    if (iteration === 1) break;
  }
  strictEqual(calls.length, 2);
});

Deno.test("unmask() gives the same tokens for the same stream", () => {
  const predictor = exactPredictor(chain);
  const streams = streamFamily({ seed: 126, cell: "again", purpose: "tokens" });
  const draw = (sample: number): string =>
    unmask(predictor, { sizes: [2, 3], stream: streams.at(sample) }).join();
  const first = Array.from({ length: 20 }, (_, sample) => draw(sample));
  deepStrictEqual(Array.from({ length: 20 }, (_, i) => draw(19 - i)).reverse(), first);
  ok(new Set(first).size > 5);
});

Deno.test("unmask() refuses sizes, orders and predictions that are none", () => {
  const predictor = exactPredictor(chain);
  const stream = streamFamily({ seed: 127, cell: "refusals", purpose: "tokens" }).at(0);
  throws(() => unmask(predictor, { sizes: [2, 2], stream }), /must sum to the length 5, got 4/);
  throws(() => unmask(predictor, { sizes: [5, 0], stream }), /must be an integer of at least 1/);
  throws(
    () => unmaskInOrder(predictor, { order: [Int32Array.of(0, 1, 2, 3, 3)], stream }),
    /must occur once, got 3 in iteration 0/,
  );
  const broken: MaskPredictor = {
    ...predictor,
    predict(state, positions, out): void {
      predictor.predict(state, positions, out);
      if (state.some((token) => token !== MASK)) out[0] = NaN;
    },
  };
  const order = [Int32Array.of(0), Int32Array.of(4, 2), Int32Array.of(1, 3)];
  throws(
    () => unmaskInOrder(broken, { order, stream }),
    /the row of position 4 in iteration 1 must be non-negative and sum to 1, got a sum of NaN/,
  );
});

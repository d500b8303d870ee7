import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { exactPredictor, inTurn, tempered, uniformMixture } from "@unmask/diffusion";
import { JointTable, MASK } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { drawRows, subsets } from "@unmask/testing";
import { estimateModelCurve } from "./estimate_model_curve.ts";
import type { ModelCurve } from "./model_curve.ts";
import { revealPattern } from "./reveal_pattern.ts";
import { scoredBy } from "./scored_by.ts";
import type { ScoredModel } from "./scored_model.ts";

const chain = pottsChain({ length: 12, states: 4, coupling: 2 });
const exact = scoredBy(inTurn(exactPredictor(chain)));
const truth = Array.from(
  { length: 12 },
  (_, k) => chain.informationCurve().conditionalEntropies[k]!,
);
const streams = streamFamily({ seed: 3, cell: "orders", purpose: "test" });
const sequences = drawRows(chain, { count: 300, seed: 5 });

/**
 * Whether a curve is that of the law within 4 standard errors at each count: for the right model and
 * means of 300 near 12 normal scores, so that it fails in 1 of 1,300.
 */
function agrees({ losses, standardErrors }: ModelCurve, expected: number[]): boolean {
  return expected.every((f, k) => Math.abs(losses[k]! - f) <= 4 * standardErrors[k]! + 1e-12 // where each loss is ln K exactly
  );
}

Deno.test("estimateModelCurve() of the exact predictor is the information curve", async () => {
  const curve = await estimateModelCurve(exact, { sequences, streams });
  strictEqual(curve.kind, "model-curve");
  deepStrictEqual([...curve.counts], truth.map((_, k) => k));
  ok(agrees(curve, truth));
  ok(curve.standardErrors.every((error) => error < 0.06));
});

Deno.test("estimateModelCurve() tells a serial and a shifted model from the law", async () => {
  // Each position sees its left neighbour, masked or not.
  const serial: ScoredModel = {
    ...exact,
    logProbabilities: (requests) =>
      exact.logProbabilities(requests.flatMap(({ state, positions, tokens }) => {
        const known = new Map([...positions].map((position, i) => [position, tokens[i]!]));
        return [...positions].map((position, i) => ({
          state: state.map((token, j) => j === position - 1 ? known.get(j) ?? token : token),
          positions: Int32Array.of(position),
          tokens: tokens.slice(i, i + 1),
        }));
      })),
  };
  const shifted: ScoredModel = {
    ...exact,
    logProbabilities: (requests) =>
      exact.logProbabilities(requests.map((request) => ({
        ...request,
        positions: request.positions.map((_, i) => request.positions.at(i - 1)!),
      }))),
  };
  for (const wrong of [serial, shifted]) {
    strictEqual(agrees(await estimateModelCurve(wrong, { sequences, streams }), truth), false);
  }
});

Deno.test("estimateModelCurve() holds the model's own error: a wrong predictor is above the law", async () => {
  const tooSure = scoredBy(inTurn(tempered(exactPredictor(chain), { temperature: 0.2 })));
  const { losses, standardErrors } = await estimateModelCurve(tooSure, { sequences, streams });
  ok(truth.every((f, k) => losses[k]! > f - 4 * standardErrors[k]! - 1e-12));
  ok(losses[11]! > truth[11]! + 4 * standardErrors[11]!);
  const mixed = scoredBy(inTurn(uniformMixture(exactPredictor(chain), { share: 0.5 })));
  strictEqual(agrees(await estimateModelCurve(mixed, { sequences, streams }), truth), false);
});

Deno.test("estimateModelCurve() of an infill pattern is the curve of the rest given it, by enumeration", async () => {
  const law = JointTable.fromWeights(
    Float64Array.from({ length: 32 }, (_, i) => 1 + (i * 7) % 5 + (i & 4)),
    { length: 5, vocabularySize: 2 },
  );
  const pattern = revealPattern(5, [1, 4]);
  const unmasked = [...pattern.unmasked];
  const given = (places: readonly number[]): number => law.subsetEntropy([1, 4, ...places]);
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const expected = unmasked.map((_, k) =>
    mean(
      [...subsets(unmasked, k)].flatMap((revealed) => {
        return unmasked.filter((i) => !revealed.includes(i))
          .map((i) => given([...revealed, i]) - given(revealed));
      }),
    )
  );
  const rows = drawRows(law, { count: 2000, seed: 1 });
  const model = scoredBy(inTurn(exactPredictor(law)));
  const curve = await estimateModelCurve(model, { sequences: rows, streams, pattern });
  strictEqual(curve.length, 3);
  ok(agrees(curve, expected));
  const whole = await estimateModelCurve(model, { sequences: rows, streams });
  strictEqual(agrees(whole, expected), false);
});

Deno.test("estimateModelCurve() averages draws within a sequence, and measures at the counts it is told", async () => {
  const counts = Int32Array.of(0, 5, 11);
  const few = sequences.slice(0, 40);
  const design = { sequences: few, streams, counts };
  const one = await estimateModelCurve(exact, design);
  const four = await estimateModelCurve(exact, { ...design, draws: 4 });
  deepStrictEqual([four.sequences, four.draws, four.losses.length], [40, 4, 3]);
  // Orders are averaged out, the spread of sequences stays.
  ok(four.standardErrors[1]! < one.standardErrors[1]!);
  ok(four.standardErrors[1]! > one.standardErrors[1]! / 2);
  const again = await estimateModelCurve(exact, { ...design, batch: 7 });
  deepStrictEqual(again, one);
});

Deno.test("every state is nested in the next, reveals what it should, and asks for the rest", async () => {
  const seen: { state: Int32Array; positions: Int32Array }[] = [];
  const watched: ScoredModel = {
    ...exact,
    logProbabilities(requests): Promise<Float64Array> {
      seen.push(...requests);
      return exact.logProbabilities(requests);
    },
  };
  const pattern = revealPattern(12, [0, 7]);
  await estimateModelCurve(watched, { sequences: sequences.slice(0, 2), streams, pattern });
  strictEqual(seen.length, 20);
  seen.forEach(({ state, positions }, n) => {
    const k = n % 10;
    strictEqual(positions.length, 10 - k);
    const tokens = sequences[Math.floor(n / 10)]!;
    for (const i of [0, 7]) strictEqual(state[i], tokens[i]);
    state.forEach((token, i) => ok(token === MASK ? positions.includes(i) : token === tokens[i]));
    if (k > 0) seen[n - 1]!.state.forEach((token, i) => ok(token === MASK || token === state[i]));
  });
});

Deno.test("estimateModelCurve() refuses sequences that do not suit the model", async () => {
  const cases: [Partial<Parameters<typeof estimateModelCurve>[1]>, RegExp][] = [
    [{ sequences: sequences.slice(0, 1) }, /sequences must be at least 2,.* got 1/],
    [{ sequences: [...sequences, new Int32Array(11)] }, /it must have 12 tokens, got 11/],
    [{ sequences: [...sequences, new Int32Array(12).fill(4)] }, /from 0 to 3, got 4/],
    [{ pattern: revealPattern(11) }, /the pattern must be of length 12, got 11/],
    [{ draws: 0 }, /draws of a sequence must be an integer of at least 1, got 0/],
    [{ counts: Int32Array.of(0, 12) }, /revealed counts must ascend/],
  ];
  for (const [change, message] of cases) {
    await rejects(estimateModelCurve(exact, { sequences, streams, ...change }), {
      name: "RangeError",
      message,
    });
  }
});

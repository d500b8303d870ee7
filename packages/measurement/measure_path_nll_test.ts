import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { pathError } from "@unmask/convergence";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { drawRows } from "@unmask/testing";
import { measuredDifference, measurePathNll } from "./measure_path_nll.ts";
import { revealPattern } from "./reveal_pattern.ts";
import { scoredBy } from "./scored_by.ts";

const chain = pottsChain({ length: 12, states: 4, coupling: 2 });
const exact = scoredBy(inTurn(exactPredictor(chain)));
const curve = chain.informationCurve();
const entropy = curve.conditionalEntropies.reduce((sum, f) => sum + f, 0);
const streams = streamFamily({ seed: 3, cell: "orders", purpose: "test" });
const sequences = drawRows(chain, { count: 300, seed: 6 });
const ones = new Array(12).fill(1);

Deno.test("one token at a time, the NLL of each sequence is -ln p, whatever the order", async () => {
  const [serial] = await measurePathNll(exact, { sequences, streams, schedules: [ones] });
  sequences.forEach((tokens, n) => {
    ok(Math.abs(serial!.bySequence[n]! + chain.logProbability(tokens)) < 1e-9);
  });
});

Deno.test("the measured NLL is entropy plus path error, for any schedule", async () => {
  const schedules = [uniform.sizes({ length: 12, steps: 4 }), [1, 1, 2, 8], [6, 6]];
  const measured = await measurePathNll(exact, {
    sequences,
    streams,
    schedules: [...schedules, ones],
  });
  const serial = measured.at(-1)!;
  schedules.forEach((sizes, s) => {
    const truth = pathError(curve, sizes);
    const { nll } = measured[s]!;
    // Beyond 4 standard errors in 1 of 16,000; the difference is the sharper of the two.
    ok(Math.abs(nll.mean - entropy - truth) <= 4 * nll.standardError);
    const { mean, standardError } = measuredDifference(measured[s]!, serial);
    ok(Math.abs(mean - truth) <= 4 * standardError);
    ok(standardError < nll.standardError);
  });
});

Deno.test("tokens of one iteration are predicted from the state before it: a serial path has no error", async () => {
  const [oneShot, serial] = await measurePathNll(exact, {
    sequences,
    streams,
    schedules: [[12], ones],
  });
  // Nothing revealed, each of the 12 tokens costs ln 4.
  ok(oneShot!.bySequence.every((nll) => Math.abs(nll - 12 * Math.log(4)) < 1e-9));
  ok(serial!.nll.mean < oneShot!.nll.mean - 10 * serial!.nll.standardError);
});

Deno.test("what is always revealed costs nothing and is seen", async () => {
  const pattern = revealPattern(12, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const [serial] = await measurePathNll(exact, {
    sequences,
    streams,
    schedules: [[1, 1, 1]],
    pattern,
  });
  // The last three of a Markov chain, given the ninth.
  const step = (same: boolean): number => -Math.log((same ? Math.exp(2) : 1) / (Math.exp(2) + 3));
  sequences.forEach((tokens, n) => {
    const expected = [9, 10, 11].reduce(
      (sum, i) => sum + step(tokens[i] === tokens[i - 1]),
      0,
    );
    ok(Math.abs(serial!.bySequence[n]! - expected) < 1e-9);
  });
});

Deno.test("measurePathNll() gives the same numbers for any batch, and refuses sizes of another length", async () => {
  const design = { sequences: sequences.slice(0, 9), streams, schedules: [[5, 7], ones], draws: 2 };
  const one = await measurePathNll(exact, design);
  deepStrictEqual(await measurePathNll(exact, { ...design, batch: 5 }), one);
  strictEqual(one[0]!.nll.draws, 9);
  await rejects(measurePathNll(exact, { ...design, schedules: [[5, 6]] }), {
    name: "RangeError",
    message: /Cannot use mask sizes/,
  });
});

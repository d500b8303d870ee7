import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { buildSource } from "@unmask/testing";
import { drawnLog } from "./drawn_log.ts";

/** Seeds are fixed, so each test passes for good; a fresh seed fails once in 16,000 a place. */
const STANDARD_ERRORS = 4;

const law = buildSource({
  kind: "markov-chain",
  length: 12,
  transitions: [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]],
});
const places = [0, 1, 2, 3, 5, 8, 10, 11];
const streams = streamFamily({ seed: 31, cell: "chain", purpose: "drawn log" });

/** How many standard errors the log is off a curve, at its worst place. */
function worstScore(log: ReturnType<typeof drawnLog>, curve: Float64Array): number {
  return Math.max(
    ...log.losses.map((loss, p) =>
      Math.abs(loss - curve[log.places[p]!]!) / Math.sqrt(log.variances[p]!)
    ),
  );
}

Deno.test("drawnLog() of a chain is within 4 standard errors of its closed form at every place", () => {
  const done: number[] = [];
  const log = drawnLog(law, { places, draws: 400, streams, observe: (n) => done.push(n) });
  const exact = law.informationCurve().conditionalEntropies;
  deepStrictEqual([...log.places], places);
  deepStrictEqual(done, places.map((_, p) => 400 * (p + 1)));
  strictEqual(log.coordinate, "revealed");
  ok(worstScore(log, exact) <= STANDARD_ERRORS);
  // Nothing revealed: every draw is the entropy of one token.
  ok(Math.abs(log.losses[0]! - exact[0]!) < 1e-14 && log.variances[0]! > 0);
});

Deno.test("drawnLog() tells a chain from one that is a little weaker", () => {
  const log = drawnLog(law, { places, draws: 400, streams });
  const weaker = buildSource({
    kind: "markov-chain",
    length: 12,
    transitions: [[0.68, 0.21, 0.11], [0.12, 0.11, 0.77], [0.45, 0.48, 0.07]],
  });
  const { conditionalEntropies } = weaker.informationCurve();
  ok(worstScore(log, conditionalEntropies) > 3 * STANDARD_ERRORS);
});

Deno.test("drawnLog() of copies knows them without doubt, but for a rounding", () => {
  const copies = buildSource({ kind: "copies", length: 5, states: 3 });
  const log = drawnLog(copies, { places: [0, 1, 4], draws: 2, streams });
  deepStrictEqual([...log.losses.subarray(1)], [0, 0]);
  ok(log.variances.every((variance) => variance > 0 && variance < 1e-15));
});

Deno.test("drawnLog() refuses what makes no log", () => {
  throws(() => drawnLog(law, { places, draws: 1, streams }), /draws must be at least 2, got 1/);
  throws(() => drawnLog(law, { places: [0, 1], draws: 2, streams }), /different places/);
  throws(() => drawnLog(law, { places: [0, 1, 12], draws: 2, streams }), RangeError);
  throws(() => drawnLog(law, { places: [0, 1, NaN], draws: 2, streams }), RangeError);
});

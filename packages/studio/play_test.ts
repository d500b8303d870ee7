import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { openChoice } from "./open_choice.ts";
import { playOf } from "./play.ts";
import { firstChoice } from "./studio_state.ts";

const copies = openChoice({ kind: "copies", length: 64, states: 4 });

Deno.test("every iteration reveals as many positions as its size", () => {
  const sizes = [5, 20, 39];
  const { iterations } = playOf(copies, { sizes, sample: 3 });
  deepStrictEqual(
    sizes.map((_, t) => iterations.filter((iteration) => iteration === t).length),
    sizes,
  );
});

Deno.test("copies come out whole where the first token comes alone, and not in one step", () => {
  const whole = playOf(copies, { sizes: [1, 63], sample: 0 });
  strictEqual(whole.logProbability, -Math.log(4));
  strictEqual(new Set(whole.tokens).size, 1);
  // 64 independent tokens agree with probability 4^-63.
  strictEqual(playOf(copies, { sizes: [64], sample: 0 }).logProbability, -Infinity);
});

Deno.test("a sample is a function of its number", () => {
  const play = (sample: number): Int32Array => playOf(copies, { sizes: [64], sample }).tokens;
  deepStrictEqual(play(7), play(7));
  ok(play(7).some((token, i) => token !== play(8)[i]));
});

Deno.test("what has no law, or too many tokens, is not played", () => {
  const losses = openChoice(firstChoice("losses", 64));
  throws(() => playOf(losses, { sizes: [64], sample: 0 }), /a law must be known, got losses/);
  const long = openChoice({ kind: "copies", length: 1025, states: 2 });
  throws(() => playOf(long, { sizes: [1025], sample: 0 }), /length must be at most 1024, got 1025/);
});

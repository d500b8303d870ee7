import { ok, strictEqual, throws } from "node:assert/strict";
import { copies, curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { arbitraryTable, assertClose, buildSource, sequences } from "@unmask/testing";
import fc from "fast-check";
import { fastDllm, fastDllmBound } from "./fast_dllm.ts";

Deno.test("fastDllmBound() has the values of a hand", () => {
  const { totalVariation, divergence } = fastDllmBound({ size: 4, vocabularySize: 5, doubt: 0.1 });
  assertClose(totalVariation, 11 * 0.1 / 2, { relative: 1e-15 });
  const entropy = -0.1 * Math.log(0.1) - 0.9 * Math.log(0.9);
  assertClose(divergence, 3 * (entropy + 0.1 * Math.log(4)), { relative: 1e-15 });
});

Deno.test("certain tokens have no divergence, a single one none at all, and no doubt exceeds ln K", () => {
  for (const vocabularySize of [1, 2, 3, 1e6]) {
    for (const size of [1, 2, 9]) {
      const at = (doubt: number): number =>
        fastDllmBound({ size, vocabularySize, doubt }).divergence;
      ok(Object.is(at(0), 0));
      const most = (size - 1) * Math.log(vocabularySize);
      for (const doubt of [1 - 1 / vocabularySize, 0.99999999, 1]) {
        assertClose(at(doubt), Math.max(most, 0), { relative: 1e-9 });
      }
      // It rises with the doubt, and so holds with the largest one for all tokens.
      let before = 0;
      for (let doubt = 0; doubt <= 1; doubt += 1 / 64) {
        const value = at(doubt);
        ok(value >= before && value <= most * (1 + 1e-15) && !Number.isNaN(value));
        before = value;
      }
    }
  }
  strictEqual(fastDllmBound({ size: 1, vocabularySize: 2, doubt: 0.5 }).divergence, 0);
  strictEqual(fastDllmBound({ size: 3, vocabularySize: 2, doubt: 0 }).totalVariation, 0);
  ok(fastDllmBound({ size: 2, vocabularySize: 2, doubt: 5e-324 }).divergence > 0);
});

Deno.test("both halves hold of every small table, from its own doubt", () => {
  let confident = 0;
  fc.assert(
    fc.property(arbitraryTable(), (spec) => {
      const law = buildSource(spec);
      const { length, vocabularySize } = law;
      // The marginals by summing the cells.
      const cells = [...sequences(length, vocabularySize)].map((tokens) => ({
        tokens,
        mass: Math.exp(law.logProbability(Int32Array.from(tokens))),
      }));
      const marginals = Array.from({ length }, () => new Float64Array(vocabularySize));
      for (const { tokens, mass } of cells) {
        tokens.forEach((token, i) => marginals[i]![token]! += mass);
      }
      const doubt = Math.max(0, ...marginals.map((marginal) => 1 - Math.max(...marginal)));
      if (doubt < 0.4) confident++;
      const bound = fastDllmBound({ size: length, vocabularySize, doubt: Math.min(1, doubt) });
      let variation = 0;
      let divergence = 0;
      for (const { tokens, mass } of cells) {
        const product = tokens.reduce((p, token, i) => p * marginals[i]![token]!, 1);
        variation += Math.abs(mass - product) / 2;
        if (mass > 0) divergence += mass * Math.log(mass / product);
      }
      // Up to 81 masses, each rounded a few times; a doubt of 1e-16 is rounding too, and its
      // entropy is 4e-15.
      ok(variation <= bound.totalVariation + 1e-14);
      ok(divergence <= bound.divergence * (1 + 1e-12) + 1e-13);
    }),
    { seed: 61, numRuns: 500 },
  );
  ok(confident > 50);
});

Deno.test("fastDllm is for one step at tokens that are known, and copies attain it", () => {
  const tokens = { vocabularySize: 3, doubt: 2 / 3 };
  strictEqual(fastDllm.applies(maskSizes([4])), false);
  strictEqual(fastDllm.applies(maskSizes([3, 1]), tokens), false);
  strictEqual(fastDllm.applies(maskSizes([4]), tokens), true);
  strictEqual(fastDllm.applies(maskSizes([1]), tokens), true);
  const curve = copies({ length: 4, vocabularySize: 3 }).informationCurve();
  assertClose(fastDllm.evaluate(curve, maskSizes([4]), tokens), 3 * Math.log(3), {
    relative: 1e-15,
  });
  const one = curveFromTokenMutualInformation(1, [0]);
  strictEqual(fastDllm.evaluate(one, maskSizes([1]), tokens), 0);
});

Deno.test("fastDllmBound() refuses what is no set", () => {
  const set = { size: 2, vocabularySize: 2, doubt: 0.1 };
  for (const value of [0, 1.5, NaN, -1]) {
    throws(() => fastDllmBound({ ...set, size: value }), /size must be an integer of at least 1/);
    throws(
      () => fastDllmBound({ ...set, vocabularySize: value }),
      /vocabulary size must be an integer of at least 1/,
    );
  }
  for (const doubt of [-1e-9, 1.1, NaN]) {
    throws(() => fastDllmBound({ ...set, doubt }), /doubt must be from 0 to 1, got/);
  }
});

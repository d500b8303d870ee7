import { ok } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { cutProbabilities } from "./cut_probabilities.ts";
import { yardsticks } from "./yardstick.ts";

Deno.test("cutProbabilities() are probabilities that sum to the steps, its weights to 1", () => {
  for (const yardstick of yardsticks) {
    for (const [length, steps] of [[2, 1], [5, 3], [40, 7], [300, 299], [300, 300]] as const) {
      const { probabilities, weights } = cutProbabilities({ length, steps, yardstick });
      ok(probabilities.every((probability) => probability >= 0 && probability <= 1));
      // 300 probabilities, each from a running sum of up to 300.
      const sum = probabilities.reduce((total, probability) => total + probability, 0);
      assertClose(sum, steps, { relative: 1e-12 });
      ok(weights.every((weight) => weight >= 0));
      assertClose(weights.reduce((total, weight) => total + weight, 0), 1, { relative: 1e-13 });
    }
  }
});

Deno.test("for TC every step is as bad as every other, up to the last", () => {
  const [length, steps] = [50, 6];
  const { probabilities } = cutProbabilities({ length, steps, yardstick: yardsticks[0]! });
  const ratios = Array.from({ length: length - 1 }, (_, i) => {
    const k = i + 1;
    let mass = 0;
    let error = 0;
    for (let j = k; j < length; j++) {
      mass += probabilities[j]!;
      error += Math.max(0, 1 - mass);
    }
    return error / (length - k);
  });
  // Sums of up to 49 terms below 1.
  for (const ratio of ratios) assertClose(ratio, ratios[0]!, { relative: 1e-12 });
});

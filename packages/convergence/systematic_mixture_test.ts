import { deepStrictEqual, ok } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { systematicMixture } from "./systematic_mixture.ts";

/** How likely it is that no count of the schedules lies in `from .. to`. */
function gapProbability(
  mixture: ReturnType<typeof systematicMixture>,
  { from, to }: { from: number; to: number },
): number {
  let probability = 0;
  for (const { weight, sizes } of mixture) {
    let count = 0;
    const counts = sizes.map((size) => count += size);
    if (!counts.slice(0, -1).some((cut) => cut >= from && cut <= to)) probability += weight;
  }
  return probability;
}

Deno.test("systematicMixture() leaves a gap exactly as likely as its cut probabilities must", () => {
  const cases = [
    { probabilities: [1, 0.5, 0.25, 0.75, 0.5], steps: 3 },
    { probabilities: [1, 0.1, 0.2, 0.3, 0.4, 0.9, 0.1], steps: 3 },
    { probabilities: [1, 1, 0, 1, 0.3, 0.7, 0], steps: 4 },
  ];
  for (const { probabilities, steps } of cases) {
    const mixture = systematicMixture(Float64Array.from(probabilities), { steps });
    ok(mixture.every(({ sizes }) => sizes.length === steps));
    for (let from = 1; from < probabilities.length; from++) {
      let mass = 0;
      for (let to = from; to < probabilities.length; to++) {
        mass += probabilities[to]!;
        // A few sums of numbers below 4.
        const expected = Math.max(0, 1 - mass);
        assertClose(gapProbability(mixture, { from, to }), expected, { absolute: 1e-14 });
      }
    }
  }
});

Deno.test("systematicMixture() of certain cuts is one schedule", () => {
  deepStrictEqual(
    systematicMixture(Float64Array.of(1, 0, 1, 1, 0, 0), { steps: 3 }).map(({ sizes, weight }) => [
      weight,
      ...sizes,
    ]),
    [[1, 2, 1, 3]],
  );
  deepStrictEqual(
    systematicMixture(Float64Array.of(1, 0, 0), { steps: 1 }).map(({ sizes }) => [...sizes]),
    [[3]],
  );
});

Deno.test("independent cuts of the same probabilities leave gaps more often", () => {
  // (1 - 1/2)^2 against max(0, 1 - 1/2 - 1/2).
  const mixture = systematicMixture(Float64Array.of(1, 0.5, 0.5), { steps: 2 });
  assertClose(gapProbability(mixture, { from: 1, to: 2 }), 0, { absolute: 0 });
});

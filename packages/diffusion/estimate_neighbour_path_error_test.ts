import { ok, strictEqual, throws } from "node:assert/strict";
import type { NearestNeighbourLaw, Source } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { assertClose, buildSource, naivePathError, type SourceSpec } from "@unmask/testing";
import { estimateNeighbourPathError } from "./estimate_neighbour_path_error.ts";
import { estimatePathError } from "./estimate_path_error.ts";
import { exactPredictor } from "./mask_predictor.ts";

type Chain = Source & NearestNeighbourLaw;

const weather = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]];

const specs: readonly SourceSpec[] = [
  { kind: "potts-chain", length: 48, states: 8, coupling: 2 },
  { kind: "potts-chain", length: 33, states: 2, coupling: -3 },
  { kind: "potts-chain", length: 33, states: 4, coupling: 800 },
  { kind: "potts-chain", length: 1, states: 4, coupling: 1 },
  { kind: "markov-chain", length: 40, transitions: weather },
  { kind: "markov-chain", length: 40, transitions: weather, initial: [0, 0, 1] },
];

Deno.test("estimateNeighbourPathError() is estimatePathError() of the same streams, to rounding", () => {
  specs.forEach((spec, n) => {
    const law = buildSource(spec) as Chain;
    const { length } = law;
    const predictor = exactPredictor(law);
    for (const steps of [1, 4, length].filter((steps) => steps <= length)) {
      const sizes = uniform.sizes({ length, steps });
      const streams = streamFamily({ seed: 181, cell: `${n} ${steps}`, purpose: "path error" });
      const options = { sizes, draws: 50, streams };
      const fast = estimateNeighbourPathError(law, options);
      const slow = estimatePathError(law, { ...options, predictor });
      strictEqual(fast.draws, 50);
      // Sums of 2 L logarithms of up to ln K each, with a rounding a token.
      const tolerance = { absolute: 1e-12 };
      assertClose(fast.mean, slow.mean, tolerance);
      assertClose(fast.standardError, slow.standardError, tolerance);
    }
  });
});

Deno.test("estimateNeighbourPathError() of long chains is within 4 standard errors of the exact value", () => {
  // A fresh seed fails with probability 6.4e-5 for each of 6 estimates; this one is fixed.
  const chains: readonly SourceSpec[] = [
    { kind: "potts-chain", length: 1024, states: 8, coupling: 2 },
    { kind: "potts-chain", length: 512, states: 3, coupling: -2 },
    { kind: "markov-chain", length: 512, transitions: weather, initial: [1, 0, 0] },
  ];
  chains.forEach((spec, n) => {
    const law = buildSource(spec) as Chain;
    const { length } = law;
    const { conditionalEntropies } = law.informationCurve();
    for (const steps of [4, 64]) {
      const sizes = uniform.sizes({ length, steps });
      const streams = streamFamily({ seed: 182, cell: `${n} ${steps}`, purpose: "path error" });
      const { mean, standardError } = estimateNeighbourPathError(law, {
        sizes,
        draws: 1000,
        streams,
      });
      const exact = naivePathError(conditionalEntropies, sizes);
      ok(Math.abs(mean - exact) <= 4 * standardError, `${mean} +- ${standardError} for ${exact}`);
      // A schedule with an iteration more is another one.
      const finer = naivePathError(
        conditionalEntropies,
        uniform.sizes({ length, steps: 2 * steps }),
      );
      ok(Math.abs(mean - finer) > 8 * standardError);
    }
  });
});

Deno.test("estimateNeighbourPathError() of one token an iteration is 0 on every path", () => {
  const law = buildSource(specs[0]!) as Chain;
  const { mean, standardError } = estimateNeighbourPathError(law, {
    sizes: new Array<number>(48).fill(1),
    draws: 50,
    streams: streamFamily({ seed: 183, cell: "ones", purpose: "path error" }),
  });
  ok(Math.abs(mean) < 1e-13 && standardError < 1e-13);
});

Deno.test("estimateNeighbourPathError() refuses too few draws and other lengths, saying why", () => {
  const law = buildSource(specs[0]!) as Chain;
  const streams = streamFamily({ seed: 184, cell: "refusals", purpose: "path error" });
  for (const draws of [0, 1, 1.5, NaN]) {
    throws(() => estimateNeighbourPathError(law, { sizes: [24, 24], draws, streams }), {
      name: "RangeError",
      message: `Cannot estimate a path error: draws must be an integer of at least 2, got ${draws}`,
    });
  }
  throws(
    () => estimateNeighbourPathError(law, { sizes: [24], draws: 2, streams }),
    /length 48, got 24/,
  );
});

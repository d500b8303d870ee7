import { ok, strictEqual, throws } from "node:assert/strict";
import { klDivergence, type Source } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { buildSource, sequences, type SourceSpec } from "@unmask/testing";
import { chainGridEndpoint } from "./chain_grid_endpoint.ts";
import { estimateChainEndpointError } from "./estimate_chain_endpoint_error.ts";

const chains: readonly SourceSpec[] = [
  { kind: "potts-chain", length: 8, states: 2, coupling: 0.5 },
  { kind: "potts-chain", length: 8, states: 2, coupling: 3 },
  { kind: "potts-chain", length: 5, states: 3, coupling: -2 },
  { kind: "markov-chain", length: 7, transitions: [[0.7, 0.3], [0.1, 0.9]], initial: [1, 0] },
];

const grid = [0, 0.25, 0.6, 1];

/** The law and the sampler's law, sequence by sequence. */
function listed(law: Source): { target: Float64Array; drawn: Float64Array } {
  const endpoint = chainGridEndpoint(law, { grid });
  const cells = [...sequences(law.length, law.vocabularySize)].map((x) => Int32Array.from(x));
  return {
    target: Float64Array.from(cells, (x) => Math.exp(law.logProbability(x))),
    drawn: Float64Array.from(cells, (x) => Math.exp(endpoint.logProbability(x))),
  };
}

for (const spec of chains) {
  Deno.test(`estimateChainEndpointError() is within 4 standard errors of the exact error: ${JSON.stringify(spec)}`, () => {
    const law = buildSource(spec);
    const { target, drawn } = listed(law);
    const exact = klDivergence(target, drawn);
    const { mean, standardError, draws } = estimateChainEndpointError(law, {
      grid,
      draws: 1000,
      streams: streamFamily({ seed: 161, cell: JSON.stringify(spec), purpose: "endpoint" }),
    });
    strictEqual(draws, 1000);
    ok(standardError > 0);
    // The seed is fixed; a fresh one fails with probability 6.4e-5.
    ok(Math.abs(mean - exact) <= 4 * standardError, `${mean} +- ${standardError}, not ${exact}`);
  });
}

Deno.test("estimateChainEndpointError() is not the divergence the other way round", () => {
  const law = buildSource(chains[1]!);
  const { target, drawn } = listed(law);
  const { mean, standardError } = estimateChainEndpointError(law, {
    grid,
    draws: 1000,
    streams: streamFamily({ seed: 163, cell: "control", purpose: "endpoint" }),
  });
  ok(Math.abs(mean - klDivergence(drawn, target)) > 10 * standardError);
});

Deno.test("estimateChainEndpointError() refuses too few draws", () => {
  const law = buildSource(chains[0]!);
  const streams = streamFamily({ seed: 162, cell: "refusals", purpose: "endpoint" });
  for (const draws of [0, 1, 1.5, NaN]) {
    throws(() => estimateChainEndpointError(law, { grid, draws, streams }), {
      name: "RangeError",
      message:
        `Cannot estimate an endpoint error: draws must be an integer of at least 2, got ${draws}`,
    });
  }
});
